// The hosted page: integrity on everything it loads, and its policy for hosts that cannot send headers.

import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { HOSTED, digest } from "./policy.mjs";

/**
 * Rewrites index.html and gives what it loads: { html, scripts, styles, icon, program }, each name as in the folder.
 *
 * Trunk's minifier leaves no quotes around attributes, and none of ours holds a blank.
 */
export function harden(staged) {
  const index = path.join(staged, "index.html");
  const found = { scripts: [], styles: [], icon: undefined, program: undefined };
  let html = scriptsJoined(staged, stylesJoined(staged, readFileSync(index, "utf8")));
  html = html.replace(/<(?:script|link) [^>]*>/g, (tag) => {
    const name = /\b(?:src|href)=(?:"\.\/([^"]+)"|\.\/([^\s>"]+))/.exec(tag)?.slice(1).find(Boolean);
    if (!name) return tag;
    const sum = digest("sha384", readFileSync(path.join(staged, name)));
    const bare = tag.replace(/ (?:data-)?integrity=\S+?(?=[\s>])/g, "").replace(/ crossorigin\b/, "");
    const add = (attributes) => bare.replace(/>$/, ` ${attributes}>`);
    if (tag.startsWith("<script")) {
      found.scripts.push(name);
      return add(`integrity=${sum} crossorigin`);
    }
    if (/rel="?stylesheet/.test(tag)) {
      found.styles.push(name);
      return add(`integrity=${sum} crossorigin`);
    }
    if (/rel="?icon/.test(tag)) {
      found.icon = name;
      return bare;
    }
    if (/rel="?program/.test(tag)) {
      found.program = name;
      // For assets/boot.js, which asks for it when it fetches.
      return add(`data-integrity=${sum}`);
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
  if (!html.includes(HOSTED) || !html.includes("data-worker")) throw new Error("index.html could not be hardened");
  writeFileSync(index, html);
  return { html, ...found };
}

/** The style sheets as one file: a page that waits for one is shown sooner than a page that waits for a dozen. */
function stylesJoined(staged, html) {
  const link = /<link [^>]*\bhref="?\.\/([^\s">]+\.css)"?[^>]*>/g;
  return joined(staged, html, link, ".css", "\n", (name) => `<link href=./${name} rel=stylesheet>`);
}

/** The scripts as one file, in the order in which they would run. */
function scriptsJoined(staged, html) {
  const script = /<script [^>]*\bsrc="?\.\/([^\s">]+\.js)"?[^>]*><\/script>/g;
  return joined(staged, html, script, ".js", ";\n", (name) => `<script defer src=./${name}></script>`);
}

function joined(staged, html, form, ending, between, element) {
  const found = [...html.matchAll(form)];
  const text = found.map(([, name]) => readFileSync(path.join(staged, name), "utf8").trim()).join(between);
  const name = `groundplan-${createHash("sha256").update(text).digest("hex").slice(0, 16)}${ending}`;
  found.forEach(([, name]) => rmSync(path.join(staged, name)));
  writeFileSync(path.join(staged, name), text);
  const [[first], ...others] = found;
  return others.reduce((html, [other]) => html.replace(other, ""), html).replace(first, element(name));
}
