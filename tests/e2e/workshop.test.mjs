// The workshop: by keyboard, in two windows, with notes that stay where they are typed, and nothing lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, axe, openPage, reload, screenshot, untilStarted, watch } from "./harness/journey.mjs";

const FILE = pathToFileURL(path.join(DIST, "groundplan.html")).href;
const title = (page, text) => page.getByRole("heading", { level: 1, name: text }).waitFor();

async function enter(options = {}) {
  const page = await openPage(options);
  await page.getByRole("button", { name: "Workshop" }).click();
  await title(page, "A site like yours");
  return page;
}

async function audienceOf(page) {
  const [audience] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("button", { name: "Audience window" }).click(),
  ]);
  return watch(audience);
}

for (const theme of ["light", "dark"]) {
  test(`pages are turned by keyboard and by clicker, ${theme}`, async () => {
    const page = await enter({ theme });
    await page.keyboard.press("ArrowRight");
    await title(page, "The site");
    assert.equal(await page.evaluate(() => document.activeElement.id), "workshop-title", "the new page is where reading goes on");
    await axe(page);
    await page.getByRole("slider", { name: /Visits a month/ }).focus();
    await page.keyboard.press("PageDown");
    await title(page, "What a cache cannot serve");
    await page.keyboard.press("PageUp");
    await title(page, "The site");
    await page.getByRole("textbox", { name: "Visits a month", exact: true }).press("ArrowRight");
    await title(page, "The site");
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("End");
    await title(page, "The recommendation");
    await axe(page);
    await screenshot(page, `workshop-${theme}`);
    await page.keyboard.press("n");
    assert.equal(await page.evaluate(() => document.activeElement.id), "speaker");
    await page.keyboard.type("n a f");
    assert.equal(await page.getByLabel("Who is speaking").inputValue(), "n a f", "letters typed are letters");
    await page.getByRole("button", { name: "Leave the workshop" }).click();
    await page.getByRole("button", { name: "Workshop" }).waitFor();
  });
}

test("type is large enough for the last row, and everything fits the width", async () => {
  const page = await enter({ width: 1920, height: 1080 });
  for (let turned = 0; turned < 8; turned += 1) {
    const size = await page.getByRole("heading", { level: 1 }).evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize));
    assert.ok(size >= 40, `the heading has ${size} px`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("ArrowRight");
  }
});

for (const [where, url] of [["a host", undefined], ["a disk", FILE]]) {
  test(`the audience's window follows the presenter's, and sees no notes, from ${where}`, async () => {
    const page = await enter(url ? { url } : {});
    await page.getByLabel("Who is speaking").fill("Ada from accounts");
    await page.getByLabel("Workshop", { exact: true }).fill("Acme, between us");
    const audience = await audienceOf(page);
    await title(audience, "A site like yours");
    await page.getByRole("button", { name: "Next" }).click();
    await title(audience, "The site");
    const visits = page.getByRole("textbox", { name: "Visits a month", exact: true });
    await visits.fill("2m");
    await visits.blur();
    await audience.getByText("2,000,000 visits").waitFor();
    await page.getByLabel("Why Visits a month").fill("They will not pay for more");
    await page.getByRole("button", { name: "Next" }).click();
    await title(audience, "What a cache cannot serve");
    const verdict = await page.locator(".live .verdict h2").textContent();
    assert.equal(await audience.locator(".live .verdict h2").textContent(), verdict);
    const seen = await audience.locator("body").textContent();
    for (const secret of ["Ada", "Acme", "will not pay"]) assert.ok(!seen.includes(secret), `${secret} is on the wall`);
    assert.equal(await audience.locator("input:visible, select:visible, button:visible").count(), 0, "the wall is not for touching");
    await axe(audience);
    await screenshot(audience, "workshop-audience");
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("End");
    await audience.getByRole("table").waitFor();
    await axe(audience);
  });
}

test("an audience's window that was opened again is told where things stand", async () => {
  const page = await enter();
  const audience = await audienceOf(page);
  await title(audience, "A site like yours");
  await page.getByRole("button", { name: "Next" }).click();
  await title(audience, "The site");
  await audience.reload();
  await title(audience, "The site");
});

test("who insisted on what is noted, saved to a file and loaded on another device", async () => {
  const page = await enter({ hash: "v=1&site=shop" });
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Who is speaking").fill("Ada");
  await page.getByLabel("Workshop", { exact: true }).fill("Acme / day 1");
  const visits = page.getByRole("textbox", { name: "Visits a month", exact: true });
  await visits.fill("2m");
  await visits.blur();
  await page.getByLabel("Why Visits a month").fill('The "spring" campaign <b>');
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save to a file" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "Acme---day-1.groundplan.json");
  const text = await readFile(await download.path(), "utf8");
  assert.equal(JSON.parse(text).log[0].who, "Ada");

  const other = await enter();
  const load = (content, name = "w.json") =>
    other.getByLabel("Load a file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  for (const [content, complaint] of [
    ["PK\u0003\u0004", "must be a file saved by a workshop"],
    ['{"groundplan":"workshop","version":7}', "is of version 7"],
    ['{"visits": 5}', "this is JSON of something else"],
    ["x".repeat(5_000_000), "more than 4 MB"],
  ]) {
    await load(content);
    await other.locator(".said", { hasText: complaint }).waitFor();
  }
  await load(text);
  await title(other, "The site");
  assert.equal(await other.getByLabel("Why Visits a month").inputValue(), 'The "spring" campaign <b>');
  assert.equal(await other.getByRole("textbox", { name: "Visits a month", exact: true }).inputValue(), "2,000,000");
  assert.equal(await other.getByLabel("Who insisted on Visits a month").count(), 1, "what a file brings is not noted again");
});

