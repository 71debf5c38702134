// The client's own access log: dropped on the page, read there, and nothing of it anywhere but the figures.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL, fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { DIST, axe, openPage, reload, screenshot } from "./harness/journey.mjs";

const LOGS = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "logs");
const log = (name) => path.join(LOGS, `wordpress-${name}.log.gz`);
const chooser = (page) => page.getByLabel("Choose access logs");
const visits = (page) => page.getByRole("textbox", { name: "Visits a month" });

/** What stands in the log and may stand nowhere else. */
const SECRETS = ["198.18.", "198.19.", "2001:db8", "example.org", "example.net", "xmlrpc.php?", "Mozilla/"];

function holdsNothing(text, where) {
  for (const secret of SECRETS) {
    assert.ok(!text.includes(secret), `${secret} in ${where}`);
  }
}

test("a log fills the answers, says where they are from, and undo takes them back", async () => {
  const page = await openPage();
  const before = await visits(page).inputValue();
  await chooser(page).setInputFiles(log("day-nginx"));
  await page.getByText("14,619 lines were read").waitFor();
  assert.equal(await visits(page).inputValue(), "9,560");
  await page.getByText("Measured in wordpress-day-nginx.log.gz, 2013-09-18 to 2013-09-19: 6,800 to 19,000").waitFor();
  await page.getByRole("tab", { name: "Load test" }).click();
  await page.getByText("This is the week of wordpress-day-nginx.log.gz").waitFor();
  await axe(page);
  await screenshot(page, "log-day");
  // Somebody knows better: then it is no longer measured.
  await visits(page).fill("20000");
  await visits(page).blur();
  assert.equal(await page.getByText(": 6,800 to 19,000").count(), 0);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await visits(page).inputValue(), before);
});

test("nothing of the log is asked for, kept, linked or told but figures", async () => {
  const page = await openPage();
  await chooser(page).setInputFiles([log("attacked-apache"), log("vhosts-apache")]);
  await page.getByText("11,114 lines were read").waitFor();
  await page.waitForFunction(() => location.hash.includes("measured="));
  holdsNothing(await page.evaluate(() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage)), "storage");
  holdsNothing(decodeURIComponent(page.url()), "the link");
  holdsNothing(await page.evaluate(() => document.body.innerText + document.documentElement.outerHTML), "the page");
  // `page.requests` is held to be empty after every journey.
  await reload(page);
  await page.getByText("Figures measured in 2 logs").waitFor();
  await page.getByText("drop it again to live through its week").waitFor();
});

test("nothing of the log is in what can be taken along but figures", async () => {
  const page = await openPage();
  await chooser(page).setInputFiles([log("attacked-apache"), log("vhosts-apache")]);
  await page.getByText("11,114 lines were read").waitFor();
  await page.getByText("Export", { exact: true }).click();
  const files = page.getByRole("group", { name: "Files" }).getByRole("button");
  const names = await files.allTextContents();
  assert.ok(names.length >= 6, names.join());
  for (const name of names) {
    const [download] = await Promise.all([page.waitForEvent("download"), files.getByText(name, { exact: true }).click()]);
    const stream = await download.createReadStream();
    holdsNothing(Buffer.concat(await stream.toArray()).toString("latin1"), name);
  }
});

test("attacks can be kept away, and the week says so", async () => {
  const page = await openPage({ width: 390, theme: "dark" });
  await chooser(page).setInputFiles(log("attacked-apache"));
  const close = page.getByLabel("close xmlrpc.php");
  await close.waitFor();
  await close.check();
  assert.ok(await page.getByLabel("close xmlrpc.php").isChecked());
  await axe(page);
  await screenshot(page, "log-attacked-phone");
});

test("a log of a fortnight is lived through whole, its busiest day marked", async () => {
  const page = await openPage();
  const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";
  const lines = [];
  for (let day = 2; day < 18; day++)
    for (let minute = 0; minute < 1440; minute += day === 11 ? 2 : 6)
      for (const asked of ["/p", "/style.css"]) {
        const time = `${String(day).padStart(2, "0")}/Mar/2026:${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00 +0100`;
        lines.push(`198.18.0.${minute % 250} - - [${time}] "GET ${asked} HTTP/1.1" 200 9000 "-" "${agent}"\n`);
      }
  await chooser(page).setInputFiles({ name: "access.log", mimeType: "text/plain", buffer: Buffer.from(lines.join("")) });
  await page.getByText("lines were read").waitFor();
  await page.getByRole("tab", { name: "Load test" }).click();
  await page.getByRole("heading", { name: /^Two-week load simulation/ }).waitFor();
  // Monday the 2nd to Sunday the 15th: the 11th is the second Wednesday.
  await page.getByText("These are two weeks of access.log, 2026-03-02 to 2026-03-15").waitFor();
  await page.getByText("The busiest day is the second Wednesday").waitFor();
  await axe(page);
  await screenshot(page, "log-fortnight");
});

test("the single file reads a log from a disk, dropped on it", async () => {
  const page = await openPage({ url: pathToFileURL(path.join(DIST, "groundplan.html")).href, context: { offline: true } });
  const text = gunzipSync(readFileSync(log("vhosts-apache"))).toString("latin1");
  const data = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "other_vhosts_access.log"));
    return data;
  }, text);
  await page.dispatchEvent(".log-drop", "drop", { dataTransfer: data });
  await page.getByText("5,118 lines were read").waitFor();
});

test("what is no log is said, and nothing is changed", async () => {
  const page = await openPage();
  const before = page.url();
  await chooser(page).setInputFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from([255, 216, 255, 224, 10, 1, 2]) });
  await page.getByText("photo.jpg is no access log of a format known here").waitFor();
  assert.equal(page.url(), before);
});

test("reading leaves the page usable, and can be cancelled", async () => {
  const page = await openPage();
  const text = gunzipSync(readFileSync(log("day-nginx"))).toString("latin1");
  const data = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File(Array(150).fill(text), "large.log"));
    return data;
  }, text);
  await page.dispatchEvent(".log-drop", "drop", { dataTransfer: data });
  await page.getByRole("progressbar", { name: "Reading the log" }).waitFor();
  // Pressed at once: a click that waits until the button stands still may come when all has been read.
  await page.getByRole("button", { name: "Cancel" }).dispatchEvent("click");
  await page.getByRole("progressbar", { name: "Reading the log" }).waitFor({ state: "detached" });
  assert.equal(await page.getByText("lines were read").count(), 0);
});
