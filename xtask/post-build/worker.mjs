// sw.js: the service worker with the list of this build's files, each with its checksum.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ASSETS } from "./static.mjs";
import { digest } from "./policy.mjs";

/** Lists only what is there, because one file that is missing would keep the whole build from being kept. */
export function serviceWorker(staged, page) {
  const manifest = JSON.parse(readFileSync(path.join(staged, "groundplan.webmanifest"), "utf8"));
  const names = [...page.styles, ...page.scripts, page.module, page.icon, page.typeface, "groundplan.webmanifest"];
  names.push(...manifest.icons.map((icon) => icon.src));
  const sum = (name) => digest("sha384", readFileSync(path.join(staged, name)));
  // The page itself is known by the folder's address, which is where hosts lead index.html to.
  const files = Object.fromEntries([["./", sum("index.html")], ...names.map((name) => [`./${name}`, sum(name)])]);
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
  const source = readFileSync(path.join(ASSETS, "sw.js"), "utf8");
  const filled = source
    .replace('"VERSION"', () => JSON.stringify(version))
    .replace("{ /* FILES */ }", () => JSON.stringify(files, null, 2));
  if (filled.includes("VERSION\"") || filled.includes("/* FILES */")) throw new Error("assets/sw.js has no place for the version or the files");
  writeFileSync(path.join(staged, "sw.js"), filled);
}