test("a crash loses nothing", async () => {
  const page = await enter();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Who is speaking").fill("Grace");
  await page.getByRole("combobox", { name: "What kind of site is it?" }).selectOption("shop");
  await page.getByLabel("Why What kind of site is it?").fill("They sell boats");
  // Another page of the same device, as after a crash: nothing was said to the first one.
  const again = watch(await page.context().newPage());
  await again.goto(page.url().split("#")[0]);
  await untilStarted(again);
  await again.getByRole("button", { name: "Workshop" }).click();
  await again.getByRole("heading", { name: "A workshop is kept on this device" }).waitFor();
  await axe(again);
  await again.getByRole("button", { name: "Go on with it" }).click();
  await title(again, "The site");
  assert.equal(await again.getByLabel("Why What kind of site is it?").inputValue(), "They sell boats");
  assert.equal(await again.getByRole("combobox", { name: "What kind of site is it?" }).inputValue(), "shop");
  assert.equal(await again.getByLabel("Who insisted on What kind of site is it?").inputValue(), "Grace");
  await reload(again);
  await again.getByRole("button", { name: "Workshop" }).click();
  await again.getByRole("button", { name: "Start a new one" }).click();
  await title(again, "A site like yours");
});

test("goes into the full screen and back", async () => {
  const page = await enter();
  await page.getByRole("button", { name: "Full screen" }).click();
  await page.waitForFunction(() => Boolean(document.fullscreenElement));
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("f");
  await page.waitForFunction(() => !document.fullscreenElement);
});

for (const [width, height] of [[1920, 1080], [1280, 720]]) {
  test(`the bar stays, and nothing is cut off on the wall, ${width} by ${height}`, async (context) => {
    const page = await enter({ width, height, hash: "preset=shop" });
    const audience = await audienceOf(page);
    await audience.setViewportSize({ width, height });
    const pages = Number((await page.locator(".workshop-bar .place").textContent()).split(" of ")[1]);
    for (let at = 0; at < pages; at += 1) {
      const name = await page.getByRole("heading", { level: 1 }).textContent();
      await title(audience, name);
      const cut = await audience.evaluate(() => {
        const root = document.documentElement;
        const outside = [...document.querySelectorAll("main :is(h1, h2, p, li, dt, dd, td, th, svg, .chip)")].filter((element) => {
          const { left, top, right, bottom, width } = element.getBoundingClientRect();
          return width > 0 && (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1);
        });
        return { high: root.scrollHeight - innerHeight, wide: root.scrollWidth - innerWidth, outside: outside.map((element) => element.textContent.slice(0, 40)), size: getComputedStyle(root).fontSize };
      });
      context.diagnostic(`${name}: type of ${cut.size}`);
      assert.ok(cut.high <= 0 && cut.wide <= 0 && cut.outside.length === 0, `${name}: ${JSON.stringify(cut)}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than the presenter's screen`);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      assert.equal(Math.round((await page.locator(".workshop-bar").boundingBox()).y), 0, `the bar scrolls away on ${name}`);
      const headings = await page.locator("main :is(h1, h2)").allTextContents();
      assert.equal(new Set(headings).size, headings.length, `${name}: a heading stands there twice: ${headings}`);
      if (at + 1 < pages) await page.getByRole("button", { name: "Next" }).click();
    }
  });
}

test("what fails and what is tried is seen on the wall, and every change says what it did", async () => {
  const page = await enter({ hash: "preset=shop" });
  const audience = await audienceOf(page);
  await page.getByRole("heading", { level: 1 }).focus();
  const go = async (name) => {
    while ((await page.getByRole("heading", { level: 1 }).textContent()) !== name) await page.getByRole("button", { name: "Next" }).click();
    await title(audience, name);
  };
  await go("The site");
  const visits = page.getByRole("textbox", { name: "Visits a month", exact: true });
  await visits.fill("2m");
  await visits.blur();
  const moved = page.locator(".deltas");
  await moved.getByText(/^Monthly cost \+\$[\d,.]+ \(\$[\d,.]+ → \$[\d,.]+\)/).waitFor();
  const said = await moved.textContent();
  await audience.getByText(said).waitFor();
  await go("When something fails");
  await page.getByRole("button", { name: /^Zone A is lost/ }).click();
  assert.equal(await page.getByRole("button", { name: /^Zone A is lost/ }).getAttribute("aria-pressed"), "true");
  const told = await page.locator(".stage-said").textContent();
  assert.doesNotMatch(told, /^Nothing fails/);
  await audience.getByText(told, { exact: true }).waitFor();
  await axe(page);
  await axe(audience);
  await screenshot(audience, "workshop-failure");
  await go("What if");
  for (const name of ["Twice the visits", "Five times the visits", "A viral spike", "A zone is lost"]) {
    await page.getByRole("button", { name }).click();
    await page.locator(".trial strong").first().waitFor();
    await audience.getByText(await page.locator(".stage-said").textContent(), { exact: true }).waitFor();
    await axe(page);
  }
  await screenshot(audience, "workshop-what-if");
  assert.equal(await audience.locator("input:visible, select:visible, button:visible").count(), 0, "the wall is not for touching");
});
