// Content-Security-Policy: no inline script or style but what is named by its hash, no eval, nothing from elsewhere.
// The engine is wasm, which browsers compile only under 'wasm-unsafe-eval'; that allows no JavaScript eval.

import { createHash } from "node:crypto";

/** What every page of ours may do: pictures it has made itself, and no forms, frames, plug-ins or other bases. */
const COMMON = {
  "default-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  // No text becomes HTML or a script: browsers take such texts from a policy that is named here, and from nobody else.
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
};

/** The page in its files. */
export const HOSTED = policyText({
  ...COMMON,
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "connect-src": "'self'",
  "font-src": "'self'",
  "img-src": "'self' data: blob:",
  "manifest-src": "'self'",
  // The service worker is a file. The worker is made of the program's script, whose checksum was right.
  "worker-src": "'self' blob:",
  // The addresses of both, in assets/boot.js.
  "trusted-types": "groundplan",
});

/** The demo of an embedding site: a host that allows nothing but its own files and one frame. */
export const DEMO = policyText({
  ...COMMON,
  "script-src": "'self'",
  "style-src": "'self'",
  "connect-src": "'self'",
  "img-src": "'self' data:",
  "frame-src": "'self'",
});

/** The single file, which names its own scripts and styles. */
export function single(scripts, styles) {
  const named = (texts) => texts.map((text) => `'${digest("sha256", text)}'`).join(" ");
  return policyText({
    ...COMMON,
    "script-src": `${named(scripts)} 'wasm-unsafe-eval'`,
    "style-src": named(styles),
    "font-src": "data:",
    "img-src": "data: blob:",
    // The worker is made of this file's first script, and keeps to this policy as well.
    "worker-src": "blob:",
    "trusted-types": "groundplan",
  });
}

/** A digest as policies and integrity attributes write it. */
export function digest(algorithm, content) {
  return `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;
}

function policyText(directives) {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
