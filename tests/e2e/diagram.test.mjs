// The picture as a browser draws it, with the fonts there are: the program reckons with widths from a table.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, openPage, screenshot } from "./harness/journey.mjs";

/** What overlaps on the picture, measured on the drawn elements. */
const measure = () => {
  const picture = document.querySelector("svg.picture");
  const box = (element) => {
    const { x, y, width, height } = element.getBBox();
    return { left: x, top: y, right: x + width, bottom: y + height, name: element.textContent || element.getAttribute("class") };
  };
  const all = (selector) => [...picture.querySelectorAll(selector)].map(box);
  const overlap = (a, b, by) =>
    a.left < b.right - by && b.left < a.right - by && a.top < b.bottom - by && b.top < a.bottom - by;
  const faults = [];

  const cards = all(".card");
  for (const text of [...all(".name"), ...all("g .note")]) {
    const inside = cards.some(
      (card) => card.left <= text.left && text.right <= card.right && card.top <= text.top + 2 && text.bottom - 2 <= card.bottom,
    );
    if (!inside) faults.push(`${text.name} does not fit its card`);
  }
  // A line of text is a little higher than its letters: two lines may share three pixels of nothing.
  const words = [...all(".name"), ...all(".note"), ...all(".title")];
  words.forEach((one, at) => {
    for (const other of words.slice(at + 1)) {
      if (overlap(one, other, 3)) faults.push(`${one.name} and ${other.name} overlap`);
    }
  });
  for (const title of all(".title")) {
    for (const card of cards) {
      if (overlap(title, card, 3)) faults.push(`${title.name} lies under a card`);
    }
  }
  const { width, height } = picture.viewBox.baseVal;
  for (const text of all("text")) {
    if (text.left < 0 || text.top < 0 || text.right > width || text.bottom > height) faults.push(`${text.name} is cut off`);
  }
  return { faults, texts: picture.querySelectorAll("text").length };
};

for (const width of [1440, 820, 390]) {
  test(`names, titles and costs keep apart in real fonts, ${width} px wide`, async () => {
    const page = await openPage({ width });
    const choice = page.locator("#diagram-option");
    const options = await choice.locator("option").evaluateAll((options) => options.map((option) => option.value));
    for (const option of options) {
      await choice.selectOption(option);
      const { faults, texts } = await page.evaluate(measure);
      assert.ok(texts > 10, option);
      assert.deepEqual(faults, [], option);
    }
  });
}

for (const theme of ["light", "dark"]) {
  test(`what fails when is chosen by keyboard and told, ${theme}`, async () => {
    const page = await openPage({ theme });
    await page.locator("#diagram-option").selectOption("efs");
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
  await page.locator("#diagram-option").selectOption("efs");
  const saved = async (name) => {
    const download = page.waitForEvent("download");
    await page.getByRole("group", { name: "Save the diagram" }).getByRole("button", { name, exact: true }).click();
    const file = await download;
    const stream = await file.createReadStream();
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    return { name: file.suggestedFilename(), data: Buffer.concat(chunks) };
  };

  const svg = await saved("SVG");
  assert.equal(svg.name, "groundplan-efs.svg");
  const text = svg.data.toString();
  assert.match(text, /^<svg .*viewBox="0 0 \d+ \d+"/);
  assert.doesNotMatch(text, /foreignObject|href=/);
  const [, width, height] = text.match(/width="(\d+)" height="(\d+)"/).map(Number);

  const png = await saved("PNG");
  assert.equal(png.name, "groundplan-efs.png");
  assert.equal(png.data.subarray(1, 4).toString(), "PNG");
  assert.deepEqual([png.data.readUInt32BE(16), png.data.readUInt32BE(20)], [2 * width, 2 * height]);
  assert.ok(png.data.length > 50_000, `${png.data.length} bytes are not a picture`);

  const drawio = await saved("draw.io");
  assert.equal(drawio.name, "groundplan-efs.drawio");
  assert.match(drawio.data.toString(), /^<mxfile /);
});

test("the diagram in words has every part and connection, and the picture can be seen at full size", async () => {
  const page = await openPage({ width: 820 });
  await page.locator("#diagram-option").selectOption("efs");
  await page.getByText("The diagram in words").click();
  await page.getByRole("table", { name: "Connections" }).waitFor();
  const parts = await page.locator(".picture .card").count();
  assert.equal(await page.locator(".outline strong").count(), parts);
  await page.getByRole("button", { name: "Full size" }).click();
  const [shown, natural] = await page.locator("svg.picture").evaluate((picture) => [
    picture.getBoundingClientRect().width,
    picture.viewBox.baseVal.width,
  ]);
  assert.equal(Math.round(shown), natural);
  await axe(page);
});

/** Whether some card was under way to another place after another option was chosen, and where all of them end. */
async function glide(page) {
  await page.locator("#diagram-option").selectOption("git");
  await page.evaluate(() => {
    const picture = document.querySelector("svg.picture");
    globalThis.glided = false;
    picture.addEventListener("transitionrun", (event) => (globalThis.glided ||= event.target.matches(".glides")));
  });
  await page.locator("#diagram-option").selectOption("golden-image");
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
