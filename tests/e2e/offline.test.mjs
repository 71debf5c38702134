// Offline: after the first visit without a server, and updates that are offered, whole or not at all.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { digest } from "../../xtask/post-build/policy.mjs";
import { DIST, axe, openContext, untilStarted, watch } from "./harness/journey.mjs";
import { serve } from "./harness/server.mjs";

test("opens after the first visit with the server gone and the network off", async () => {
  const server = await serve(DIST, { base: "/plan/" });
  const { context, page } = await firstVisit(server);
  await server.close();
  await page.goto(`${server.url}?from=mail#v=1&site=shop`);
  await page.reload();
  await untilStarted(page);
  assert.equal(await page.evaluate(() => location.hash), "#v=1&site=shop");
  await context.setOffline(true);
  await page.reload();
  await untilStarted(page);
  await page.goto(`${server.url}index.html`);
  await untilStarted(page);
});

test("keeps no file that may be missing", async () => {
  const server = await serve(DIST);
  try {
    const { page } = await firstVisit(server);
    const kept = await page.evaluate(async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname.slice(1));
    });
    assert.ok(kept.includes("") && kept.some((name) => name.endsWith(".wasm")), kept.join(", "));
    for (const name of kept) readFileSync(path.join(DIST, name || "index.html"));
    assert.ok(!kept.some((name) => /sw\.js|groundplan\.html|embed|demo|\.(br|gz)$/.test(name)), kept.join(", "));
  } finally {
    await server.close();
  }
});

test("offers an update, and puts it in place when asked to", async () => {
  const builds = { now: olderBuild() };
  const server = await serve(DIST, { answer: (file) => builds.now.get(file) });
  try {
    const { page } = await firstVisit(server);
    assert.equal(await generation(page), "older");
    await page.evaluate(() => history.replaceState(null, "", "#v=1&site=news"));
    builds.now = new Map();

    await page.reload();
    await untilStarted(page);
    assert.equal(await generation(page), "older", "the update must not be forced");
    const offer = page.locator("#update");
    await offer.waitFor();
    assert.match(await offer.textContent(), /new version/);
    await axe(page);
    await page.getByRole("button", { name: "Later" }).click();
    assert.equal(await offer.isVisible(), false);

    await page.reload();
    await offer.waitFor();
    assert.equal(await generation(page), "older");
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Load it now" }).click()]);
    await untilStarted(page);
    assert.equal(await generation(page), null);
    assert.equal(await page.evaluate(() => location.hash), "#v=1&site=news", "the answers must be kept");
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    assert.equal(await offer.isVisible(), false);
  } finally {
    await server.close();
  }
});

test("tells the other tabs when one of them has brought in an update", async () => {
  const builds = { now: olderBuild() };
  const server = await serve(DIST, { answer: (file) => builds.now.get(file) });
  try {
    const { context, page } = await firstVisit(server);
    const other = watch(await context.newPage());
    await other.goto(server.url);
    await untilStarted(other);
    builds.now = new Map();
    await page.reload();
    await page.getByRole("button", { name: "Load it now" }).click();
    await other.locator("#update", { hasText: "Another tab" }).waitFor();
    assert.equal(await generation(other), "older", "an open page must be left as it is");
  } finally {
    await server.close();
  }
});

test("keeps the old build whole while a new one is only half there", async () => {
  const builds = { now: olderBuild() };
  const server = await serve(DIST, { answer: (file) => builds.now.get(file) });
  const { context, page } = await firstVisit(server);
  // The service worker is new, the page still the old one: somebody is copying files, in the wrong order.
  builds.now = new Map([["index.html", builds.now.get("index.html")]]);
  page.mustBeQuiet = false;
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((done) => registration.addEventListener("updatefound", () => done(registration.installing)));
    await registration.update().catch(() => {});
    const worker = await found;
    if (worker.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
    return worker.state;
  });
  assert.equal(outcome, "redundant");
  await server.close();
  await context.setOffline(true);
  await page.reload();
  await untilStarted(page);
  assert.equal(await generation(page), "older");
  assert.equal(await page.locator("#update").isVisible(), false);
});

test("keeps no program that was changed on the way", async () => {
  const server = await serve(DIST, {
    // A custom section at its end: the module stays valid, and is another one.
    answer: (file) => file.endsWith("_bg.wasm") && { body: Buffer.concat([readFileSync(path.join(DIST, file)), Buffer.from([0, 1, 0])]) },
  });
  try {
    const context = await openContext({ serviceWorkers: "allow" });
    const page = watch(await context.newPage(), { quiet: false });
    await page.goto(server.url);
    await untilStarted(page);
    const kept = await page.evaluate(async () => {
      // The page has begun to register it by now; a registration that fails goes away again.
      const registration = await navigator.serviceWorker.getRegistration();
      const worker = registration?.installing ?? registration?.waiting ?? registration?.active;
      if (worker?.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
      const files = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return [worker?.state, files.flat().length];
    });
    assert.equal(kept[0] ?? "redundant", "redundant");
    assert.equal(kept[1], 0);
  } finally {
    await server.close();
  }
});

/** A device that has been here once: the page is kept, and has been opened from what is kept. */
test("puts back what the device has lost or spoiled", async () => {
  const server = await serve(DIST);
  try {
    const { page } = await firstVisit(server);
    page.mustBeQuiet = false;
    const files = () =>
      page.evaluate(async () => {
        const cache = await caches.open((await caches.keys())[0]);
        const texts = [];
        for (const request of await cache.keys()) texts.push([request.url, await (await cache.match(request)).text()]);
        return texts.sort();
      });
    const whole = await files();
    const harm = (how) =>
      page.evaluate(async (how) => {
        const cache = await caches.open((await caches.keys())[0]);
        for (const request of await cache.keys()) {
          if (how === "lost") await cache.delete(request);
          else await cache.put(request, new Response("spoiled", { headers: (await cache.match(request)).headers }));
        }
      }, how);
    for (const how of ["spoiled", "lost"]) {
      await harm(how);
      await page.reload();
      await untilStarted(page);
      // What a reload takes from the browser's memory is asked for here.
      for (const [url, text] of whole.filter(([url]) => url !== server.url)) {
        const answered = await page.evaluate(async (url) => (await fetch(url)).text(), url);
        assert.equal(answered, text, `${url}, ${how}`);
      }
      assert.deepEqual(await files(), whole, how);
    }
    await server.close();
    await page.reload();
    await untilStarted(page);
  } finally {
    await server.close();
  }
});

async function firstVisit(server) {
  const context = await openContext({ serviceWorkers: "allow" });
  const page = watch(await context.newPage());
  await page.goto(server.url);
  await untilStarted(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await untilStarted(page);
  assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)));
  return { context, page };
}

/** What differs from dist/ in a build before it: the page has a mark, and the service worker knows that page. */
function olderBuild() {
  const read = (name) => readFileSync(path.join(DIST, name), "utf8");
  const html = read("index.html").replace("<html ", "<html data-generation=older ");
  const worker = read("sw.js")
    .replace(/const VERSION = "\w+"/, 'const VERSION = "older"')
    .replace(digest("sha384", read("index.html")), digest("sha384", html));
  return new Map(Object.entries({ "index.html": { body: html }, "sw.js": { body: worker } }));
}

function generation(page) {
  return page.evaluate(() => document.documentElement.dataset.generation ?? null);
}
