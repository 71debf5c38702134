// The picture as a browser draws it: what overlaps or is cut off, and the files it is saved as.

import assert from "node:assert/strict";

/** The texts of the picture on the page, or in a file opened by itself, and what is wrong with them. */
export function measure(page) {
  return page.locator("svg.picture, svg:root").first().evaluate((picture) => {
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
    const pills = all(".callout, .alarm, .chip");
    for (const text of [...all(".number"), ...all(".price")]) {
      const inside = pills.some((pill) => pill.left + 2 <= text.left && text.right <= pill.right - 2);
      if (!inside) faults.push(`${text.name} bursts its pill`);
    }
    const { width, height } = picture.viewBox.baseVal;
    for (const text of all("text")) {
      if (text.left < 0 || text.top < 0 || text.right > width || text.bottom > height) faults.push(`${text.name} is cut off`);
    }
    return { faults, texts: picture.querySelectorAll("text").length };
  });
}

/** The picture of every option, one after the other: each must hold text, and nothing must be wrong with it. */
export async function assertNoneOverlap(page) {
  // On narrow screens the summary leaves the picture to its own section.
  await page.getByRole("tab", { name: "Architecture" }).click();
  const choice = page.locator("#option-shown");
  const options = await choice.locator("option").evaluateAll((options) => options.map((option) => option.value));
  for (const option of options) {
    // On a phone the ranking chooses, and the list is out of sight.
    await choice.selectOption(option, { force: true });
    const { faults, texts } = await measure(page);
    assert.ok(texts > 10, option);
    assert.deepEqual(faults, [], option);
  }
}

/** Saves the picture by a button, "SVG", "PNG" or "draw.io": the file's name and what is in it. */
export async function save(page, kind) {
  const download = page.waitForEvent("download");
  await page.getByRole("group", { name: "Save the diagram" }).getByRole("button", { name: kind, exact: true }).click();
  const file = await download;
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return { name: file.suggestedFilename(), data: Buffer.concat(chunks) };
}
