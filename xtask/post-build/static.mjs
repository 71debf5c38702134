// Files that go along as they are, under names that stay: other sites and browsers keep them in links.

import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ASSETS = fileURLToPath(new URL("../../assets/", import.meta.url));

const NAMES = ["embed.js", "groundplan.webmanifest", "icons", "demo"];

export function copyStatic(staged) {
  for (const name of NAMES) cpSync(path.join(ASSETS, name), path.join(staged, name), { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(staged, "groundplan.webmanifest"), "utf8"));
  // A missing icon would only be noticed by the people who install the page.
  for (const icon of manifest.icons) readFileSync(path.join(staged, icon.src));
}
