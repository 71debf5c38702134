// Several sets of answers side by side: added, changed, named, compared, undone, kept in the link and on the device, shown on
// the stage and in the proposal.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, reload, screenshot } from "./harness/journey.mjs";

const bar = (page) => page.getByRole("region", { name: "Edited scenario" });
const tabs = (page) => page.getByRole("group", { name: "Scenario to edit" }).getByRole("button");
const chosen = (page, name) => page.locator(".scenario-tabs [aria-pressed='true']", { hasText: name }).waitFor();
const table = (page) => page.getByRole("table").and(page.locator(".scenarios"));
const cells = (page, row) => table(page).getByRole("row", { name: row }).getByRole("cell").allTextContents();

async function twice(page) {
  await page.getByRole("tab", { name: /^Compare/ }).click();
  await page.getByRole("button", { name: "Duplicate with twice the traffic" }).click();
  await chosen(page, "Twice the traffic");
}

test("one scenario shows nothing but a button to add another", async () => {
  const page = await openPage({ hash: "preset=shop" });
  assert.equal(await tabs(page).count(), 0);
  await page.getByRole("button", { name: "Add a scenario" }).click();
  await chosen(page, "Scenario B");
  assert.equal(await page.getByRole("button", { name: "Add a scenario" }).count(), 0);
  // A copy is changed, and the first stays as it is.
  await page.getByRole("textbox", { name: "Visits a month" }).fill("900k");
  await page.getByRole("textbox", { name: "Visits a month" }).press("Tab");
  await tabs(page).first().click();
  await chosen(page, "Scenario A");
  assert.equal(await page.getByRole("textbox", { name: "Visits a month" }).inputValue(), "200,000");
});

test("twice the traffic is one click, and both are side by side with what differs", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await twice(page);
  await table(page).waitFor();
  const [first, second] = await cells(page, /^Monthly cost/);
  assert.match(first, /^\$[\d,]+/);
  assert.match(second, /^\$[\d,]+\+\$[\d,.]+/, "the difference stands beside the cost");
  assert.deepEqual(await cells(page, "Visits a month"), ["200,000 visits", "400,000 visits"]);
  assert.ok((await table(page).getByRole("row").count()) > 12, "the bill is told by service");
  await axe(page);
  await screenshot(page, "scenarios");
});

test("scenarios come back from link and device, by their names", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await twice(page);
  await page.getByText("Rename or remove").click();
  await page.getByLabel("Name of this scenario").fill("Christmas");
  await chosen(page, "Christmas");
  await page.waitForFunction(() => location.hash.includes("Christmas"));
  const hash = await page.evaluate(() => location.hash.slice(1));
  assert.ok(hash.length < 400, hash);
  await reload(page);
  await chosen(page, "Christmas");
  const other = await openPage({ hash });
  await chosen(other, "Christmas");
  await tabs(other).first().click();
  assert.equal(await other.getByRole("textbox", { name: "Visits a month" }).inputValue(), "200,000");
  await other.getByRole("tab", { name: /^Compare/ }).click();
  await table(other).waitFor();
});

test("adding and removing is undone, by button and by the browser's history", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await twice(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await tabs(page).first().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Redo" }).click();
  await chosen(page, "Twice the traffic");
  await page.getByText("Rename or remove").click();
  await page.getByRole("button", { name: "Remove this scenario" }).click();
  await tabs(page).first().waitFor({ state: "detached" });
  await page.goBack();
  await chosen(page, "Twice the traffic");
});

test("four is the most, and all of it works by keyboard on a narrow screen", async () => {
  const page = await openPage({ width: 390, hash: "preset=shop" });
  await page.getByRole("button", { name: "Add a scenario" }).press("Enter");
  for (const count of [3, 4]) {
    await page.getByRole("button", { name: "Duplicate", exact: true }).first().press("Enter");
    await tabs(page).nth(count - 1).waitFor();
  }
  assert.equal(await page.getByRole("button", { name: "Duplicate" }).count(), 0);
  await tabs(page).nth(1).press("Enter");
  await chosen(page, "Scenario B");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
  await axe(page);
  await screenshot(page, "scenarios-narrow");
  await bar(page).waitFor();
});

test("the stage and the proposal have them too", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await twice(page);
  await table(page).waitFor();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.locator(".proposal .scenarios").waitFor();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Workshop", exact: true }).click();
  const title = page.getByRole("heading", { level: 1 });
  await title.waitFor();
  while ((await title.textContent()) !== "Scenarios side by side") {
    const before = await title.textContent();
    await page.getByRole("button", { name: "Next" }).click();
    await page.waitForFunction((before) => document.querySelector("h1").textContent !== before, before);
  }
  await table(page).waitFor();
  assert.deepEqual(await cells(page, "Visits a month"), ["200,000 visits", "400,000 visits"]);
  await axe(page);
  await screenshot(page, "scenarios-stage");
});
