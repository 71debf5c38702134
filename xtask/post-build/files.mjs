// Finding and replacing files in the staged folder.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Every file below a folder, as sorted paths inside it with forward slashes. */
export function filesIn(folder, inside = "") {
  return readdirSync(path.join(folder, inside), { withFileTypes: true })
    .flatMap((entry) => {
      const name = path.posix.join(inside, entry.name);
      return entry.isDirectory() ? filesIn(folder, name) : [name];
    })
    .sort();
}

/** The one file of this form in the folder: its name. */
export function theOne(folder, form) {
  const found = filesIn(folder).filter((name) => form.test(name));
  if (found.length !== 1) throw new Error(`Trunk staged ${found.length} files like ${form}, and not one`);
  return found[0];
}

/** Gives a file that index.html names another content, and the hash of that for its name, under which it may be kept for ever. */
export function replace(staged, name, content) {
  const sum = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const renamed = name.replace(/-\w+?(?=_bg\.wasm$|\.js$)/, `-${sum}`);
  const index = path.join(staged, "index.html");
  const html = readFileSync(index, "utf8");
  if (!html.includes(name)) throw new Error(`index.html does not name ${name}`);
  rmSync(path.join(staged, name));
  writeFileSync(path.join(staged, renamed), content);
  writeFileSync(index, html.replaceAll(name, renamed));
}

/** The program and the script beside it that wasm-bindgen wrote. */
export const PROGRAM = /^groundplan-\w+_bg\.wasm$/;
export const SCRIPT = /^groundplan-\w+\.js$/;
