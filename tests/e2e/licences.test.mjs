// What is shipped carries the licences of what is in it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const read = (name) => readFileSync(path.join(ROOT, name), "utf8");

test("dist/ and the single file name every crate in the program, with its licence, and the typeface", () => {
  const words = ["tree", "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--prefix", "none", "--offline"];
  const tree = spawnSync("cargo", [...words, "--format", "{p}"], { cwd: ROOT, encoding: "utf8" });
  assert.equal(tree.status, 0, tree.stderr);
  const crates = new Set(tree.stdout.trim().split("\n").map((line) => line.split(" ").slice(0, 2).join(" ").replace(" v", " ")));
  crates.delete("groundplan 0.1.0");
  assert.ok(crates.size > 40, `${crates.size} crates`);
  const text = read("dist/LICENSES.txt");
  const missing = [...crates].filter((crate) => !text.includes(`\n${crate}: `));
  assert.deepEqual(missing, []);
  for (const wanted of [read("assets/fonts/OFL.txt"), read("LICENSE-MIT"), "The standard library of Rust", "Unicode, Inc."]) {
    assert.ok(text.includes(wanted.trim()), wanted.slice(0, 60));
  }
  assert.ok(read("dist/groundplan.html").includes(text), "the single file has not the same text");
});
