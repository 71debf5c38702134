// How sure the advice is: worked out in a worker in every home, and between frames where there can be none; the same figures everywhere.

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, axe, openPage, screenshot } from "./harness/journey.mjs";
import { HOSTED } from "../../xtask/post-build/policy.mjs";
import { serve } from "./harness/server.mjs";

const sure = (page) => page.locator(".sure[aria-busy=false]");

/** Opens a page and counts the workers it starts. */
async function opened(options) {
  const workers = [];
  const page = await openPage({ ...options, route: async (page) => page.on("worker", (worker) => workers.push(worker.url())) });
  return { page, workers };
}

test("the odds are the same in a worker of the hosted page, of the single file from a disk, and between frames", async () => {
  const hosted = await opened({});
  const said = await sure(hosted.page).innerText();
  assert.match(said, /1,000 possible futures/);
  assert.deepEqual(hosted.workers.map((url) => url.split(":")[0]), ["blob"]);
  const disk = await opened({ url: pathToFileURL(path.join(DIST, "groundplan.html")).href, context: { offline: true } });
  assert.equal(await sure(disk.page).innerText(), said);
  assert.equal(disk.workers.length, 1);
  // A host whose policy is older than the worker.
  const server = await serve(DIST, { headers: { "Content-Security-Policy": HOSTED.replace(" blob:; trusted", "; trusted").replace("worker-src 'self' blob:", "worker-src 'self'") } });
  try {
    const strict = await opened({ url: server.url, quiet: false });
    assert.equal(await sure(strict.page).innerText(), said);
  } finally {
    await server.close();
  }
});

test("an answer that turns the verdict is found, tried and taken back", async () => {
  const { page } = await opened({});
  await page.getByRole("tab", { name: "How sure" }).click();
  const turning = page.getByRole("region", { name: "What would change the answer" });
  const attempt = turning.getByRole("button", { name: /^Try it/ }).first();
  // Each trial is the whole advice anew: on a slow machine all of them take a minute.
  await attempt.waitFor({ timeout: 120_000 });
  const verdict = () => page.locator(".verdict h2").innerText();
  const before = await verdict();
  await attempt.click();
  await page.waitForFunction((before) => document.querySelector(".verdict h2").innerText !== before, before);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction((before) => document.querySelector(".verdict h2").innerText === before, before);
  await axe(page);
});

test("the map is drawn of any two answers, chosen by keyboard", async () => {
  const { page } = await opened({});
  await page.getByRole("tab", { name: "How sure" }).click();
  const map = page.getByRole("region", { name: "Where each option wins" });
  await map.getByText("The dot is your answer").waitFor();
  const across = map.getByLabel("Across");
  assert.equal(await map.getByLabel("Upwards").locator("option[value=visits]").count(), 0);
  await across.focus();
  await across.selectOption("outage");
  await map.locator("svg text").filter({ hasText: /minutes/ }).first().waitFor();
  await axe(page);
});

test("once all futures are tried the price has their range, in the place of the low and the high case", async () => {
  const { page } = await opened({});
  const price = page.locator(".verdict .price");
  const before = await price.boundingBox();
  await sure(page).waitFor();
  await price.locator("span[title*='possible futures']").waitFor();
  const after = await price.boundingBox();
  assert.deepEqual([after.y, after.height], [before.y, before.height]);
});

test("on a phone the odds are read, and nothing is wider than the screen", async () => {
  const { page } = await opened({ width: 390, theme: "dark" });
  await page.getByRole("tab", { name: "How sure" }).click();
  await page.getByRole("region", { name: "The next 36 months" }).getByText("On the way").waitFor();
  await page.getByRole("region", { name: "Where each option wins" }).getByText("The dot is your answer").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await axe(page);
  await screenshot(page, "odds-phone");
});
