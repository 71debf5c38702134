// The picture as a browser draws it in the bundled typeface; other-font.test.mjs has it drawn in another.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, screenshot } from "./harness/journey.mjs";
import { assertNoneOverlap, save } from "./harness/picture.mjs";

/** Shows the architecture of an option with everything that belongs to it. */
async function architecture(page, option) {
  await page.locator("#option-shown").selectOption(option);
  await page.getByRole("tab", { name: "Architecture" }).click();
}

for (const width of [1440, 820, 390]) {
  test(`names, titles and costs keep apart in real fonts, ${width} px wide`, async () => {
    const page = await openPage({ width });
    assert.ok(await page.evaluate(() => document.fonts.check('13px "Public Sans"')));
    await assertNoneOverlap(page);
  });
}

test("the page draws text as wide as the program has laid it out", async () => {
  const page = await openPage();
  await architecture(page, "efs");
  const differences = await page.locator("svg.picture text").evaluateAll((texts) =>
    texts.map((text) => {
      const laidOut = text.textLength.baseVal.value;
      text.removeAttribute("textLength");
      return Math.abs(text.getComputedTextLength() - laidOut);
    }),
  );
  assert.ok(differences.length > 10 && Math.max(...differences) < 0.1, `${Math.max(...differences)} px`);
});

for (const theme of ["light", "dark"]) {
  test(`what fails when is chosen by keyboard and told, ${theme}`, async () => {
    const page = await openPage({ theme });
    await architecture(page, "efs");
    await page.locator("#what-if").focus();
    await page.keyboard.press("ArrowDown");
    await page.locator(".picture .cross").first().waitFor();
    const told = await page.locator(".what-if [role=status]").textContent();
    assert.match(told, /go on|down|fails over/);
    assert.ok((await page.locator(".picture .heir").count()) > 0);
    await axe(page);
    await screenshot(page, `failure-${theme}`);
    await page.keyboard.press("ArrowUp");
    assert.equal(await page.locator(".picture .cross").count(), 0);
  });
}

test("the diagram is saved as it is shown: SVG, PNG and draw.io", async () => {
  const page = await openPage();
  await architecture(page, "efs");
  const svg = await save(page, "SVG");
  assert.equal(svg.name, "groundplan-efs.svg");
  const text = svg.data.toString();
  assert.match(text, /^<svg .*viewBox="0 0 \d+ \d+"/);
  assert.doesNotMatch(text, /foreignObject|href=/);
  assert.match(text, /<style>@font-face\{font-family:"Public Sans";[^}]*src:url\("data:font\/woff2;base64,d09GMg/);
  const [, width, height] = text.match(/width="(\d+)" height="(\d+)"/).map(Number);

  const png = await save(page, "PNG");
  assert.equal(png.name, "groundplan-efs.png");
  assert.equal(png.data.subarray(1, 4).toString(), "PNG");
  assert.deepEqual([png.data.readUInt32BE(16), png.data.readUInt32BE(20)], [2 * width, 2 * height]);
  assert.ok(png.data.length > 50_000, `${png.data.length} bytes are not a picture`);

  const drawio = await save(page, "draw.io");
  assert.equal(drawio.name, "groundplan-efs.drawio");
  assert.match(drawio.data.toString(), /^<mxfile /);
});

test("the text version has every part and connection, and the picture can be seen at full size", async () => {
  const page = await openPage({ width: 820 });
  await architecture(page, "efs");
  await page.getByText("Text version").click();
  await page.getByRole("table", { name: "Connections" }).waitFor();
  const parts = await page.locator(".picture .card").count();
  assert.equal(await page.locator(".outline strong").count(), parts);
  await page.getByRole("button", { name: "Enlarge" }).click();
  const [shown, natural] = await page.locator("svg.picture").evaluate((picture) => [
    picture.getBoundingClientRect().width,
    picture.viewBox.baseVal.width,
  ]);
  assert.equal(Math.round(shown), natural);
  await axe(page);
});

/** Whether some card was under way to another place after another option was chosen, and where all of them end. */
async function glide(page) {
  await architecture(page, "git");
  await page.evaluate(() => {
    const picture = document.querySelector("svg.picture");
    globalThis.glided = false;
    picture.addEventListener("transitionrun", (event) => (globalThis.glided ||= event.target.matches(".glides")));
  });
  await page.locator("#option-shown").selectOption("golden-image");
  return page.evaluate(async () => {
    const picture = document.querySelector("svg.picture");
    // Two frames: what the change has set off has begun.
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    await Promise.all(picture.getAnimations({ subtree: true }).map((motion) => motion.finished));
    const strayed = [...picture.querySelectorAll(".glides")].filter((card) => {
      const [there, back] = [card, card.firstElementChild].map((group) => group.transform.baseVal.consolidate().matrix);
      return there.e + back.e !== 0 || there.f + back.f !== 0;
    });
    return { glided: globalThis.glided, strayed: strayed.length };
  });
}

test("cards that stay glide to their new places, unless motion is not wanted", async () => {
  assert.deepEqual(await glide(await openPage({ context: { reducedMotion: "no-preference" } })), { glided: true, strayed: 0 });
  assert.deepEqual(await glide(await openPage()), { glided: false, strayed: 0 });
});

test("a picture of the whole page shows the lines: they are not drawn anew for it", async () => {
  const page = await openPage({ hash: "preset=shop", context: { reducedMotion: "no-preference" } });
  const lines = page.locator("svg.picture .appears");
  await lines.first().waitFor({ state: "attached" });
  await lines.evaluateAll((all) => all.forEach((line) => line.setAttribute("data-seen", "")));
  await page.screenshot({ fullPage: true });
  assert.equal(await lines.count(), await page.locator("svg.picture .appears[data-seen]").count());
  assert.ok((await lines.count()) > 5);
});
