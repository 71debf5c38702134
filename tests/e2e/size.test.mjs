// The release page has a budget: what a visitor fetches, compressed as hosts do.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const BUDGET = 250 * 1000;

test("the page fits its budget of 250 KB with brotli", (context) => {
  const files = readdirSync(DIST).filter((name) => /\.(html|css|js|wasm|svg|json)$/.test(name));
  assert.ok(files.some((name) => name.endsWith(".wasm")), "dist/ holds no program");
  const sizes = files.map((name) => [name, brotliCompressSync(readFileSync(path.join(DIST, name))).length]);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  for (const [name, size] of [...sizes, ["all", total]]) context.diagnostic(`${size} bytes with brotli: ${name}`);
  assert.ok(total < BUDGET, `${total} bytes are over the budget of ${BUDGET}`);
});
