// What a person does with the page: start from a preset, change answers, see what changes, share it, take it back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, reload, screenshot } from "./harness/journey.mjs";

const verdict = (page) => page.locator(".verdict h2").textContent();
const field = (page, name) => page.getByRole("textbox", { name });
const fragment = (page) => page.evaluate(() => location.hash.slice(1));

/** Types an answer and leaves the field, as people do. */
async function answer(page, name, text) {
  await field(page, name).fill(text);
  await field(page, name).blur();
}

test("from a preset over three answers to another verdict, a shared link, and back again", async () => {
  const page = await openPage();
  await page.getByRole("button", { name: "WooCommerce shop" }).click();
  await page.waitForFunction(() => location.hash.includes("site=shop"));
  const shop = await verdict(page);
  const shared = await fragment(page);

  await answer(page, "Monthly budget cap", "60");
  await page.getByRole("radio", { name: "1 day", exact: true }).check();
  await page.getByLabel("How soon must it be back?").selectOption({ label: "3 days" });
  await answer(page, "Longest outage a year", "10 days");
  const modest = await verdict(page);
  assert.notEqual(modest, shop);
  assert.match(await fragment(page), /budget=60/);

  await reload(page);
  assert.equal(await verdict(page), modest, "a reload keeps the answers");
  const other = await openPage({ hash: await fragment(page) });
  assert.equal(await verdict(other), modest, "a shared link opens the same");

  await page.goBack();
  await page.waitForFunction(() => location.hash.includes("outage=2000"));
  assert.equal(await field(page, "Longest outage a year").inputValue(), "2,000");
  await page.goForward();
  await page.waitForFunction(() => location.hash.includes("outage=14400"));
  assert.equal(await verdict(page), modest);

  const again = await openPage({ hash: shared });
  assert.equal(await verdict(again), shop);
});

test("undo, redo and reset", async () => {
  const page = await openPage({ hash: "preset=news" });
  const undo = page.getByRole("button", { name: "Undo" });
  const redo = page.getByRole("button", { name: "Redo" });
  assert.equal(await undo.isDisabled(), true);
  await answer(page, "Visits a month", "2m");
  await page.getByRole("button", { name: "More: Visits a month" }).click();
  assert.equal(await field(page, "Visits a month").inputValue(), "2,500,000");
  await undo.click();
  assert.equal(await field(page, "Visits a month").inputValue(), "2,000,000");
  await page.keyboard.press("Control+z");
  assert.equal(await field(page, "Visits a month").inputValue(), "5,000,000");
  await redo.click();
  assert.equal(await field(page, "Visits a month").inputValue(), "2,000,000");
  await page.getByRole("button", { name: "Reset" }).click();
  assert.equal(await field(page, "Visits a month").inputValue(), "300,000");
  await page.waitForFunction(() => location.hash === "");
});

test("typing in one field is one step back", async () => {
  const page = await openPage();
  await field(page, "Visits a month").fill("");
  await field(page, "Visits a month").pressSequentially("450000");
  await field(page, "Visits a month").blur();
  await page.waitForFunction(() => location.hash.includes("visits=450k"));
  await page.goBack();
  await page.waitForFunction(() => location.hash === "");
  assert.equal(await field(page, "Visits a month").inputValue(), "300,000");
});

test("a wrong answer is kept, explained, and the last right one goes on", async () => {
  const page = await openPage({ hash: "preset=shop" });
  const before = await verdict(page);
  await field(page, "Visits a month").fill("many");
  assert.equal(await page.getByText("must be a number").count(), 0, "nobody is corrected while typing");
  await field(page, "Visits a month").blur();
  assert.equal(await field(page, "Visits a month").inputValue(), "many");
  const problem = page.getByText(/Visits a month must be a number, like 300k.*Until then this is used: 200,000 visits/);
  await problem.waitFor();
  assert.equal(await field(page, "Visits a month").getAttribute("aria-invalid"), "true");
  assert.equal(await verdict(page), before);
  await page.getByText(/must be a number/, { exact: false }).first().waitFor();
  await axe(page);
  await answer(page, "Visits a month", "1.2 million");
  assert.equal(await problem.count(), 0);
  assert.equal(await field(page, "Visits a month").inputValue(), "1,200,000");
});

test("a link that is partly nonsense opens with a note of it", async () => {
  const page = await openPage({ hash: "v=9&site=shop&visits=lots&colour=<b>blue</b>&a.moon=1&%zz" });
  const note = page.getByRole("region", { name: "About this link" });
  await note.getByText("newer than this page").waitFor();
  await note.getByText("colour: is not a question of this version").waitFor();
  assert.equal(await note.locator("b").count(), 0, "what a link says is text, never markup");
  assert.equal(await page.getByLabel("What kind of site is it?").inputValue(), "shop");
  await axe(page);
  await note.getByRole("button", { name: "Put this note away" }).click();
  assert.equal(await note.count(), 0);
});

