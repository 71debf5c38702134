// The simulated week: what a reader asks it to bring, and what comes of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, reload, screenshot } from "./harness/journey.mjs";

const panel = (page) => page.getByRole("region", { name: /One-week load simulation/ });
const open = async (options) => {
  const page = await openPage(options);
  await page.getByRole("tab", { name: "Load test" }).click();
  return page;
};
const spike = (page) => panel(page).getByRole("checkbox", { name: "A campaign or viral spike" });
const demand = (page) => panel(page).locator("figcaption").first();

/** Waits until a canvas has as many pixels as the screen shows of it. */
async function sharp(page, canvas) {
  const fits = (canvas) => canvas.clientWidth > 0 && canvas.width === Math.floor(canvas.clientWidth * devicePixelRatio);
  await page.waitForFunction(fits, await canvas.elementHandle());
}

test("a spike of one's own fails requests, survives other answers, a wrong text and a shared link", async () => {
  const page = await open({ hash: "preset=membership" });
  assert.match(await demand(page).textContent(), /no request fails/, "an ordinary week");
  await spike(page).check();
  const height = panel(page).getByRole("textbox", { name: "Times the mean demand" });
  await panel(page).getByRole("combobox", { name: "Day" }).selectOption("Thursday");
  await panel(page).getByRole("combobox", { name: "Start" }).selectOption("20:00");
  await panel(page).getByRole("textbox", { name: "Hours" }).fill("90 min");
  await height.fill("50");
  await height.blur();
  assert.equal(await panel(page).getByRole("textbox", { name: "Hours" }).inputValue(), "1.5");
  await demand(page).filter({ hasText: /requests? fail, / }).waitFor();
  assert.match(await demand(page).textContent(), /busiest minute, Thursday 2\d:/);
  const failing = await demand(page).textContent();

  await height.fill("900");
  await height.press("Enter");
  await panel(page).getByText("must be between 1 and 50; you gave 900. Until then 50 is used.").waitFor();
  assert.equal(await height.inputValue(), "900");
  assert.equal(await height.getAttribute("aria-invalid"), "true");
  assert.equal(await demand(page).textContent(), failing, "the last height that made sense goes on");
  await axe(page);
  await screenshot(page, "week-spike");

  await page.waitForFunction(() => location.hash.includes("if.spike=thu-20-50-1.5"));
  await page.getByRole("button", { name: "WooCommerce shop" }).click();
  await page.waitForFunction(() => location.hash.includes("site=shop") && location.hash.includes("if.spike=thu-20-50-1.5"));
  assert.equal(await height.inputValue(), "900", "nothing typed is lost");
  await reload(page);
  await page.getByRole("tab", { name: "Load test" }).click();
  assert.equal(await height.inputValue(), "50");
  assert.equal(await spike(page).isChecked(), true);
  await page.goBack();
  await page.waitForFunction(() => !location.hash.includes("site=shop"));
  await demand(page).filter({ hasText: failing }).waitFor();
});

test("several things happen in one week, and each is taken back by itself", async () => {
  const page = await open({ hash: "preset=membership&if.zone=wed-10-b-6&if.spike=wed-9-20-12", width: 390 });
  assert.equal(await panel(page).getByRole("combobox", { name: "Zone" }).inputValue(), "b");
  const both = await demand(page).textContent();
  await panel(page).getByRole("checkbox", { name: "An Availability Zone is lost" }).uncheck();
  await demand(page).filter({ hasNotText: both }).waitFor();
  assert.equal(await panel(page).getByRole("combobox", { name: "Zone" }).count(), 0);
  await page.getByRole("button", { name: "Undo" }).click();
  await demand(page).filter({ hasText: both }).waitFor();
  await axe(page);
});

test("both worked examples are told, and their chart is sharp once unfolded", async () => {
  const page = await open({ hash: "preset=blog", context: { deviceScaleFactor: 2 } });
  await panel(page).getByText("Why this matters").click();
  await panel(page).getByText("138 → 144 → 144 → 90 → 93 → 39 → dry").waitFor();
  await panel(page).getByText("Why 43.3 minutes and not about 40").waitFor();
  await panel(page).getByRole("row", { name: "2, server B Broken page New theme Old theme" }).waitFor();
  const chart = panel(page).getByRole("img", { name: "CPU credits of a website about cats" });
  await sharp(page, chart);
  // A narrower window has its charts drawn anew.
  await page.setViewportSize({ width: 700, height: 900 });
  await sharp(page, chart);
  await axe(page);
});

test("it says how long the answer took on this device", async () => {
  const page = await open({ hash: "preset=shop" });
  const told = panel(page).locator(".speed");
  await told.filter({ hasText: /^13 options in three cases .* in [\d.,]+ ms on this device, the first time/ }).waitFor();
  await page.getByRole("button", { name: "More: Visits a month" }).click();
  await told.filter({ hasText: /ms on this device: 39 weeks, [\d,.]+ a second\.$/ }).waitFor();
});
