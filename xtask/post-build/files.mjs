// Files of the staged folder.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync } from "node:fs";
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

/** The part of a file's name that tells its content, so that it may be cached for ever. */
export function contentHash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/**
 * Names a file by its content. Trunk names the module and its script by what cargo compiled, before wasm-bindgen, wasm-opt
 * and the minifier have changed them.
 */
export function renameByContent(staged, name) {
  const hash = contentHash(readFileSync(path.join(staged, name)));
  const renamed = name.replace(/-[0-9a-f]+(?=(_bg)?\.\w+$)/, `-${hash}`);
  renameSync(path.join(staged, name), path.join(staged, renamed));
  return renamed;
}
