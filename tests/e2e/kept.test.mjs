// What a reader has answered is never lost without a word: by a link, a fresh visit, another tab, a reload or a close.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, reload, screenshot, untilStarted, watch } from "./harness/journey.mjs";

const visits = (page) => page.getByRole("textbox", { name: "Visits a month", exact: true });
const kept = (page, name = "session") => page.evaluate((name) => localStorage.getItem(`groundplan / ${name}`), name);
const earlier = async (page) => JSON.parse((await kept(page, "earlier sessions")) ?? "[]");
const note = (page) => page.getByRole("region", { name: "Kept answers" });

async function answer(page, text) {
  await visits(page).fill(text);
  await visits(page).blur();
}

/** Another visit on the device of a page, as after its window was closed. */
async function visit(page, hash = "") {
  const next = watch(await page.context().newPage());
  await next.goto(`${page.url().split("#")[0]}${hash && `#${hash}`}`);
  await untilStarted(next);
  return next;
}

async function keptAnswers() {
  const page = await openPage();
  await answer(page, "45000");
  await page.waitForFunction(() => location.hash.includes("visits=45k"));
  return page;
}

for (const [how, hash, change] of [
  ["a link is opened and one thing changed", "v=1&site=shop", (page) => answer(page, "46000")],
  ["a fresh visit begins with one press of +", "", (page) => page.getByRole("button", { name: "More: Visits a month" }).click()],
  ["a fresh visit begins with an example", "", (page) => page.locator(".preset").nth(2).click()],
]) {
  test(`${how}: the answers of last time stay, and so does their note, until it is decided`, async () => {
    const first = await keptAnswers();
    const page = await visit(first, hash);
    await note(page).getByText("45,000 visits").waitFor();
    await change(page);
    await page.waitForFunction(() => localStorage.getItem("groundplan / session") !== "v=1&visits=45k");
    await note(page).getByText("45,000 visits").waitFor();
    assert.deepEqual(await earlier(page), ["v=1&visits=45k"]);
    await axe(page);
    await screenshot(page, "kept-answers");
    // Closed without a decision, and opened again.
    const again = await visit(page);
    await note(again).getByText("One more set of answers").waitFor();
    await again.getByRole("button", { name: "Forget them" }).click();
    await note(again).getByText("45,000 visits").waitFor();
    await again.getByRole("button", { name: "Go on with them" }).click();
    assert.equal(await visits(again).inputValue(), "45,000");
    assert.equal(await note(again).count(), 0);
    assert.deepEqual([await kept(again), await earlier(again)], ["v=1&visits=45k", []]);
  });
}

test("answers that are gone back to put the present ones aside, not away", async () => {
  const page = await visit(await keptAnswers());
  await answer(page, "7000");
  await page.getByRole("button", { name: "Go on with them" }).click();
  await note(page).getByText("7,000 visits").or(note(page).getByText("7000 visits")).waitFor();
  assert.equal(await visits(page).inputValue(), "45,000");
  await page.getByRole("button", { name: "Forget them" }).click();
  assert.equal(await note(page).count(), 0);
  assert.deepEqual(await earlier(page), []);
});

test("a link pasted over the page's own address leaves the answers kept", async () => {
  const page = await keptAnswers();
  await page.evaluate(() => {
    location.hash = "v=1&visits=9k";
  });
  await note(page).getByText("45,000 visits").waitFor();
  await answer(page, "9500");
  await note(page).getByText("45,000 visits").waitFor();
  assert.deepEqual(await earlier(page), ["v=1&visits=45k"]);
});

test("steps back and forth by the browser's history are no answers of somebody else's", async () => {
  const page = await keptAnswers();
  await answer(page, "50000");
  await answer(page, "60000");
  await page.waitForFunction(() => location.hash.includes("visits=60k"));
  await page.evaluate(() => history.go(-2));
  await page.waitForFunction(() => location.hash.includes("visits=45k"));
  assert.equal(await visits(page).inputValue(), "45,000");
  assert.equal(await note(page).count(), 0);
});

test("two tabs that take turns keep what either has, and do not pile it up", async () => {
  const one = await keptAnswers();
  const two = await visit(one, "v=1&visits=20k");
  for (const turn of [1, 2, 3]) {
    await answer(two, `2100${turn}`);
    await one.getByText("Another tab has changed the answers").waitFor();
    await answer(one, `4500${turn}`);
    await two.getByText("Another tab has changed the answers").waitFor();
  }
  assert.deepEqual([await kept(one), await earlier(one)], ["v=1&visits=45003", ["v=1&visits=21003"]]);
});

for (const [how, leave] of [
  ["a reload", (page) => page.reload()],
  ["a close", async (page) => (await visit(page), page.close({ runBeforeUnload: true }))],
]) {
  test(`${how} right after the last key loses nothing that was typed`, async () => {
    const page = await openPage({ hash: "v=1&visits=10k" });
    const context = page.context();
    await visits(page).fill("44000");
    await visits(page).fill("45000");
    await leave(page);
    const [last] = context.pages().slice(-1);
    if (last === page) {
      await untilStarted(page);
      page.requests.length = 0;
      assert.equal(await visits(page).inputValue(), "45,000");
      assert.equal(await page.evaluate(() => location.hash), "#v=1&visits=45k");
    }
    assert.equal(await kept(last), "v=1&visits=45k");
  });
}

test("a figure of the week in a field not left yet outlives a reload", async () => {
  const page = await openPage({ hash: "v=1&if.spike=tue-12-10-2" });
  await page.getByRole("tab", { name: "Load test" }).click();
  const height = page.getByRole("region", { name: /One-week load simulation/ }).getByRole("textbox", { name: "Times the mean demand" });
  await height.fill("30");
  await reload(page);
  assert.match(await page.evaluate(() => location.hash), /if\.spike=tue-12-30-2/);
  assert.match(await kept(page), /if\.spike=tue-12-30-2/);
});

test("out of sight, the address is brought up to date at once", async () => {
  const page = await openPage({ hash: "v=1&visits=10k" });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await visits(page).fill("44000");
  await visits(page).fill("45000");
  assert.equal(await page.evaluate(() => location.hash), "#v=1&visits=44k", "it waits while somebody types");
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  assert.equal(await page.evaluate(() => location.hash), "#v=1&visits=45k");
});

test("no room for the answers: earlier ones stay, and once they are forgotten there is room", async () => {
  const first = await keptAnswers();
  const page = watch(await first.context().newPage());
  await page.addInitScript(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, text) {
      const others = Object.keys(this).filter((known) => known !== name).reduce((sum, known) => sum + this[known].length, 0);
      if (others + text.length > 30) throw new DOMException("full", "QuotaExceededError");
      return write.call(this, name, text);
    };
  });
  await page.goto(first.url().split("#")[0]);
  await untilStarted(page);
  await answer(page, "46000");
  await page.getByText("There is no room left on this device for these answers").waitFor();
  await axe(page);
  assert.equal(await kept(page), "v=1&visits=45k");
  await page.getByRole("button", { name: "Put this note away" }).click();
  await page.getByRole("button", { name: "Forget them" }).click();
  assert.equal(await kept(page), "v=1&visits=46k");
});
