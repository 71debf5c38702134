// What goes wrong is said once, and the page goes on: no storage, another tab, links that mean harm.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { embedded, frameOf } from "./harness/embedding.mjs";
import { DIST, axe, openContext, openPage, untilStarted, watch } from "./harness/journey.mjs";
import { serve } from "./harness/server.mjs";

const visits = (page) => page.getByRole("textbox", { name: "Visits a month" });

async function answer(page, text) {
  await visits(page).fill(text);
  await visits(page).blur();
}

/** Runs before the page's own scripts: the device keeps nothing. */
const DENIALS = {
  denied: [
    () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } }),
    "This browser keeps nothing for this page",
  ],
  full: [
    () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; },
    "There is no room left on this device for these answers",
  ],
};

for (const [how, [deny, told]] of Object.entries(DENIALS)) {
  test(`storage ${how}: it is said until the note is put away, and the answers are in the address`, async () => {
    const page = await openPage({ route: (page) => page.addInitScript(deny) });
    await answer(page, "45000");
    const notice = page.getByText(told);
    await notice.waitFor();
    await axe(page);
    await answer(page, "45500");
    await notice.waitFor();
    await page.getByRole("button", { name: "Put this note away" }).click();
    await answer(page, "46000");
    await page.waitForFunction(() => location.hash.includes("visits=46k"));
    assert.equal(await notice.count(), 0);
  });
}

test("storage with rubbish in it does no harm", async () => {
  const page = await openPage({
    route: (page) =>
      page.addInitScript(() => {
        localStorage.setItem("groundplan / session", "\u0000<script>alert(1)</script>&&&=%zz");
        localStorage.setItem("groundplan / workshop", "{".repeat(50_000));
        localStorage.setItem("groundplan / appearance", "blinding");
      }),
  });
  await page.getByRole("button", { name: "Go on with them" }).click();
  await page.getByRole("heading", { name: "Parts of this link were not understood" }).waitFor();
  await page.getByRole("button", { name: "Workshop" }).click();
  await page.getByText("One that this page cannot read").waitFor();
  await page.getByRole("button", { name: "Start a new one" }).click();
  await page.getByRole("heading", { level: 1, name: "A site like yours" }).waitFor();
});

test("answers of last time are offered, not forced, and can be forgotten", async () => {
  const page = await openPage();
  await answer(page, "45000");
  await page.waitForFunction(() => location.hash.includes("visits=45k"));
  const again = async () => {
    const tab = watch(await page.context().newPage());
    await tab.goto(page.url().split("#")[0]);
    await untilStarted(tab);
    return tab;
  };
  const next = await again();
  assert.equal(await visits(next).inputValue(), "300,000");
  await axe(next);
  await next.getByRole("button", { name: "Go on with them" }).click();
  assert.equal(await visits(next).inputValue(), "45,000");
  const last = await again();
  await last.getByRole("button", { name: "Forget them" }).click();
  const fresh = await again();
  assert.equal(await fresh.getByRole("button", { name: "Go on with them" }).count(), 0);
});

test("a second tab: the last change counts, and the first tab says so", async () => {
  const one = await openPage({ hash: "v=1&visits=10k" });
  const two = watch(await one.context().newPage());
  await two.goto(one.url());
  await untilStarted(two);
  await answer(one, "11000");
  const notice = (page) => page.getByText("Another tab has changed the answers");
  await notice(two).waitFor();
  assert.equal(await visits(two).inputValue(), "10,000", "nothing changes under the reader's hands");
  await axe(two);
  await two.getByRole("button", { name: "Show them here" }).click();
  assert.equal(await visits(two).inputValue(), "11,000");
  await answer(two, "12000");
  await notice(one).waitFor();
  await one.getByRole("button", { name: "Keep these instead" }).click();
  assert.equal(await one.evaluate(() => localStorage.getItem("groundplan / session")), "v=1&visits=11k");
  await notice(two).waitFor();
});

test("two advisors of one origin keep their answers apart", async () => {
  const server = await serve(DIST, { base: "/a/" });
  try {
    const context = await openContext({ serviceWorkers: "block" });
    // A second folder with the same files.
    await context.route("**/b/**", async (route) => {
      const url = route.request().url().replace("/b/", "/a/");
      await route.fulfill({ response: await route.fetch({ url }) });
    });
    const page = watch(await context.newPage());
    await page.goto(server.url);
    await untilStarted(page);
    await answer(page, "45000");
    await page.waitForFunction(() => location.hash.includes("visits=45k"));
    await page.goto(server.url.replace("/a/", "/b/"));
    await untilStarted(page);
    assert.equal(await page.getByRole("button", { name: "Go on with them" }).count(), 0, "the other's answers are offered here");
    await page.goto(server.url);
    await untilStarted(page);
    await page.getByRole("button", { name: "Go on with them" }).waitFor();
  } finally {
    await server.close();
  }
});

