// The plan of a design and the map of all designs: choices are pinned, marked, released, and say what they make impossible.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { axe, openPage, reload, screenshot } from "./harness/journey.mjs";

const tab = (page, name) => page.getByRole("tab", { name }).click();
const fragment = (page) => page.evaluate(() => location.hash.slice(1));
const map = (page) => page.locator(".plot").filter({ hasText: "Cost and downtime of every design" });
const whole = (page) => map(page).getByText(/^[\d,]+ designs considered; /).waitFor();

test("each choice names its next best, is pinned, marked wherever it shows, and released", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await page.getByText(/^[\d,]+ designs considered, [\d,]+ simulated$/).waitFor();
  await tab(page, "Architecture");
  const plan = page.locator(".plan");
  await page.getByText(/^[\d,]+ designs considered, \d+ examined in \d+ simulated weeks/).waitFor();
  const way = plan.getByRole("row").filter({ hasText: "Way out for web servers" });
  assert.match(await way.locator(".costs").textContent(), /^[+−]\$[\d.,]+\/month/);
  const price = await page.locator(".price strong").textContent();
  await way.getByRole("combobox").selectOption("each");
  await page.waitForFunction(() => location.hash.includes("pin.nat=each"));
  assert.equal(await way.locator(".pin-mark").textContent(), "Pinned");
  assert.notEqual(await page.locator(".price strong").textContent(), price, "the bill follows the pin");
  const strip = page.getByRole("region", { name: "Pinned choices" });
  await strip.getByText(/Way out for web servers/).waitFor();
  await axe(page);
  await screenshot(page, "plan-pinned");
  await reload(page);
  await strip.getByText(/Way out for web servers/).waitFor();
  await page.keyboard.press("Control+z");
  await tab(page, "Architecture");
  await way.getByRole("combobox").selectOption("each");
  await plan.getByRole("row").filter({ hasText: "Object cache" }).getByRole("combobox").selectOption("one");
  await page.waitForFunction(() => location.hash.includes("pin.cache=one"));
  await strip.getByRole("button", { name: "Release the object cache" }).click();
  await page.waitForFunction(() => !location.hash.includes("pin.cache"));
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => location.hash.includes("pin.cache=one"));
  await strip.getByRole("button", { name: "Release all pins" }).click();
  await page.waitForFunction(() => !location.hash.includes("pin."));
  assert.equal(await strip.count(), 0);
  assert.equal(await page.locator(".price strong").textContent(), price);
});

test("a pin that makes a requirement impossible says when and why, and how to get out of it", async () => {
  const page = await openPage({ hash: "preset=viral&pin.machine=t4g.nano&pin.credits=standard" });
  await page.locator(".ranking tbody tr").filter({ hasText: "EC2 single server" }).click();
  await tab(page, "Architecture");
  const said = page.getByRole("list", { name: "What your pins make impossible" });
  await said.getByText(/^With t4g\.nano pinned: .*does not carry the expected peak.*CPU credits run dry on [A-Z][a-z]+day \d\d:\d\d/).waitFor();
  await axe(page);
  await said.getByRole("button", { name: "Release the machine type" }).first().click();
  await page.waitForFunction(() => !location.hash.includes("pin.machine"));
  assert.equal(await said.getByText(/t4g\.nano/).count(), 0);
});

test("every design is on the map, read by keyboard, by pointer and by touch, and adopted", async () => {
  for (const [width, context] of [[1440, {}], [390, { hasTouch: true }]]) {
    const page = await openPage({ width, hash: "preset=shop", context });
    await whole(page);
    const plot = map(page);
    const adopt = plot.getByRole("button", { name: "Pin this design" });
    assert.equal(await adopt.isDisabled(), true);
    await plot.locator(".plot-room").focus();
    await page.keyboard.press("Home");
    const said = plot.locator(".readout");
    const first = await said.textContent();
    assert.match(first, /^.+: \$[\d.,]+\+?\/month, .+ down a year, \d+ points\. /);
    await page.keyboard.press("End");
    assert.notEqual(await said.textContent(), first);
    const last = plot.locator(".hit").last();
    if (context.hasTouch) await last.tap();
    else {
      await last.click();
      await page.mouse.move(5, 5);
    }
    const read = await said.textContent();
    assert.match(read, /\/month/);
    await adopt.click();
    await page.waitForFunction(() => location.hash.includes("pin."));
    await page.getByRole("region", { name: "Pinned choices" }).waitFor();
    const name = read.split(": $")[0];
    assert.equal(await page.locator(".ranking .shown button").textContent(), name, "the design adopted is looked at");
    await axe(page);
  }
});

test("the map draws the front, the limits and the reference, and is saved with its numbers", async () => {
  const page = await openPage({ hash: "preset=shop&budget=400" });
  await whole(page);
  const plot = map(page);
  for (const [mark, count] of [[".front", 1], [".ring", 1], [".reference", 1]]) {
    assert.ok((await plot.locator(mark).count()) >= count, mark);
  }
  assert.ok((await plot.locator("rect.nogo").count()) >= 1, "what the limits exclude is shaded");
  await plot.getByText(/^your budget: \$400$/).waitFor();
  await plot.getByText(/^1 Recommended, \$/).waitFor();
  await plot.getByText(/^AWS whitepaper/).waitFor();
  await plot.getByText("Show data").click();
  const rows = await plot.getByRole("row").count();
  const considered = Number((await plot.getByText(/designs considered;/).textContent()).split(" ")[0].replace(",", ""));
  assert.equal(rows, considered + 1, "a row a design");
  const [svg] = await Promise.all([page.waitForEvent("download"), plot.getByRole("button", { name: "SVG" }).click()]);
  const drawn = await readFile(await svg.path(), "utf8");
  assert.match(drawn, /^<svg /);
  assert.ok(drawn.includes("your budget: $400") && drawn.includes('class="front"'));
});
