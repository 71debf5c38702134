// What a journey needs: a page that is watched, axe, screenshots.
//
// Importing this starts a server for dist/ and a browser, once for each test file, and ends both.
// After each test every page it opened must have been quiet: no console error, no request after it had loaded.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, afterEach, before } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

export { axe } from "./axe.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const OUTPUT = path.join(here, "..", "output");

/** The built page. */
export const DIST = path.join(here, "..", "..", "..", "dist");

let server;
let browser;
let opened = [];
const contexts = [];

before(async () => {
  server = await serve(DIST);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

afterEach(async () => {
  const pages = opened;
  opened = [];
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  for (const page of pages.filter((page) => page.mustBeQuiet)) {
    assert.deepEqual(page.faults, [], "the console must stay empty of errors");
    assert.deepEqual(page.requests, [], "a loaded page must ask for nothing");
  }
});

/**
 * Opens the page and waits until its program has started.
 *
 * `page.faults` gathers console errors and uncaught exceptions, `page.requests` what goes over the network after that.
 *
 * @param width, height  of the window, in CSS pixels
 * @param theme  "light" or "dark"
 * @param hash  the fragment of the address, without "#"
 * @param quiet  false where a test provokes errors or requests
 * @param url  another address than that of the built page on its server
 * @param without  what is not to be loaded, as a pattern of addresses
 * @param route  what is to be done with requests: called with the page before it is opened
 * @param started  false where the program is not to be waited for
 * @param until  how far the page itself is waited for, as Playwright's waitUntil names it
 * @param context  further options of Playwright's newContext
 */
export async function openPage({
  width = 1440,
  height = 900,
  theme = "light",
  hash = "",
  quiet = true,
  url = server.url,
  without,
  route,
  started = true,
  until = "load",
  context: options = {},
} = {}) {
  const context = await openContext({ viewport: { width, height }, colorScheme: theme, ...options });
  const page = watch(await context.newPage(), { quiet });
  if (without) await page.route(without, (route) => route.abort());
  await route?.(page);
  await page.goto(hash ? `${url}#${hash}` : url, { waitUntil: until });
  if (started) await untilStarted(page);
  page.on("request", (request) => overTheNetwork(request) && page.requests.push(request.url()));
  return page;
}

/**
 * A context as of a fresh device, for what takes more than one page. It is closed by itself.
 * Nothing moves by itself, so that what is seen does not depend on when it is looked at.
 * Service workers are only let in where a journey is about them: they fetch when they like.
 */
export async function openContext(options = {}) {
  const context = await browser.newContext({ serviceWorkers: "block", reducedMotion: "reduce", ...options });
  contexts.push(context);
  return context;
}

/**
 * What is read of a page is read once the answer to the last change is there: the advice is worked out between frames, and
 * until then the page says that it is busy (`data-busy` of its root).
 */
async function untilAnswered(page) {
  const idle = () => !document.documentElement?.dataset.busy;
  await Promise.all(page.frames().map((frame) => frame.waitForFunction(idle).catch(() => {})));
}

const READING = ["textContent", "innerText", "allTextContents", "allInnerTexts", "inputValue", "getAttribute", "count", "isVisible", "isDisabled", "isChecked", "boundingBox", "evaluate", "evaluateAll"];

function readPatiently(page) {
  const { evaluate } = page;
  page.evaluate = async (...given) => {
    await untilAnswered(page);
    return evaluate.apply(page, given);
  };
  const locators = Object.getPrototypeOf(page.locator("html"));
  if (locators.isPatient) return;
  locators.isPatient = true;
  for (const name of READING) {
    const read = locators[name];
    locators[name] = async function (...given) {
      await untilAnswered(this.page());
      return read.apply(this, given);
    };
  }
}

/** Has a page watched like those of openPage: quiet until the test is over, unless told otherwise. */
export function watch(page, { quiet = true } = {}) {
  opened.push(Object.assign(page, { mustBeQuiet: quiet, faults: [], requests: [] }));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  page.on("pageerror", (error) => page.faults.push(String(error)));
  readPatiently(page);
  return page;
}

/** Loads the page again and waits until its program has started; what that asks for is no fault. */
export async function reload(page) {
  const before = page.requests.length;
  await page.reload();
  await untilStarted(page);
  page.requests.length = before;
}

/** Writes tests/e2e/output/NAME.png: for the eye, nothing is compared. */
export async function screenshot(page, name) {
  await mkdir(OUTPUT, { recursive: true });
  await page.screenshot({ path: path.join(OUTPUT, `${name}.png`), fullPage: true });
}

/**
 * The icon is left out: a browser fetches it when it likes. So is the typeface where a style sheet names it: Chromium asks
 * its cache for it again when style sheets change, as they do under axe. hosted.test.mjs sees that no server is asked.
 */
function overTheNetwork(request) {
  return request.url().startsWith("http") && !/\/favicon[^/]*$/.test(request.url()) && request.resourceType() !== "font";
}

/** Waits until a page's program, or that of a frame, has started. */
export async function untilStarted(page) {
  await page.waitForFunction(() => {
    const { state } = document.documentElement.dataset;
    return state === "failed" || (state === "ready" && !document.querySelector("[data-shell]"));
  });
  const fault = await page.locator("#fault-detail").textContent({ timeout: 1 }).catch(() => "");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.state), "ready", fault);
}
