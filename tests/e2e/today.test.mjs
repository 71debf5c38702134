// What runs today, set beside what could.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, reload, screenshot } from "./harness/journey.mjs";

async function running(page, machine, bill) {
  await page.locator("summary", { hasText: "What runs today" }).click();
  await page.getByRole("combobox", { name: "What runs the site today?" }).selectOption(machine);
  const field = page.getByRole("textbox", { name: "Today's hosting bill" });
  await field.fill(bill);
  await field.blur();
}

for (const [width, theme] of [[1440, "light"], [390, "dark"]]) {
  test(`today's machine lives through the week, and every move says what it saves, ${width} px wide`, async () => {
    const page = await openPage({ width, theme, hash: "preset=brochure" });
    const verdict = await page.getByRole("heading", { level: 2 }).first().textContent();
    await running(page, "m5.xlarge", "250");
    await page.getByRole("tab", { name: "Compare" }).click();
    const moves = page.getByRole("region", { name: "Moves from today" });
    const cells = await moves.getByRole("row").nth(1).getByRole("cell").allTextContents();
    assert.match(cells[0], /^\$2\d\d/, "most of 250 dollars is saved");
    assert.match(cells[3], /^\d+ months?$/);
    await axe(page);
    await screenshot(page, `today-${width}`);
    await page.getByRole("tab", { name: "Risks" }).click();
    await page.getByText(/m5\.xlarge of today/).first().waitFor();
    assert.equal(await page.getByRole("heading", { level: 2 }).first().textContent(), verdict, "the answer stays");
  });
}

test("a machine that runs dry says when, and is there again after a reload", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await running(page, "t2.micro", "20");
  await page.getByRole("tab", { name: "Risks" }).click();
  await page.getByText(/t2\.micro of today: CPU credits run out on \w+day \d\d:\d\d/).waitFor();
  await page.waitForFunction(() => location.hash.includes("today=t2.micro"));
  await reload(page);
  await page.locator("summary", { hasText: "What runs today" }).click();
  assert.equal(await page.getByRole("combobox", { name: "What runs the site today?" }).inputValue(), "t2.micro");
});
