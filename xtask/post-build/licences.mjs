// LICENSES.txt: the licence texts of what the page ships, which their licences ask for. The list is cargo's own: the crates that
// are linked into the program, and neither macros nor build scripts nor tools.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TARGET = "wasm32-unknown-unknown";
/** Files in which crates keep the text of their licence. */
const TEXTS = /^(licen[cs]e|copying|notice|unlicense)/i;
const RULE = `\n${"=".repeat(80)}\n`;

/** Writes the file, and gives its text. */
export function licences(staged) {
  const own = read("LICENSE-MIT");
  const texts = new Map([[own, ["Groundplan, the page itself: MIT OR Apache-2.0"]]]);
  for (const crate of linked()) {
    const text = textOf(crate);
    texts.set(text, [...(texts.get(text) ?? []), `${crate.name} ${crate.version}: ${crate.license}`]);
  }
  const rust = execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim();
  const library = `The standard library of Rust (${rust}) with the allocator dlmalloc: MIT OR Apache-2.0`;
  texts.set(mit("The Rust Project contributors"), [library]);
  texts.set(readFileSync(path.join(ROOT, "assets/fonts/OFL.txt"), "utf8").trim(), ["Public Sans, the typeface: OFL-1.1"]);
  const sections = [...texts].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
  const about = "What this page is made of, and under which licences. Where there is a choice, the first text stands here.\n";
  const whole = [about, ...sections].join(RULE);
  writeFileSync(path.join(staged, "LICENSES.txt"), whole);
  return whole;
}

/** The packages linked into the program, by name. */
function linked() {
  const words = ["metadata", "--format-version", "1", "--filter-platform", TARGET, "--locked", "--offline"];
  const options = { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 };
  const { packages, resolve } = JSON.parse(execFileSync("cargo", words, options));
  const about = new Map(packages.map((crate) => [crate.id, crate]));
  const needs = new Map(resolve.nodes.map(({ id, deps }) => [id, deps]));
  const isMacro = (id) => about.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
  const found = new Set();
  const visit = (id) => {
    if (found.has(id) || isMacro(id)) return;
    found.add(id);
    for (const { pkg, dep_kinds } of needs.get(id)) if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
  };
  visit(resolve.root);
  found.delete(resolve.root);
  return [...found].map((id) => about.get(id)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text of a crate's licence; of several to choose from, MIT's, which is the shortest. */
function textOf({ name, license, authors, manifest_path }) {
  const folder = path.dirname(manifest_path);
  const files = readdirSync(folder).filter((file) => TEXTS.test(file)).sort();
  const offersMit = /\bMIT\b/.test(license) && !/\bAND\b/.test(license);
  const chosen = offersMit && files.find((file) => /mit/i.test(file));
  const texts = (chosen ? [chosen] : files).map((file) => readFileSync(path.join(folder, file), "utf8").trim());
  if (texts.length > 0) return texts.join("\n\n");
  if (offersMit) return mit(authors.length > 0 ? authors.map((author) => author.replace(/ <.*>$/, "")).join(", ") : `the authors of ${name}`);
  throw new Error(`${name} is licensed under ${license} and brings no text of it`);
}

/** MIT's text, for who names the licence and leaves its text out. */
function mit(holders) {
  return read("LICENSE-MIT").replace(/^Copyright.*$/m, `Copyright (c) ${holders}`);
}

function read(name) {
  return readFileSync(path.join(ROOT, name), "utf8").trim();
}