const HOSTILE = {
  "script in a value": "v=1&site=%3Cscript%3Ealert(1)%3C/script%3E",
  "script in a key": "v=1&%3Cimg%20src=x%20onerror=alert(1)%3E=1",
  "a flood of pairs": "v=1&" + "visits=5k&".repeat(20_000),
  "a flood of nonsense": "é=1&".repeat(60_000),
  "numbers that are none": "v=1&visits=NaN&budget=1e999&media=-5&peak=0x10&vat=99999999999999999999",
  "broken escapes": "v=1&site=%&visits=%E0%A4%A&x=%00%0a%0d",
  "another version": "v=99999999999&site=shop",
  "prototype games": "v=1&__proto__=x&constructor=y&toString=z&a.__proto__=1&p.constructor=2",
  "an address in a value": "v=1&region=javascript:alert(1)&currency=data:text/html,x",
  "writing turned around": "v=1&\u202Evisits=\u202E5k&site=\u0000shop",
  "a room that is none": "audience=../../<script>",
  "points that add up to nothing": "v=1&points=0.0.0.0.0.0.0.0",
};

for (const [what, hash] of Object.entries(HOSTILE)) {
  test(`a hostile link, ${what}: the page says what it did not take, and works`, async () => {
    const page = await openPage({
      hash,
      route: async (page) => page.on("dialog", () => assert.fail("something ran")),
    });
    assert.equal(await page.locator("#app script, #app img, #app iframe").count(), 0);
    await answer(page, "45000");
    await page.waitForFunction(() => location.hash.includes("visits=45k"));
    const notes = await page.locator(".notes li").count();
    assert.ok(notes <= 11, `${notes} notes are a flood themselves`);
    await page.locator(".verdict h2").waitFor();
  });
}

test("everything that can be pressed inside another page works there: printing is not offered", async () => {
  await embedded(() => '<groundplan-advisor data-loading="eager" data-preset="shop"></groundplan-advisor>', {}, async ({ page }) => {
    const frame = await frameOf(page);
    assert.equal(await frame.getByText(/print|PDF/i).filter({ visible: true }).count(), 0);
  });
});

