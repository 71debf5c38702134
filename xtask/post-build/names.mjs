// Short names between the program and the script that starts it. wasm-bindgen names each import after what it is and a
// hash of it, twice over, and hashes do not compress: some five kilobytes that say nothing to anybody.

import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesIn } from "./files.mjs";

/** Rewrites the staged program, its script, and the page that names them. */
export function shorten(staged) {
  const read = (name) => readFileSync(path.join(staged, name));
  const [program, script] = [/^groundplan-\w+_bg\.wasm$/, /^groundplan-\w+\.js$/].map((form) => {
    const found = filesIn(staged).filter((name) => form.test(name));
    if (found.length !== 1) throw new Error(`Trunk staged ${found.length} files like ${form}, and not one`);
    return found[0];
  });
  const names = new Map();
  const short = (name) => {
    if (!names.has(name)) names.set(name, `$${names.size.toString(36)}`);
    return names.get(name);
  };
  const wasm = renamed(read(program), short);
  let js = read(script).toString("utf8");
  for (const [name, to] of names) {
    // A name stands as a word, or quoted where it is no word.
    const form = /^\w+$/.test(name) ? new RegExp(`\\b${name}\\b`, "g") : new RegExp(`(?<=["'\`])${literal(name)}(?=["'\`])`, "g");
    if (!form.test(js)) throw new Error(`${script} does not name ${name}: has wasm-bindgen changed how it writes?`);
    js = js.replace(form, () => to);
  }
  const sum = createHash("sha256").update(wasm).update(js).digest("hex").slice(0, 16);
  let html = read("index.html").toString("utf8");
  for (const [from, to, content] of [[program, `groundplan-${sum}_bg.wasm`, wasm], [script, `groundplan-${sum}.js`, js]]) {
    if (!html.includes(from)) throw new Error(`index.html does not name ${from}`);
    renameSync(path.join(staged, from), path.join(staged, to));
    writeFileSync(path.join(staged, to), content);
    html = html.replaceAll(from, to);
  }
  writeFileSync(path.join(staged, "index.html"), html);
}

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

const IMPORTS = 2;

/** The module with other names for its imports. https://webassembly.github.io/spec/core/binary/modules.html */
function renamed(module, short) {
  const parts = [module.subarray(0, 8)];
  for (let at = 8; at < module.length; ) {
    const [size, start] = number(module, at + 1);
    const content = module.subarray(start, start + size);
    const rewritten = module[at] === IMPORTS ? imports(content, short) : content;
    parts.push(Buffer.from([module[at]]), leb(rewritten.length), rewritten);
    at = start + size;
  }
  return Buffer.concat(parts);
}

function imports(content, short) {
  let [count, at] = number(content, 0);
  const parts = [leb(count)];
  for (; count > 0; count -= 1) {
    for (const _ of ["module", "field"]) {
      const [length, start] = number(content, at);
      const name = Buffer.from(short(content.toString("utf8", start, start + length)));
      parts.push(leb(name.length), name);
      at = start + length;
    }
    // Only functions are imported: a kind of 0 and the index of a type.
    if (content[at] !== 0) throw new Error("the program imports something other than functions");
    const [, end] = number(content, at + 1);
    parts.push(content.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** An unsigned LEB128 number and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function leb(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}
