// Short names between the program and the script that starts it. wasm-bindgen names each import and many an export after
// what it is and a hash of it, and hashes do not compress: some five kilobytes that say nothing to anybody.

import { readFileSync } from "node:fs";
import path from "node:path";
import { PROGRAM, SCRIPT, replace, theOne } from "./files.mjs";
import { EXPORTS, IMPORTS, leb, number, section, sectionsOf, text } from "./module.mjs";

/** Rewrites the staged program, its script, and the page that names them. */
export function shorten(staged) {
  const [program, script] = [theOne(staged, PROGRAM), theOne(staged, SCRIPT)];
  const names = new Map();
  const short = (name) => {
    if (!names.has(name)) names.set(name, `$${names.size.toString(36)}`);
    return names.get(name);
  };
  const wasm = renamed(readFileSync(path.join(staged, program)), short);
  let js = readFileSync(path.join(staged, script), "utf8");
  for (const [name, to] of names) {
    // A name stands as a word, or quoted where it is no word.
    const form = /^\w+$/.test(name) ? new RegExp(`\\b${name}\\b`, "g") : new RegExp(`(?<=["'\`])${literal(name)}(?=["'\`])`, "g");
    if (!form.test(js)) throw new Error(`${script} does not name ${name}: has wasm-bindgen changed how it writes?`);
    js = js.replace(form, () => to);
  }
  replace(staged, program, wasm);
  replace(staged, script, js);
}

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** The module with other names for what goes in and out of it. */
function renamed(module, short) {
  const rewritten = { [IMPORTS]: imports, [EXPORTS]: exports };
  const parts = sectionsOf(module).map(({ id, from, start, end }) =>
    rewritten[id] ? section(id, ...rewritten[id](module.subarray(start, end), short)) : module.subarray(from, end),
  );
  return Buffer.concat([module.subarray(0, 8), ...parts]);
}

/** wasm-bindgen's own, whose names are no words that a script might have for something else. */
function exports(content, short) {
  let [count, at] = number(content, 0);
  const parts = [leb(count)];
  for (; count > 0; count -= 1) {
    const [length, start] = number(content, at);
    const name = content.toString("utf8", start, start + length);
    // A kind, and the index of what is exported.
    const [, end] = number(content, start + length + 1);
    parts.push(text(/^_?_?wbindgen|^__externref|^wasm_bindgen/.test(name) ? short(name) : name));
    parts.push(content.subarray(start + length, end));
    at = end;
  }
  return parts;
}

function imports(content, short) {
  let [count, at] = number(content, 0);
  const parts = [leb(count)];
  for (; count > 0; count -= 1) {
    for (const _ of ["module", "field"]) {
      const [length, start] = number(content, at);
      at = start + length;
      parts.push(text(short(content.toString("utf8", start, at))));
    }
    // Only functions are imported: a kind of 0 and the index of a type.
    if (content[at] !== 0) throw new Error("the program imports something other than functions");
    const [, end] = number(content, at + 1);
    parts.push(content.subarray(at, end));
    at = end;
  }
  return parts;
}
