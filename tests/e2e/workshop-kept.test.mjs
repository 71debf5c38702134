// A workshop is never lost without a word, whatever the device, another tab, a file or a slip of the hand does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, reload, screenshot, untilStarted, watch } from "./harness/journey.mjs";

const title = (page, text) => page.getByRole("heading", { level: 1, name: text }).waitFor();
const reason = (page) => page.getByLabel("Why What kind of site is it?");
const kept = (page, name = "workshop") => page.evaluate((name) => localStorage.getItem(`groundplan / ${name}`), name);

async function enter(page) {
  await page.getByRole("button", { name: "Workshop" }).click();
}

/** A workshop with one decision and its reason. */
async function held(page, name, why = "They sell boats") {
  await enter(page);
  await title(page, "A site like yours");
  await page.getByLabel("Workshop", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("combobox", { name: "What kind of site is it?" }).selectOption("shop");
  await reason(page).fill(why);
}

async function visit(page) {
  const next = watch(await page.context().newPage());
  await next.goto(page.url().split("#")[0]);
  await untilStarted(next);
  return next;
}

const offered = (page, text) => page.getByRole("listitem").filter({ hasText: text });

const DENIALS = {
  denied: [
    () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } }),
    "This browser keeps nothing for this page: save the workshop to a file",
  ],
  // Room for the answers, but not for the log.
  "too small for the log": [
    () => {
      const write = Storage.prototype.setItem;
      Storage.prototype.setItem = function (name, text) {
        if (text.length > 200) throw new DOMException("full", "QuotaExceededError");
        return write.call(this, name, text);
      };
    },
    "There is no room left on this device for this workshop: save it to a file",
  ],
};

for (const [how, [deny, told]] of Object.entries(DENIALS)) {
  test(`storage ${how}: it is told, leaving the workshop loses nothing, and closing it asks`, async () => {
    const page = await openPage({ route: (page) => page.addInitScript(deny) });
    await held(page, "Acme");
    await page.getByText(told).waitFor();
    await axe(page);
    await screenshot(page, `workshop-${how.split(" ").at(-1)}`);
    await page.getByRole("button", { name: "Leave the workshop" }).click();
    await enter(page);
    await offered(page, "Acme, with 1 decision noted").getByRole("button", { name: "Go on with it" }).click();
    assert.equal(await reason(page).inputValue(), "They sell boats");
    const asked = page.waitForEvent("dialog");
    const leaving = page.close({ runBeforeUnload: true });
    const dialog = await asked;
    assert.equal(dialog.type(), "beforeunload");
    await dialog.dismiss();
    await leaving;
    // Saved to a file, it is safe.
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save to a file" }).click()]);
    assert.equal(download.suggestedFilename(), "Acme.groundplan.json");
    const closed = page.waitForEvent("close");
    await page.close({ runBeforeUnload: true });
    await closed;
  });
}

test("a second tab that starts a new workshop leaves the first one's, and both are offered", async () => {
  const one = await openPage();
  await held(one, "First");
  const two = await visit(one);
  await enter(two);
  await title(two, "A workshop is kept on this device");
  await two.getByRole("button", { name: "Start a new one" }).click();
  await title(two, "A site like yours");
  await two.getByLabel("Workshop", { exact: true }).fill("Second");
  await one.getByText("Another tab is keeping a workshop").waitFor();
  await reason(one).fill("They sell boats and sails");
  const later = await visit(one);
  await enter(later);
  await title(later, "2 workshops are kept on this device");
  await axe(later);
  await screenshot(later, "workshops-offered");
  await offered(later, "First, with 1 decision noted").getByRole("button", { name: "Go on with it" }).click();
  assert.equal(await reason(later).inputValue(), "They sell boats and sails");
  await later.getByRole("region", { name: "Other workshops kept on this device" }).getByText("Second, with no decision noted").waitFor();
});

test("a title and a speaker without a decision are kept and offered", async () => {
  const page = await openPage();
  await enter(page);
  await page.getByLabel("Workshop", { exact: true }).fill("Acme");
  await page.getByLabel("Who is speaking").fill("Ada");
  const next = await visit(page);
  await enter(next);
  await offered(next, "Acme, with no decision noted").getByRole("button", { name: "Go on with it" }).click();
  assert.equal(await next.getByLabel("Who is speaking").inputValue(), "Ada");
});