test("the smallest change lets an option back in", async () => {
  const page = await openPage({ hash: "preset=membership" });
  const out = page.getByRole("region", { name: "Ruled out, and why" });
  const row = out.locator(".option-row").filter({ hasText: "Lightsail single server" });
  await row.getByRole("button", { name: "Make all these changes" }).click();
  const fits = page.getByRole("region", { name: /meet(s)? every must-have/ });
  await fits.getByRole("button", { name: "Lightsail single server" }).waitFor();
});

test("every option opens to its own panel and can be drawn and billed", async () => {
  const page = await openPage({ hash: "preset=news" });
  for (const name of ["Auto Scaling with EFS webroot", "Server off AWS"]) {
    const button = page.getByRole("button", { name, exact: true });
    await button.click();
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    const panel = page.locator(`#${await button.getAttribute("aria-controls")}`);
    for (const heading of ["Speaks for it here", "Speaks against it here", "What it takes away", "How it comes back"]) {
      await panel.getByRole("heading", { name: heading }).waitFor();
    }
    await panel.getByRole("button", { name: "Show its architecture and bill" }).click();
    assert.equal(await page.locator("#bill-option").evaluate((list) => list.selectedOptions[0].text), name);
  }
  await axe(page);
});

test("a price and an assumption of one's own are used, named and travel with the link", async () => {
  const page = await openPage({ hash: "preset=blog" });
  await page.getByText("Show and change them").click();
  await answer(page, "Pages per visit", "4");
  await page.waitForFunction(() => location.hash.includes("a.ppv=4"));
  await page.getByRole("heading", { name: /1 of them yours/ }).waitFor();
  // Its own bill, whichever option comes first at the new price.
  await page.locator("#bill-option").selectOption({ label: "EC2 single server" });
  const bill = page.getByRole("region", { name: "Bill" });
  await bill.locator("summary").first().click();
  await bill.getByRole("textbox").first().fill("99");
  await bill.getByRole("textbox").first().blur();
  await page.waitForFunction(() => location.hash.includes("p."));
  await bill.getByText("$99.00").first().waitFor();
});

