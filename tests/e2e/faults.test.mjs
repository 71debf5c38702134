// What goes wrong is said once, and the page goes on: no storage, another tab, links that mean harm.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DIST, axe, openContext, openPage, untilStarted, watch } from "./harness/journey.mjs";
import { serve } from "./harness/server.mjs";

const visits = (page) => page.getByRole("textbox", { name: "Visits a month" });

async function answer(page, text) {
  await visits(page).fill(text);
  await visits(page).blur();
}

/** Runs before the page's own scripts: the device keeps nothing. */
const DENIALS = {
  denied: [
    () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } }),
    "This browser keeps nothing for this page",
  ],
  full: [
    () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; },
    "There is no room left on this device for these answers",
  ],
};

for (const [how, [deny, told]] of Object.entries(DENIALS)) {
  test(`storage ${how}: it is said until the note is put away, and the answers are in the address`, async () => {
    const page = await openPage({ route: (page) => page.addInitScript(deny) });
    await answer(page, "45000");
    const notice = page.getByText(told);
    await notice.waitFor();
    await axe(page);
    await answer(page, "45500");
    await notice.waitFor();
    await page.getByRole("button", { name: "Put this note away" }).click();
    await answer(page, "46000");
    await page.waitForFunction(() => location.hash.includes("visits=46k"));
    assert.equal(await notice.count(), 0);
  });
}

test("storage with rubbish in it does no harm", async () => {
  const page = await openPage({
    route: (page) =>
      page.addInitScript(() => {
        localStorage.setItem("groundplan / session", "\u0000<script>alert(1)</script>&&&=%zz");
        localStorage.setItem("groundplan / workshop", "{".repeat(50_000));
        localStorage.setItem("groundplan / appearance", "blinding");
      }),
  });
  await page.getByRole("button", { name: "Go on with them" }).click();
  await page.getByRole("heading", { name: "Parts of this link were not understood" }).waitFor();
  await page.getByRole("button", { name: "Workshop" }).click();
  await page.getByText("One that this page cannot read").waitFor();
  await page.getByRole("button", { name: "Start a new one" }).click();
  await page.getByRole("heading", { level: 1, name: "A site like yours" }).waitFor();
});

test("answers of last time are offered, not forced, and can be forgotten", async () => {
  const page = await openPage();
  await answer(page, "45000");
  await page.waitForFunction(() => location.hash.includes("visits=45k"));
  const again = async () => {
    const tab = watch(await page.context().newPage());
    await tab.goto(page.url().split("#")[0]);
    await untilStarted(tab);
    return tab;
  };
  const next = await again();
  assert.equal(await visits(next).inputValue(), "300,000");
  await axe(next);
  await next.getByRole("button", { name: "Go on with them" }).click();
  assert.equal(await visits(next).inputValue(), "45,000");
  const last = await again();
  await last.getByRole("button", { name: "Forget them" }).click();
  const fresh = await again();
  assert.equal(await fresh.getByRole("button", { name: "Go on with them" }).count(), 0);
});

test("a second tab: the last change counts, and the first tab says so", async () => {
  const one = await openPage({ hash: "v=1&visits=10k" });
  const two = watch(await one.context().newPage());
  await two.goto(one.url());
  await untilStarted(two);
  await answer(one, "11000");
  const notice = (page) => page.getByText("Another tab has changed the answers");
  await notice(two).waitFor();
  assert.equal(await visits(two).inputValue(), "10,000", "nothing changes under the reader's hands");
  await axe(two);
  await two.getByRole("button", { name: "Show them here" }).click();
  assert.equal(await visits(two).inputValue(), "11,000");
  await answer(two, "12000");
  await notice(one).waitFor();
  await one.getByRole("button", { name: "Keep these instead" }).click();
  assert.equal(await one.evaluate(() => localStorage.getItem("groundplan / session")), "v=1&visits=11k");
  await notice(two).waitFor();
});

test("two advisors of one origin keep their answers apart", async () => {
  const server = await serve(DIST, { base: "/a/" });
  try {
    const context = await openContext({ serviceWorkers: "block" });
    // A second folder with the same files.
    await context.route("**/b/**", async (route) => {
      const url = route.request().url().replace("/b/", "/a/");
      await route.fulfill({ response: await route.fetch({ url }) });
    });
    const page = watch(await context.newPage());
    await page.goto(server.url);
    await untilStarted(page);
    await answer(page, "45000");
    await page.waitForFunction(() => location.hash.includes("visits=45k"));
    await page.goto(server.url.replace("/a/", "/b/"));
    await untilStarted(page);
    assert.equal(await page.getByRole("button", { name: "Go on with them" }).count(), 0, "the other's answers are offered here");
    await page.goto(server.url);
    await untilStarted(page);
    await page.getByRole("button", { name: "Go on with them" }).waitFor();
  } finally {
    await server.close();
  }
});

const HOSTILE = {
  "script in a value": "v=1&site=%3Cscript%3Ealert(1)%3C/script%3E",
  "script in a key": "v=1&%3Cimg%20src=x%20onerror=alert(1)%3E=1",
  "a flood of pairs": "v=1&" + "visits=5k&".repeat(20_000),
  "a flood of nonsense": "é=1&".repeat(60_000),
  "numbers that are none": "v=1&visits=NaN&budget=1e999&media=-5&peak=0x10&vat=99999999999999999999",
  "broken escapes": "v=1&site=%&visits=%E0%A4%A&x=%00%0a%0d",
  "another version": "v=99999999999&site=shop",
  "prototype games": "v=1&__proto__=x&constructor=y&toString=z&a.__proto__=1&p.constructor=2",
  "an address in a value": "v=1&region=javascript:alert(1)&currency=data:text/html,x",
  "writing turned around": "v=1&\u202Evisits=\u202E5k&site=\u0000shop",
  "a room that is none": "audience=../../<script>",
  "points that add up to nothing": "v=1&points=0.0.0.0.0.0.0.0",
};

for (const [what, hash] of Object.entries(HOSTILE)) {
  test(`a hostile link, ${what}: the page says what it did not take, and works`, async () => {
    const page = await openPage({
      hash,
      route: async (page) => page.on("dialog", () => assert.fail("something ran")),
    });
    assert.equal(await page.locator("#app script, #app img, #app iframe").count(), 0);
    await answer(page, "45000");
    await page.waitForFunction(() => location.hash.includes("visits=45k"));
    const notes = await page.locator(".notes li").count();
    assert.ok(notes <= 11, `${notes} notes are a flood themselves`);
    await page.locator(".verdict h2").waitFor();
  });
}
