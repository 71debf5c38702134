// The headers a host should send, file by file. The tests' server sends exactly these, `_headers` tells them to a
// host that reads such a file (Cloudflare Pages), and docs/hosting.md says them for the others.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { filesIn } from "./files.mjs";
import { DEMO, HOSTED } from "./policy.mjs";

const IMMUTABLE = "public, max-age=31536000, immutable";
const REVALIDATE = "no-cache";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** On every answer. Any site may embed the page and read its files: they are public and carry nobody's data. */
const COMMON = {
  "Access-Control-Allow-Origin": "*",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** The headers of a file, by its path inside dist/ with forward slashes. */
export function headersFor(file) {
  const policy = policyFor(file);
  return {
    "Content-Type": TYPES[path.posix.extname(file)] ?? "application/octet-stream",
    "Cache-Control": isHashed(file) ? IMMUTABLE : REVALIDATE,
    ...COMMON,
    ...(policy && { "Content-Security-Policy": policy }),
  };
}

/** Writes `_headers` for Cloudflare Pages, which joins what several blocks say of a header unless "!" takes it away. */
export function headersFile(staged) {
  const block = (pattern, headers) =>
    [pattern, ...headers.map(([name, value]) => (value ? `  ${name}: ${value}` : `  ! ${name}`)), ""].join("\n");
  const replaced = (name, value) => [[name], [name, value]];
  const hashed = filesIn(staged).filter(isHashed);
  const text = [
    "# Written by the build. docs/hosting.md says the same for other hosts.",
    block("/*", [["Cache-Control", REVALIDATE], ...Object.entries(COMMON), ["Content-Security-Policy", HOSTED]]),
    ...hashed.map((name) => block(`/${name}`, replaced("Cache-Control", IMMUTABLE))),
    // Cloudflare leads from the first to the second.
    block("/groundplan.html", [["Content-Security-Policy"]]),
    block("/groundplan", [["Content-Security-Policy"]]),
    block("/demo/*", replaced("Content-Security-Policy", DEMO)),
  ];
  writeFileSync(path.join(staged, "_headers"), text.join("\n"));
  // GitHub Pages would leave out what begins with an underscore, and more.
  writeFileSync(path.join(staged, ".nojekyll"), "");
}

/** The single file carries its own policy: a header on top would have to name this build's hashes. */
function policyFor(file) {
  if (file === "groundplan.html") return undefined;
  return file.startsWith("demo/") ? DEMO : HOSTED;
}

/** Trunk puts a hash into the name of what may be kept for ever. */
function isHashed(file) {
  return /-[0-9a-f]{8,}[._]/.test(path.posix.basename(file));
}