test("the whole way by keyboard", async () => {
  const page = await openPage();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the recommendation");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "result");
  assert.equal(await fragment(page), "", "a jump leaves the address alone");

  const reach = async (matches) => {
    for (let presses = 0; presses < 200; presses += 1) {
      if (await page.evaluate(matches)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab never came to ${matches}`);
  };
  await reload(page);
  await reach(() => document.activeElement.textContent.startsWith("Membership site"));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.includes("site=membership"));
  await reach(() => document.activeElement.id === "visits");
  await page.keyboard.type("40000");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.includes("visits=40k"));
  await reach(() => document.activeElement.type === "range");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => location.hash.includes("visits=50k"));
  await reach(() => document.activeElement.name === "changes");
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => document.activeElement.value === "editors" && document.activeElement.checked);
  await reach(() => document.activeElement.getAttribute("aria-controls")?.startsWith("panel-"));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Speaks for it here" }).waitFor();
  const hidden = await page.evaluate(() => {
    const bar = document.querySelector(".verdict").getBoundingClientRect();
    const here = document.activeElement.getBoundingClientRect();
    return here.top < bar.bottom && here.bottom > bar.top;
  });
  assert.equal(hidden, false, "the sticky verdict covers what has the focus");
});

test("nothing moves when an answer changes", async () => {
  const page = await openPage({ hash: "preset=shop" });
  const top = () => page.locator("#diagram-title").evaluate((title) => title.getBoundingClientRect().top);
  const before = await top();
  for (const visits of ["20k", "2m", "200k"]) {
    await answer(page, "Visits a month", visits);
    assert.equal(await top(), before, `at ${visits} visits`);
  }
});

test("it says politely what has changed, and only that", async () => {
  const page = await openPage({ hash: "preset=blog" });
  const status = page.locator("#announcement");
  assert.equal(await status.textContent(), "");
  await answer(page, "Visits a month", "20m");
  await page.waitForFunction(() => document.querySelector("#announcement").textContent !== "");
  assert.equal(await status.textContent(), await verdict(page));
});

test("the theme is chosen here and remembered", async () => {
  const page = await openPage({ theme: "light" });
  await page.getByLabel("Theme", { exact: true }).selectOption({ label: "Dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  // The choice is painted after the event, not in it.
  await page.waitForFunction(() => getComputedStyle(document.documentElement).backgroundColor !== "rgb(255, 255, 255)");
  const dark = await ground();
  await reload(page);
  assert.equal(await ground(), dark);
  assert.equal(await page.getByLabel("Theme", { exact: true }).inputValue(), "dark");
});

for (const width of [1440, 390]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing with everything open, ${width} px wide, ${theme}`, async () => {
      const page = await openPage({ width, theme, hash: "preset=shop&currency=eur&vat=19" });
      for (const option of await page.locator(".option-head button").all()) await option.click();
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      await axe(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, "the page is wider than the screen");
      await screenshot(page, `open-${width}-${theme}`);
    });
  }
}

test("on a phone no table of the answer is moved sideways to be read", async () => {
  for (const preset of ["blog", "shop"]) {
    const page = await openPage({ width: 390, hash: `preset=${preset}` });
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    for (const table of [".bill", ".assumptions", ".panel > .scroller > .points-table"]) {
      const { inside, room, columns } = await page.locator(table).evaluate((table) => ({
        inside: table.parentElement.scrollWidth,
        room: table.parentElement.clientWidth,
        columns: [...table.querySelectorAll("td.number, td .given")].map((cell) => cell.getBoundingClientRect().right),
      }));
      assert.ok(inside <= room, `${table} of the ${preset} is ${inside} px wide in ${room} px`);
      assert.ok(columns.length > 0 && columns.every((right) => right <= 390), `a figure of ${table} is out of sight`);
    }
  }
});

test("an answer left open says beside its field what is used for it", async () => {
  const page = await openPage({ hash: "preset=blog" });
  const row = page.locator(".row").filter({ has: page.locator("#visits") });
  assert.equal(await row.getByText("Until you know").count(), 0);
  await row.getByRole("checkbox", { name: "I'm not sure" }).check();
  await row.getByText(/Until you know: [\d,]+ to [\d,]+ visits, typically [\d,]+/).waitFor();
  const described = await field(page, "Visits a month").getAttribute("aria-describedby");
  assert.match(described, /visits-range/);
  await axe(page);
  await row.getByRole("checkbox", { name: "I'm not sure" }).uncheck();
  assert.equal(await row.getByText("Until you know").count(), 0);
});

test("a total that leaves something out says so wherever it stands", async () => {
  const page = await openPage({ hash: "preset=blog" });
  assert.match(await verdict(page), /\$[\d.]+ a month or more$/);
  const bill = page.getByRole("region", { name: "Bill" });
  for (const name of [/^Infrastructure/, /^Total/]) {
    const row = bill.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
    assert.match(await row.locator("td.number").textContent(), /\+$/, String(name));
  }
  const service = bill.locator("tr.service").filter({ hasText: "Content delivery network" });
  assert.equal(await service.locator("td.number").textContent(), "", "no price is not a price of nothing");
});

test("on paper: answers as a list, no form, nothing to press", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await page.emulateMedia({ media: "print" });
  await page.getByRole("heading", { name: "What was answered" }).waitFor();
  assert.equal(await page.locator(".questions").isVisible(), false);
  for (const name of ["Print", "Keep to compare with", "Make this change"]) {
    assert.equal(await page.getByRole("button", { name }).filter({ visible: true }).count(), 0, name);
  }
  for (const field of ["textbox", "combobox", "checkbox", "slider"]) {
    assert.equal(await page.getByRole(field).filter({ visible: true }).count(), 0, field);
  }
});

test("on paper: white, in few pages, the first with what came out and what was asked", async (context) => {
  const page = await openPage({ hash: "preset=shop", theme: "dark" });
  await page.getByLabel("Theme", { exact: true }).selectOption({ label: "Dark" });
  await page.emulateMedia({ media: "print" });
  assert.equal(
    await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    "rgb(255, 255, 255)",
  );
  const top = (selector) => page.locator(selector).evaluate((part) => part.getBoundingClientRect().top);
  const order = await Promise.all([".verdict", ".figures", ".on-paper", "#bill-title", "#assumptions-title"].map(top));
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  context.diagnostic(`a shop's proposal has ${pages} pages`);
  assert.ok(pages <= 13, `${pages} pages`);
});

test("how long a change takes until it is painted", async (context) => {
  const page = await openPage({ hash: "preset=shop" });
  const times = await page.evaluate(async () => {
    const slider = document.querySelector(".slider input");
    const times = [];
    for (let step = 20; step < 50; step += 1) {
      slider.value = step;
      const start = performance.now();
      slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
      // The frame after the next one has painted what the event changed.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b);
  });
  const at = (share) => Math.round(times[Math.floor((times.length - 1) * share)]);
  context.diagnostic(`input to paint: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, over ${times.length} changes`);
});
