// The hosted page: one style sheet, integrity on scripts and styles, and its policy for hosts that cannot send headers.

import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { contentHash, filesIn, renameByContent } from "./files.mjs";
import { HOSTED, digest } from "./policy.mjs";

/**
 * Rewrites index.html and gives what it loads: { html, scripts, styles, icon, module, typeface }, each name as in the folder.
 *
 * Trunk's minifier leaves no quotes around attributes, and none of ours holds a blank.
 */
export function finishPage(staged) {
  const index = path.join(staged, "index.html");
  const found = { scripts: [], styles: [], icon: undefined, module: undefined, typeface: renameTypeface(staged) };
  let html = joinStyles(staged, readFileSync(index, "utf8"));
  html = html.replace(/<(?:script|link) [^>]*>/g, (tag) => {
    const name = /\b(?:src|href)=(?:"\.\/([^"]+)"|\.\/([^\s>"]+))/.exec(tag)?.slice(1).find(Boolean);
    if (!name) return tag;
    const bare = tag.replace(/ integrity=\S+?(?=[\s>])/g, "").replace(/ crossorigin(=\w+)?\b/, "");
    const withAttributes = (name, attributes) => bare.replace(/\.\/[^\s">]+/, `./${name}`).replace(/>$/, ` ${attributes}>`);
    const integrity = (name) => `integrity=${digest("sha384", readFileSync(path.join(staged, name)))}`;
    if (tag.startsWith("<script")) {
      const renamed = renameByContent(staged, name);
      found.scripts.push(renamed);
      return withAttributes(renamed, `${integrity(renamed)} crossorigin`);
    }
    if (/rel="?stylesheet/.test(tag)) {
      found.styles.push(name);
      return withAttributes(name, `${integrity(name)} crossorigin`);
    }
    if (/rel="?icon/.test(tag)) {
      found.icon = name;
      return bare;
    }
    if (name.endsWith(".wasm")) {
      // No integrity: a fetch with it answers only after the last byte, and the module is to be compiled while it arrives.
      // assets/boot.js reads the size for its progress bar.
      found.module = renameByContent(staged, name);
      return withAttributes(found.module, `data-size=${statSync(path.join(staged, found.module)).size} crossorigin`);
    }
    return tag;
  });
  for (const [what, name] of Object.entries({ ...found, scripts: found.scripts[0], styles: found.styles[0] })) {
    if (!name) throw new Error(`index.html loads no ${what}: has Trunk changed how it writes them?`);
  }
  const head = [
    `<meta http-equiv=Content-Security-Policy content="${HOSTED}">`,
    "<link rel=manifest href=./groundplan.webmanifest>",
    "<link rel=apple-touch-icon href=./icons/192.png>",
  ];
  html = html.replace(/<meta charset=("?)utf-8\1>/i, (charset) => charset + head.join(""));
  html = html.replace(/<html\b/, "<html data-worker=./sw.js");
  if (!html.includes(HOSTED) || !html.includes("data-worker")) throw new Error("index.html could not be given its policy");
  writeFileSync(index, html);
  return { html, ...found };
}

/** Names the typeface by its content, in the page, which preloads it, and in the style sheet, which uses it. */
function renameTypeface(staged) {
  const name = "public-sans.woff2";
  const renamed = `public-sans-${contentHash(readFileSync(path.join(staged, name)))}.woff2`;
  renameSync(path.join(staged, name), path.join(staged, renamed));
  for (const file of filesIn(staged).filter((file) => /^[^/]+\.(css|html)$/.test(file))) {
    const text = readFileSync(path.join(staged, file), "utf8");
    writeFileSync(path.join(staged, file), text.replaceAll(name, renamed));
  }
  return renamed;
}

/** The style sheets as one file: a page that waits for one is shown sooner than a page that waits for a dozen. */
function joinStyles(staged, html) {
  const links = [...html.matchAll(/<link [^>]*\bhref="?\.\/([^\s">]+\.css)"?[^>]*>/g)];
  const text = links.map(([, name]) => readFileSync(path.join(staged, name), "utf8").trim()).join("\n");
  const joined = `groundplan-${contentHash(text)}.css`;
  links.forEach(([, name]) => rmSync(path.join(staged, name)));
  writeFileSync(path.join(staged, joined), text);
  const [[first], ...others] = links;
  return others.reduce((html, [link]) => html.replace(link, ""), html).replace(first, `<link rel=stylesheet href=./${joined}>`);
}