for (const [what, text, told] of [
  ["of a newer version", '{"groundplan":"workshop","version":7,"log":[]}', "newer than this page's 1"],
  ["that is broken", "{".repeat(50_000), "One that this page cannot read"],
]) {
  test(`a workshop ${what} is neither read nor overwritten`, async () => {
    const page = await openPage({ route: (page) => page.addInitScript((text) => localStorage.setItem("groundplan / workshop", text), text) });
    await enter(page);
    await offered(page, told).waitFor();
    await axe(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save it to a file" }).click()]);
    assert.match(download.suggestedFilename(), /groundplan\.json$/);
    await page.getByRole("button", { name: "Start a new one" }).click();
    await page.getByLabel("Workshop", { exact: true }).fill("Acme");
    await page.getByRole("region", { name: "Other workshops kept on this device" }).getByText(told).waitFor();
    assert.deepEqual(JSON.parse(await kept(page, "earlier workshops")), [text]);
    await page.getByRole("button", { name: "Discard it" }).click();
    assert.equal(await kept(page, "earlier workshops"), null);
  });
}

test("a file that is loaded puts the workshop before aside", async () => {
  const page = await openPage();
  await held(page, "Before");
  const file = JSON.stringify({ groundplan: "workshop", version: 1, title: "From a file", page: 1, answers: "v=1&site=news" });
  await page.getByLabel("Load a file").setInputFiles({ name: "w.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await page.getByText("The workshop before is kept").waitFor();
  assert.equal(await page.getByLabel("Workshop", { exact: true }).inputValue(), "From a file");
  await axe(page);
  await screenshot(page, "workshop-replaced");
  await offered(page, "Before, with 1 decision noted").getByRole("button", { name: "Go on with it" }).click();
  assert.equal(await reason(page).inputValue(), "They sell boats");
  await offered(page, "From a file").waitFor();
});

test("a struck entry comes back with its reason", async () => {
  const page = await openPage();
  await held(page, "Acme", "The board lost a day's orders in May");
  await page.getByRole("button", { name: "Strike out What kind of site is it?" }).click();
  assert.equal(await reason(page).count(), 0);
  await page.getByText("Struck out: What kind of site is it?").waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Put it back" }).click();
  assert.equal(await reason(page).inputValue(), "The board lost a day's orders in May");
});

test("the thousandth entry is the last, and that is told before one is lost; what is saved is loaded again", async () => {
  const page = await openPage();
  await enter(page);
  const entry = (i) => ({ field: "zone", from: "no", to: "yes", who: "議".repeat(80), why: `${i} ${"議".repeat(590)}` });
  const file = JSON.stringify({ groundplan: "workshop", version: 1, title: "Full", page: 1, log: Array.from({ length: 1000 }, (_, i) => entry(i)) });
  assert.ok(Buffer.byteLength(file) > 2_000_000);
  const load = (page, buffer) => page.getByLabel("Load a file").setInputFiles({ name: "w.json", mimeType: "application/json", buffer });
  await load(page, Buffer.from(file));
  await page.getByText("The log is full with 1,000 entries").waitFor();
  await page.getByRole("combobox", { name: "What kind of site is it?" }).selectOption("shop");
  assert.equal(await page.getByRole("button", { name: /^Strike out/ }).count(), 1000);
  assert.match(await page.getByLabel("Why Must it survive the loss of an Availability Zone?").last().inputValue(), /^0 /, "the first is there still");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save to a file" }).click()]);
  const stream = await download.createReadStream();
  const saved = Buffer.concat(await stream.toArray());
  assert.ok(saved.length > 2_000_000);
  const other = await openPage();
  await enter(other);
  await load(other, saved);
  await other.getByText("The log is full").waitFor();
  assert.equal(await other.getByLabel("Workshop", { exact: true }).inputValue(), "Full");
});

test("a name of invisible characters is refused, and told", async () => {
  const page = await openPage();
  await enter(page);
  for (const [label, id] of [["Workshop", "workshop-name"], ["Who is speaking", "speaker"]]) {
    const field = page.getByLabel(label, { exact: true });
    await field.fill("\u200b\u061c\u{e0041}");
    await page.locator(`#${id}-problem`, { hasText: "must have characters that can be seen" }).waitFor();
    await axe(page);
    await field.fill("Ada\u061c \u202eLovelace ");
    assert.equal(await page.locator(`#${id}-problem`).count(), 0);
  }
  await reload(page);
  await enter(page);
  await offered(page, /^Ada Lovelace, with no decision noted/).waitFor();
});

test("an audience's window that nobody presents to has a way out", async () => {
  const page = await openPage({ hash: "audience=00c0ffee&v=1&site=shop" });
  await page.getByText("Waiting for the presenter's window").waitFor();
  const out = page.getByRole("button", { name: "Open the advisor" });
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await out.waitFor();
  await axe(page);
  await screenshot(page, "audience-alone");
  await out.click();
  await page.waitForFunction(() => !location.hash.includes("audience"));
  await untilStarted(page);
  assert.equal(await page.getByRole("combobox", { name: "What kind of site is it?" }).inputValue(), "shop");
  page.requests.length = 0;
});