test("the saved picture has all of its legend, and no number bursts its circle", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await page.getByRole("tab", { name: "Architecture" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("group", { name: "Save the diagram" }).getByRole("button", { name: "SVG" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  // In a page of its own, as a viewer shows it: this one's policy lets no markup in.
  const viewer = await page.context().newPage();
  await viewer.setContent(text);
  const outside = await viewer.evaluate(() => {
    const svg = document.querySelector("svg");
    const { width, height } = svg.viewBox.baseVal;
    const cut = [...svg.querySelectorAll("text")].filter((words) => {
      const box = words.getBBox();
      return box.x < -1 || box.y < -1 || box.x + box.width > width + 1 || box.y + box.height > height + 1;
    });
    return { told: cut.map((words) => words.textContent), texts: svg.querySelectorAll("text").length };
  });
  assert.deepEqual(outside.told, [], "cut off at the edge of the file");
  assert.ok(outside.texts > 20);
  const burst = await page.evaluate(() =>
    [...document.querySelectorAll(".canvas svg.picture .callout")]
      .filter((element) => element.tagName === "text" && element.textContent.length > 1)
      .map((words) => {
        const around = words.parentElement.querySelector(".callout:not(text)")?.getBoundingClientRect();
        const inner = words.getBoundingClientRect();
        return around && (inner.left < around.left || inner.right > around.right) ? words.textContent : "";
      })
      .filter(Boolean),
  );
  assert.deepEqual(burst, [], "numbers wider than what is around them");
});

test("a single finding is not torn into two columns, and nothing runs out of its box in the default view", async () => {
  for (const width of [1920, 1440, 1024, 390]) {
    const page = await openPage({ width });
    for (const name of ["Summary", "Architecture", "Compare"]) {
      await page.getByRole("tab", { name }).click();
      const faults = await page.evaluate(() => {
        const torn = [...document.querySelectorAll("main li")].filter((item) => item.offsetParent && item.getClientRects().length > 1 && getComputedStyle(item).display !== "inline");
        const words = [...document.querySelectorAll("main .tag, main dd, main td, main th, main button, main .pin-mark")].filter(
          (element) => element.offsetParent && element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).overflowX === "visible" && element.clientWidth > 0 && !element.querySelector("svg, .unseen"),
        );
        return [...torn, ...words].map((element) => element.textContent.slice(0, 60));
      });
      assert.deepEqual(faults, [], `${name} at ${width} px`);
    }
  }
});

test("one currency: amounts are given and weighed in the one they are shown in", async () => {
  const page = await openPage({ hash: "preset=shop&currency=eur&exchange=0.8" });
  const budget = page.getByRole("textbox", { name: /Monthly budget cap/ });
  assert.equal(await budget.inputValue(), "720", "900 dollars");
  assert.match(await page.locator("label[for=budget]").textContent(), /EUR/);
  await budget.fill("1000");
  await budget.blur();
  await page.waitForFunction(() => location.hash.includes("budget=1250"));
  assert.equal(await budget.inputValue(), "1,000");
  await page.locator(".group > summary").filter({ hasText: "Priorities" }).click();
  await page.getByText("from €1,600 down to €4.00 a month").waitFor();
  for (const name of ["Summary", "Costs", "Compare"]) {
    await page.getByRole("tab", { name }).click();
    assert.doesNotMatch(await page.locator("#section").innerText(), /\$\d/, `dollars in ${name}`);
  }
  const odd = await openPage({ hash: "preset=shop&currency=jpy&exchange=119.565217" });
  await odd.locator(".group > summary").filter({ hasText: "Cost settings" }).click();
  assert.equal(await odd.getByRole("textbox", { name: /Exchange rate/ }).inputValue(), "119.57", "a rate has no more digits than anybody reads");
});

test("changes are told in words, never by the keys of links and files", async () => {
  const page = await openPage({ hash: "preset=blog" });
  await page.getByRole("tab", { name: "Assumptions" }).click();
  const hits = page.getByRole("textbox", { name: "Page cache hit ratio on the server" });
  await hits.fill("0.5");
  await hits.blur();
  await page.locator(".changes summary").first().click();
  await page.locator(".changes").getByText(/Page cache hit ratio on the server/).first().waitFor();
  assert.doesNotMatch(await page.locator(".changes").innerText(), /h_origin|[a-z]+_[a-z]+|ec2\.t/);
  await page.getByRole("tab", { name: "Summary" }).click();
  await page.locator(".ranking tbody tr").filter({ hasText: "EC2 single server" }).click();
  await page.getByRole("tab", { name: "Costs" }).click();
  const bill = page.getByRole("region", { name: "Bill" });
  await bill.locator("tr", { hasText: /t4g|t3/ }).locator("summary").first().click();
  await bill.getByRole("textbox").first().fill("1");
  await bill.getByRole("textbox").first().blur();
  await page.locator(".changes").getByText(/Unit price: Amazon EC2/).first().waitFor();
  assert.doesNotMatch(await page.locator(".changes").innerText(), /ec2\.t/);
});

test("what is a default reads as one sentence, not as halves", async () => {
  const page = await openPage({ hash: "preset=blog" });
  await page.getByRole("tab", { name: "Assumptions" }).click();
  assert.doesNotMatch(await page.locator("#section").innerText(), /said \/|Not said, low confidence/);
});

test("printing in the workshop prints the proposal, with what was decided there", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await page.getByRole("button", { name: "Workshop" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Who is speaking").fill("Ada");
  const visits = page.getByRole("textbox", { name: "Visits a month", exact: true });
  await visits.fill("250000");
  await visits.blur();
  await page.getByLabel("Why Visits a month").fill("After the spring campaign");
  await page.emulateMedia({ media: "print" });
  await page.locator(".proposal .cover").waitFor();
  await page.locator(".proposal").getByText("After the spring campaign").waitFor();
  assert.equal(await page.locator(".workshop, .workshop-bar").filter({ visible: true }).count(), 0, "the form is not printed");
  // Every sheet begins with a heading.
  const heads = await page.locator(".proposal .sheet").evaluateAll((sheets) => sheets.map((sheet) => sheet.querySelector("h1, h2")?.textContent ?? ""));
  assert.ok(heads.every(Boolean), JSON.stringify(heads));
});

test("on a phone the verdict at the edge leads to the answer", async () => {
  const page = await openPage({ width: 390, height: 844, hash: "preset=shop", context: { hasTouch: true } });
  await page.locator(".verdict-jump").tap();
  const top = (await page.locator(".verdict").boundingBox()).y;
  assert.ok(top >= -1 && top < 844, `the verdict is at ${top}`);
});
