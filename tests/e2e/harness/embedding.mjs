// The advisor inside another site: a site to put it into, and what is asked of it there.

import assert from "node:assert/strict";
import { DIST, openContext, watch } from "./journey.mjs";
import { serve } from "./server.mjs";

/** A site on an origin of its own, whose policy allows its own files, the loader and the frame. */
export async function site(advisor, body, { policy, head = "", script = "", loader = "" } = {}) {
  const origin = new URL(advisor.url).origin;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A site</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,"><link rel="stylesheet" href="theme.css">${head}
    <script src="${advisor.url}embed.js" ${loader}></script><script src="listen.js" defer></script></head>
    <body><main><h1>A site</h1>${body}</main></body></html>`;
  const listen = `"use strict";
    window.heard = [];
    for (const [i, advisor] of document.querySelectorAll("groundplan-advisor").entries())
      for (const name of ["ready", "resize", "change", "result", "cta"])
        advisor.addEventListener(name, ({ detail }) => window.heard.push({ i, name, detail }));
    ${script}`;
  // As many themes have it: frames are squeezed into the proportions of films.
  const theme = `body { margin: 0; font-family: serif } .entry-content { max-width: 640px; margin: 0 auto }
    iframe { aspect-ratio: 16 / 9; height: auto !important; max-width: 300px !important }`;
  const files = { "index.html": html, "listen.js": listen, "theme.css": theme };
  return serve(DIST, {
    answer: (file) => files[file] && { body: files[file] },
    headers: {
      "Content-Security-Policy":
        policy ?? `default-src 'none'; script-src 'self' ${origin}; style-src 'self'; frame-src ${origin}; connect-src ${origin}; img-src data:`,
    },
  });
}

export async function embedded(body, { width = 1280, ...options } = {}, check) {
  const advisor = await serve(DIST, { base: "/plan/" });
  const host = await site(advisor, body(advisor.url), options);
  try {
    const context = await openContext({ viewport: { width, height: 900 }, ...options.context });
    const page = watch(await context.newPage(), options);
    await page.goto(host.url);
    await check({ page, host, advisor, context });
  } finally {
    await host.close();
    await advisor.close();
  }
}

export const tag = (attributes = "") => () => `<groundplan-advisor data-loading="eager" ${attributes}></groundplan-advisor>`;

/** The frame of the n-th advisor, once its program runs there. */
export async function frameOf(page, n = 0) {
  const handle = await page.waitForFunction(
    (n) => document.querySelectorAll("groundplan-advisor")[n]?.shadowRoot?.querySelector("iframe"),
    n,
  );
  const frame = await handle.asElement().contentFrame();
  await frame.locator("#result").waitFor();
  return frame;
}

export const heard = (page, name, i = 0) =>
  page.waitForFunction(([name, i]) => window.heard.filter((event) => event.name === name && event.i === i).at(-1)?.detail, [name, i])
    .then((handle) => handle.jsonValue());

/** The frame's height and that of what is in it, and whether either scrolls. */
export async function measure(page, frame, n = 0) {
  const outer = await page.evaluate((n) => {
    const box = document.querySelectorAll("groundplan-advisor")[n].shadowRoot.querySelector("iframe").getBoundingClientRect();
    return { height: box.height, width: box.width };
  }, n);
  const inner = await frame.evaluate(() => ({
    height: Math.ceil(document.body.getBoundingClientRect().height),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    window: innerHeight,
  }));
  return { outer, inner };
}

export async function untilSized(page, frame, n = 0) {
  for (let tries = 0; tries < 400; tries += 1) {
    const { outer, inner } = await measure(page, frame, n);
    if (Math.abs(outer.height - inner.height) <= 2 && Math.abs(inner.window - inner.height) <= 2) return { outer, inner };
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  return assert.fail(`not sized: ${JSON.stringify(await measure(page, frame, n))}`);
}
