// groundplan.html: the whole page in one file, which opens from a disk and in the narrowest sandbox.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { single } from "./policy.mjs";

/**
 * Turns the hosted page into one file: scripts and style sheets inline, the typeface in base64 where they name it, the
 * module gzipped and in base64. No browser of today lacks DecompressionStream; brotli would be smaller, but browsers offer no decoder for it.
 */
export function singleFile(staged, page, licences) {
  const read = (name) => readFileSync(path.join(staged, name), "utf8").trim();
  const typeface = `data:font/woff2;base64,${readFileSync(path.join(staged, page.typeface)).toString("base64")}`;
  const styles = page.styles.map((name) => read(name).replace(page.typeface, () => typeface));
  if (!styles.join("").includes(typeface)) throw new Error("no style sheet uses the typeface");
  const scripts = page.scripts.map(read);
  for (const script of [...scripts, licences]) {
    if (/<\/script|<!--/i.test(script)) throw new Error("a script holds what would end its element");
  }
  const module = gzipSync(readFileSync(path.join(staged, page.module)), { level: 9 }).toString("base64");
  const icon = `data:image/svg+xml;base64,${Buffer.from(read(page.icon)).toString("base64")}`;
  let html = page.html
    .replace(/<html data-worker=\S+?(?=[\s>])/, "<html")
    .replace(/<meta http-equiv=Content-Security-Policy[^>]*>/, () => policy(scripts, styles))
    .replace(/<link rel=(?:manifest|apple-touch-icon) [^>]*>/g, "")
    .replace(/<link [^>]*\.(?:wasm|woff2)[^>]*>/g, "")
    .replace(/<script [^>]*\bsrc=[^>]*><\/script>/g, "")
    .replace(new RegExp(`href="?\\./${page.icon}"?`), () => `href="${icon}"`);
  for (const [i, name] of page.styles.entries()) {
    const link = new RegExp(`<link [^>]*href="?\\./${name}"?[^>]*>`);
    html = html.replace(link, () => `<style>${styles[i]}</style>`);
  }
  const body = [
    `<script id=program type=application/octet-stream>${module}</script>`,
    ...scripts.map((script, at) => `<script${at === 0 ? " id=glue" : ""}>${script}</script>`),
    // A data block, which no browser runs: who has the file has the licences of what is in it.
    `<script id=licences type=text/plain>${licences}</script>`,
  ];
  html = html.replace("</body>", () => `${body.join("")}</body>`);
  const left = /(?:src|href)=["']?\.\/[^\s>]+/.exec(html);
  if (left) throw new Error(`the single file would still load ${left[0]}`);
  writeFileSync(path.join(staged, "groundplan.html"), html);
}

function policy(scripts, styles) {
  return `<meta http-equiv=Content-Security-Policy content="${single(scripts, styles)}">`;
}

