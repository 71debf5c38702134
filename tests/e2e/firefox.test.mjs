// The journeys of the hosted page and the single file in Firefox, where there is one.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findFirefox, launchFirefox } from "./harness/firefox.mjs";
import { serve } from "./harness/server.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const program = findFirefox();
const options = { skip: program ? false : "no Firefox here: install one, or name it in FIREFOX_PATH", timeout: 60_000 };

let firefox;
before(async () => {
  firefox = program && (await launchFirefox(program));
});
after(() => firefox?.close());

async function opened(url) {
  const tab = await firefox.open();
  await tab.goto(url);
  await started(tab);
  return tab;
}

async function started(tab) {
  const state = await tab.until(() => document.documentElement.dataset.state);
  assert.equal(state, "ready", await tab.evaluate(() => document.getElementById("fault-detail")?.textContent));
}

/** Types into a field as the page sees it. */
const answer = (id, text) => {
  const field = document.getElementById(id);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.blur();
};

const verdict = (tab) => tab.evaluate(() => document.querySelector(".verdict h2").textContent);

test("hosted under a sub-path with the strict policy, in Firefox", options, async () => {
  const server = await serve(DIST, { base: "/tools/plan/" });
  try {
    const tab = await opened(`${server.url}#v=1&site=shop`);
    const first = await verdict(tab);
    await tab.evaluate(answer, "visits", "9m");
    await tab.until(() => location.hash.includes("visits=9m"));
    assert.notEqual(await verdict(tab), first);
    assert.deepEqual(tab.faults, []);
  } finally {
    await server.close();
  }
});

test("offline after the first visit, in Firefox", options, async () => {
  const server = await serve(DIST, { base: "/plan/" });
  const tab = await opened(server.url);
  await tab.until(() => navigator.serviceWorker.ready.then(({ active }) => active.state === "activated"));
  await server.close();
  await tab.goto(`${server.url}?from=mail#v=1&site=news`);
  await started(tab);
  await tab.reload();
  await started(tab);
  assert.match(await verdict(tab), /./);
  assert.deepEqual(tab.faults, []);
});

test("the single file from a disk, in Firefox", options, async () => {
  const tab = await opened(pathToFileURL(path.join(DIST, "groundplan.html")).href);
  await tab.evaluate(answer, "visits", "45000");
  await tab.until(() => location.hash.includes("visits=45k"));
  await tab.reload();
  await started(tab);
  assert.equal(await tab.evaluate(() => document.getElementById("visits").value), "45,000");
  assert.deepEqual(tab.faults, []);
});

test("inside another site, in Firefox", options, async () => {
  const server = await serve(DIST);
  try {
    const tab = await firefox.open();
    await tab.goto(`${server.url}demo/`);
    const heard = await tab.until(() => {
      const text = document.getElementById("heard").textContent;
      return text.includes("result") && text;
    });
    assert.match(heard, /ready/);
    const height = () => parseFloat(document.querySelector("groundplan-advisor").shadowRoot.querySelector("iframe").style.height);
    assert.ok((await tab.evaluate(height)) > 900);
    assert.deepEqual(tab.faults, []);
  } finally {
    await server.close();
  }
});
