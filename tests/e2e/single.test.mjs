// groundplan.html, opened from a disk: no server, no network.

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, axe, openPage, reload } from "./harness/journey.mjs";
import { save } from "./harness/picture.mjs";

const FILE = pathToFileURL(path.join(DIST, "groundplan.html")).href;

test("opens from a disk without a network, answers, and brings the answers back by its link", async () => {
  const page = await openPage({ url: FILE, context: { offline: true } });
  await page.getByRole("textbox", { name: "Visits a month" }).fill("45000");
  await page.getByRole("textbox", { name: "Visits a month" }).blur();
  await page.waitForFunction(() => location.hash.includes("visits=45k"));
  await axe(page);
  const link = page.url();
  await reload(page);
  assert.equal(await page.getByRole("textbox", { name: "Visits a month" }).inputValue(), "45,000");
  const other = await openPage({ url: link, context: { offline: true } });
  assert.equal(await other.getByRole("textbox", { name: "Visits a month" }).inputValue(), "45,000");
});

test("holds everything it shows", async () => {
  const page = await openPage({ url: FILE });
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll("[src], link[href]")].map((element) => element.src || element.href).filter((url) => !url.startsWith("data:")),
  );
  assert.deepEqual(outside, []);
});

test("is set in the typeface it carries, and saves it with the picture", async () => {
  const page = await openPage({ url: FILE });
  assert.ok(await page.evaluate(() => document.fonts.check('13px "Public Sans"')));
  await page.getByRole("tab", { name: "Architecture" }).click();
  assert.match((await save(page, "SVG")).data.toString(), /<style>@font-face\{[^}]*data:font\/woff2;base64,d09GMg/);
});

test("keeps to its own policy", async () => {
  const page = await openPage({ url: FILE, quiet: false });
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.append("window.ran = true");
    document.body.append(script);
  });
  assert.equal(await page.evaluate(() => window.ran), undefined);
  const html = page.evaluate(() => (document.createElement("div").innerHTML = "<b>text</b>"));
  await assert.rejects(html, /TrustedHTML/);
  await assert.rejects(page.evaluate(() => trustedTypes.createPolicy("groundplan", {})), /already exists|disallowed/);
});
