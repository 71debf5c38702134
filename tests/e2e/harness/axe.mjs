// Accessibility, by axe-core.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Asserts that axe finds nothing wrong with the page as it is now. */
export async function axe(page) {
  const source = await readFile(fileURLToPath(import.meta.resolve("axe-core")), "utf8");
  await page.evaluate(source);
  const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
  assert.ok(found.passes.length > 0, "axe checked nothing");
  assert.deepEqual(found.violations.map(inWords), [], "axe found violations");
}

function inWords({ id, help, nodes }) {
  return `${id}: ${help} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`;
}
