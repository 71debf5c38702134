// The deploy kit on the page: its files to read and copy, and all of them as a ZIP file that is the same each time.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { axe, openPage, screenshot } from "./harness/journey.mjs";

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

for (const [width, theme] of [[1440, "light"], [820, "dark"], [390, "light"]]) {
  test(`the kit is read and taken along, ${width} px wide`, async () => {
    const page = await openPage({ width, theme, hash: "preset=shop" });
    await page.getByRole("tab", { name: "Deliver" }).click();
    const panel = page.getByRole("region", { name: /^Build it: / });
    await panel.getByText("never run against AWS itself").first().waitFor();
    const contents = panel.getByLabel("Contents");
    assert.match(await contents.textContent(), /never run against AWS itself/, "the first file says so as well");
    const files = panel.getByRole("navigation", { name: "Files of the kit" });
    await files.getByRole("button", { name: "wp-config.php" }).click();
    await panel.getByText("server/wordpress/wp-config.php").waitFor();
    assert.match(await contents.textContent(), /DISALLOW_FILE_EDIT/);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
    await axe(page);
    await screenshot(page, `deliver-${width}`);
    const first = await saved(page, panel.getByRole("button", { name: "Download the kit (ZIP)" }));
    const second = await saved(page, panel.getByRole("button", { name: "Download the kit (ZIP)" }));
    assert.match(first.name, /-kit\.zip$/);
    assert.equal(first.bytes.subarray(0, 4).toString("latin1"), "PK\u0003\u0004");
    assert.ok(first.bytes.length < 102_400, `${first.bytes.length} bytes`);
    assert.ok(first.bytes.equals(second.bytes), "the same kit is the same bytes");
  });
}
