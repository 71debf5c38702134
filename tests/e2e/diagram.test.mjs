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
