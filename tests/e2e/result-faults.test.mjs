// Faults of the result page that were seen once: words that contradict each other, room that is wasted, figures without a source.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, screenshot } from "./harness/journey.mjs";

const PRESETS = ["brochure", "blog", "news", "shop", "membership", "viral"];

test("the verdict decides: no tie, no praise of what is no better, no sentence of more than thirty words", async () => {
  for (const preset of PRESETS) {
    const page = await openPage({ hash: `preset=${preset}` });
    const said = await page.locator(".verdict .said").innerText();
    assert.doesNotMatch(said, /too close to call|the second in nothing|effectively a tie|\bTie\b/i, preset);
    const long = said.split(/[.!?]\s|\n/).filter((sentence) => sentence.split(/\s+/).length > 30);
    assert.deepEqual(long, [], `${preset}: nobody reads that in a workshop`);
  }
});

test("the downtime asked for is one thing, in label and hint", async () => {
  const page = await openPage({ hash: "preset=shop" });
  assert.equal(await page.getByText("Longest outage").count(), 0);
  await page.getByText("Maximum downtime per year").first().waitFor();
});

test("a wide screen is used, and points are given with a slider that can be aimed at", async () => {
  const page = await openPage({ width: 1920, height: 1080, hash: "preset=shop" });
  const main = await page.locator("main").boundingBox();
  assert.ok(main.width >= 1_600, `${main.width} px of 1920 are used`);
  await page.locator(".group > summary").filter({ hasText: "Priorities" }).click();
  const slider = await page.locator("input[type=range]").filter({ visible: true }).last().boundingBox();
  assert.ok(slider.width >= 140, `${slider.width} px for 100 points`);
});

test("the wheel over the questions moves the questions alone", async () => {
  const page = await openPage({ width: 1440, height: 900, hash: "preset=shop" });
  const questions = page.locator(".questions");
  const { x, y } = await questions.boundingBox();
  await page.mouse.move(x + 100, y + 300);
  for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, 2_000);
  await page.waitForFunction(() => {
    const { scrollTop, scrollHeight, clientHeight } = document.querySelector(".questions");
    return scrollTop + clientHeight >= scrollHeight - 2;
  });
  assert.equal(await page.evaluate(() => scrollY), 0, "the page has run on");
});

test("what is printed names publishers and dates, and no stored copies in front of them", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await page.emulateMedia({ media: "print" });
  await page.locator(".proposal .bill").waitFor();
  const sources = await page.locator(".proposal .bill tbody .source").evaluateAll((cells) => cells.map((cell) => cell.innerText.trim()).filter(Boolean));
  assert.ok(sources.length > 5);
  assert.deepEqual(sources.filter((source) => /^(github\.com|https?:|[\w-]+\/[\w-]+)/.test(source)), [], "repository names in front");
  assert.ok(sources.filter((source) => /20\d\d-\d\d-\d\d/.test(source)).length > 5, "with the day it was read");
});

test("every figure that decides has formula, inputs and sources one press away, by keyboard too", async () => {
  for (const preset of PRESETS) {
    const page = await openPage({ hash: `preset=${preset}` });
    await page.getByText("Formulas and sources").first().focus();
    await page.keyboard.press("Enter");
    const table = page.getByRole("region", { name: /^Formulas, inputs and sources: / });
    await table.waitFor();
    for (const figure of [/^Monthly cost/, /^Expected downtime/, /^Recovery time/, /^Response time/, /^Peak headroom/, /^Operations effort/, /^Score/]) {
      const cells = await table.getByRole("row", { name: figure }).getByRole("cell").allInnerTexts();
      assert.ok(cells.length === 3 && cells.every((cell) => cell.trim()), `${preset}, ${figure}: ${cells}`);
    }
    const cost = table.getByRole("row", { name: /^Monthly cost/ }).getByRole("link");
    assert.ok((await cost.count()) > 0, "prices link to their publisher's page");
    for (const address of await table.getByRole("link").evaluateAll((links) => links.map((link) => link.href))) assert.match(address, /^https:\/\//);
    if (preset === "shop") {
      await axe(page);
      await screenshot(page, "formulas");
    }
  }
});

test("formulas and sources make no screen wider", async () => {
  for (const width of [320, 390, 820]) {
    const page = await openPage({ width, hash: "preset=shop" });
    await page.getByText("Formulas and sources").first().click();
    await page.getByRole("region", { name: /^Formulas, inputs and sources: / }).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide at ${width} px`);
    await axe(page);
  }
});

test("each row of the ranking leads to the formulas of its own figures", async () => {
  const page = await openPage({ hash: "preset=shop" });
  const row = page.locator(".ranking tbody tr").nth(3);
  const name = (await row.getByRole("button").textContent()).trim();
  await row.getByRole("button").click();
  await page.locator(".chosen").getByText("Formulas and sources").click();
  await page.getByRole("region", { name: `Formulas, inputs and sources: ${name}` }).waitFor();
});

test("requirements that are missed, findings and lines of the bill name their source", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await page.getByRole("tab", { name: /^Compare/ }).click();
  const reasons = page.locator("#section .reasons > li:not(.all)");
  assert.ok((await reasons.count()) > 0);
  assert.equal(await reasons.count(), await page.locator("#section .reasons > li:not(.all) cite").count());
  await page.getByRole("tab", { name: /^Risks/ }).click();
  assert.ok((await page.locator("#section cite a[href^='https://']").count()) > 0, "official pages are links");
  await page.getByRole("tab", { name: "Costs" }).click();
  const bill = page.getByRole("region", { name: "Bill" });
  await bill.locator("summary").first().click();
  assert.match(await bill.locator("details[open] a").first().getAttribute("href"), /^https:\/\//);
});
