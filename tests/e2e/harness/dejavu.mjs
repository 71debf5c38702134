// A machine whose only font is DejaVu Sans, wider than most: fontconfig is told of no other. Linux alone asks fontconfig.

import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

/** Why this machine cannot be made to know one font; nothing where it can. */
export const MISSING =
  process.platform === "linux" ? undefined : `a browser asks fontconfig for its fonts on Linux, and this is ${process.platform}`;

/** Writes the configuration, for FONTCONFIG_FILE: the path of the file. */
export function dejaVuAlone() {
  const fonts = path.join(path.dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");
  const folder = mkdtempSync(path.join(tmpdir(), "groundplan-fonts-"));
  const [only, cache] = [path.join(folder, "fonts"), path.join(folder, "cache")];
  mkdirSync(only);
  for (const name of ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]) symlinkSync(path.join(fonts, name), path.join(only, name));
  const file = path.join(folder, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${only}</dir><cachedir>${cache}</cachedir></fontconfig>
`,
  );
  return file;
}
