// Finding files in the staged folder.

import { readdirSync } from "node:fs";
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
