// The release page has a budget: what a visitor fetches, compressed as hosts do.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
// Over the 800 KB that were meant to be enough for everything: docs/decisions/007 says what weighs how much.
const BUDGET = 980 * 1000;

test("the page, typeface included, fits its budget of 980 KB with brotli", (context) => {
  const files = readdirSync(DIST).filter((name) => /^(index\.html|.*-[0-9a-f]{8,}\w*\.(css|js|wasm|svg)|.*\.woff2)$/.test(name));
  assert.ok(files.some((name) => name.endsWith(".wasm")), "dist/ holds no program");
  const sizes = files.map((name) => [name, brotliCompressSync(readFileSync(path.join(DIST, name))).length]);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  for (const [name, size] of [...sizes, ["all", total]]) context.diagnostic(`${size} bytes with brotli: ${name}`);
  assert.ok(total < BUDGET, `${total} bytes are over the budget of ${BUDGET}`);
});

test("the single file fits its budget of 1.82 MB", (context) => {
  const { size } = statSync(path.join(DIST, "groundplan.html"));
  context.diagnostic(`${size} bytes: groundplan.html`);
  assert.ok(size < 1820 * 1000);
});

test("what sites load to embed the page is small", (context) => {
  const { size } = statSync(path.join(DIST, "embed.js.br"));
  context.diagnostic(`${size} bytes with brotli: embed.js`);
  assert.ok(size < 4000);
});
