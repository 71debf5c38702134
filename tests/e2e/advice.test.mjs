// What a person does with the page: start from a preset, change answers, see what changes, share it, take it back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { axe, openPage, reload, screenshot } from "./harness/journey.mjs";

const tab = (page, name) => page.getByRole("tab", { name }).click();
const group = (page, name) => page.locator(".group > summary").filter({ hasText: name }).click();
const verdict = (page) => page.locator(".verdict h2").textContent();
const field = (page, name) => page.getByRole("textbox", { name });
const fragment = (page) => page.evaluate(() => location.hash.slice(1));

/** Types an answer and leaves the field, as people do. */
async function answer(page, name, text) {
  await field(page, name).fill(text);
  await field(page, name).blur();
}

test("from a preset over three answers to another verdict, a shared link, and back again", async () => {
  const page = await openPage();
  await page.getByRole("button", { name: "WooCommerce shop" }).click();
  await page.waitForFunction(() => location.hash.includes("site=shop"));
  const shop = await verdict(page);
  const shared = await fragment(page);

  await answer(page, "Monthly budget cap", "60");
  await group(page, "Requirements");
  await page.getByRole("radio", { name: "1 day", exact: true }).check();
  await page.getByLabel("How soon must it be back?").selectOption({ label: "3 days" });
  await answer(page, "Maximum downtime per year", "10 days");
  const modest = await verdict(page);
  assert.notEqual(modest, shop);
  assert.match(await fragment(page), /budget=60/);

  await reload(page);
  assert.equal(await verdict(page), modest, "a reload keeps the answers");
  const other = await openPage({ hash: await fragment(page) });
  assert.equal(await verdict(other), modest, "a shared link opens the same");

  await page.goBack();
  await page.waitForFunction(() => location.hash.includes("outage=2000"));
  assert.equal(await field(page, "Maximum downtime per year").inputValue(), "2,000");
  await page.goForward();
  await page.waitForFunction(() => location.hash.includes("outage=14400"));
  assert.equal(await verdict(page), modest);

  const again = await openPage({ hash: shared });
  assert.equal(await verdict(again), shop);
});

test("undo, redo and reset", async () => {
  const page = await openPage({ hash: "preset=news" });
  const undo = page.getByRole("button", { name: "Undo" });
  const redo = page.getByRole("button", { name: "Redo" });
  assert.equal(await undo.isDisabled(), true);
  await answer(page, "Visits a month", "2m");
  await page.getByRole("button", { name: "More: Visits a month" }).click();
  assert.equal(await field(page, "Visits a month").inputValue(), "2,500,000");
  await undo.click();
  assert.equal(await field(page, "Visits a month").inputValue(), "2,000,000");
  await page.keyboard.press("Control+z");
  assert.equal(await field(page, "Visits a month").inputValue(), "5,000,000");
  await redo.click();
  assert.equal(await field(page, "Visits a month").inputValue(), "2,000,000");
  await page.getByRole("button", { name: "Start over" }).click();
  assert.equal(await field(page, "Visits a month").inputValue(), "300,000");
  await page.waitForFunction(() => location.hash === "");
});

test("typing in one field is one step back", async () => {
  const page = await openPage();
  await field(page, "Visits a month").fill("");
  await field(page, "Visits a month").pressSequentially("450000");
  await field(page, "Visits a month").blur();
  await page.waitForFunction(() => location.hash.includes("visits=450k"));
  await page.goBack();
  await page.waitForFunction(() => location.hash === "");
  assert.equal(await field(page, "Visits a month").inputValue(), "300,000");
});

test("a wrong answer is kept, explained, and the last right one goes on", async () => {
  const page = await openPage({ hash: "preset=shop" });
  const before = await verdict(page);
  await field(page, "Visits a month").fill("many");
  assert.equal(await page.getByText("must be a number").count(), 0, "nobody is corrected while typing");
  await field(page, "Visits a month").blur();
  assert.equal(await field(page, "Visits a month").inputValue(), "many");
  const problem = page.getByText(/Visits a month must be a number, like 300k.*Until then this is used: 200,000 visits/);
  await problem.waitFor();
  assert.equal(await field(page, "Visits a month").getAttribute("aria-invalid"), "true");
  assert.equal(await verdict(page), before);
  await page.getByText(/must be a number/, { exact: false }).first().waitFor();
  await axe(page);
  await answer(page, "Visits a month", "1.2 million");
  assert.equal(await problem.count(), 0);
  assert.equal(await field(page, "Visits a month").inputValue(), "1,200,000");
});

test("a link that is partly nonsense opens with a note of it", async () => {
  const page = await openPage({ hash: "v=9&site=shop&visits=lots&colour=<b>blue</b>&a.moon=1&%zz" });
  const note = page.getByRole("region", { name: "About this link" });
  await note.getByText("newer than this page").waitFor();
  await note.getByText("colour: is not a question of this version").waitFor();
  assert.equal(await note.locator("b").count(), 0, "what a link says is text, never markup");
  assert.equal(await page.getByLabel("What kind of site is it?").inputValue(), "shop");
  await axe(page);
  await note.getByRole("button", { name: "Put this note away" }).click();
  assert.equal(await note.count(), 0);
});

test("the smallest change lets an option back in", async () => {
  const page = await openPage({ hash: "preset=membership" });
  const row = page.locator(".ranking tbody tr").filter({ hasText: "Lightsail single server" });
  assert.match(await row.locator(".status").textContent(), /✕/);
  await row.getByRole("button").click();
  await page.getByRole("region", { name: "Lightsail single server" }).getByRole("button", { name: "Apply all" }).click();
  await row.filter({ hasText: "Recommended" }).or(row.filter({ hasText: "Meets all" })).or(row.filter({ hasText: "At risk" })).waitFor();
});

test("one selection: the row pressed is what every section shows", async () => {
  const page = await openPage({ hash: "preset=news" });
  const rows = page.locator(".ranking tbody tr");
  for (const at of [2, 5]) {
    await tab(page, "Summary");
    const name = await rows.nth(at).getByRole("button").textContent();
    await rows.nth(at).locator("td.down").click();
    assert.equal(await rows.nth(at).getByRole("button").getAttribute("aria-pressed"), "true");
    assert.equal(await page.locator("#option-shown").evaluate((list) => list.selectedOptions[0].text), `${at + 1}. ${name}`);
    await page.getByRole("region", { name, exact: true }).waitFor();
    for (const [section, heading] of [["Architecture", "Architecture: "], ["Costs", "Monthly cost: "], ["Load test", "One-week load simulation: "], ["Risks", "Expected downtime: "]]) {
      await tab(page, section);
      await page.getByRole("heading", { name: heading + name, exact: true }).waitFor();
    }
    await tab(page, "Compare");
    for (const heading of ["Pros", "Cons", "What you give up", "Recovery"]) {
      await page.getByRole("region", { name, exact: true }).getByRole("heading", { name: heading, exact: true }).waitFor();
    }
  }
  await page.locator("#option-shown").selectOption({ index: 0 });
  await tab(page, "Summary");
  assert.equal(await rows.first().getByRole("button").getAttribute("aria-pressed"), "true");
  await axe(page);
});

test("sections are tabs: by arrow keys, and back at their beginning", async () => {
  const page = await openPage({ hash: "preset=shop" });
  const section = page.getByRole("tabpanel");
  await page.getByRole("tab", { name: "Summary" }).focus();
  for (const [key, name] of [["ArrowRight", "Architecture"], ["End", "Deliver"], ["ArrowRight", "Summary"], ["ArrowLeft", "Deliver"], ["Home", "Summary"]]) {
    await page.keyboard.press(key);
    await page.getByRole("tab", { name, selected: true }).waitFor();
    assert.match(await page.evaluate(() => document.activeElement.textContent), new RegExp(name));
    assert.equal(await section.getAttribute("aria-labelledby"), await page.evaluate(() => document.activeElement.id));
  }
  await page.mouse.move(1000, 500);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await tab(page, "Assumptions");
  const { bar, top } = await page.evaluate(() => ({
    bar: document.querySelector(".section-bar").getBoundingClientRect(),
    top: document.querySelector("#section").getBoundingClientRect().top,
  }));
  assert.ok(bar.top >= 0 && top >= bar.bottom - 1 && top < 200, `the section begins at ${top} px`);
});

test("the decision is on the first screen, and the page is short", async (context) => {
  for (const preset of ["brochure", "blog", "news", "shop", "membership", "viral"]) {
    const wide = await openPage({ width: 1440, height: 900, hash: `preset=${preset}` });
    const ranking = await wide.locator(".ranking").boundingBox();
    const height = await wide.evaluate(() => document.documentElement.scrollHeight);
    const phone = await openPage({ width: 390, height: 844, hash: `preset=${preset}` });
    const long = await phone.evaluate(() => document.documentElement.scrollHeight);
    await phone.locator(".verdict-jump").click();
    const start = (await phone.locator(".ranking").boundingBox()).y;
    context.diagnostic(`${preset}: ${height} px at 1440, ranking ${ranking.y} to ${ranking.y + ranking.height}; ${long} px at 390, ranking ${start} px down after the tap`);
    assert.ok(height <= 2_500, `${height} px at 1440`);
    assert.ok(ranking.y + ranking.height <= 900, `the ranking ends ${ranking.y + ranking.height} px down`);
    assert.ok(long <= 4_500, `${long} px at 390`);
    assert.ok(start < 844, "the ranking is one tap away on a phone");
  }
});

test("a first visit shows an example as an example, and leads to the questions", async () => {
  const page = await openPage();
  await page.getByText(/^Example: busy blog/).waitFor();
  await page.getByRole("link", { name: "Describe your site" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "key-title");
  await page.getByText(/^0 of \d+ answered/).waitFor();
  await answer(page, "Visits a month", "40000");
  await page.getByText(/^Your site: 1 of \d+ questions answered/).waitFor();
  assert.equal(await page.locator(".row.given").count(), 1, "what is answered is told from what is a default");
  await page.getByRole("button", { name: "WooCommerce shop" }).click();
  await page.getByText("Preset: WooCommerce shop").waitFor();
  assert.equal(await page.locator(".row.given").count(), 0);
});

test("a price and an assumption of one's own are used, named and travel with the link", async () => {
  const page = await openPage({ hash: "preset=blog" });
  await tab(page, "Assumptions");
  await answer(page, "Pages per visit", "4");
  await page.waitForFunction(() => location.hash.includes("a.ppv=4"));
  await page.getByRole("heading", { name: /1 overridden/ }).waitFor();
  await tab(page, "Summary");
  // Its own bill, whichever option comes first at the new price.
  await page.locator(".ranking tbody tr").filter({ hasText: "EC2 single server" }).click();
  await tab(page, "Costs");
  const bill = page.getByRole("region", { name: "Bill" });
  await bill.locator("summary").first().click();
  await bill.getByRole("textbox").first().fill("99");
  await bill.getByRole("textbox").first().blur();
  await page.waitForFunction(() => location.hash.includes("p."));
  await bill.getByText("$99.00").first().waitFor();
});

test("the whole way by keyboard", async () => {
  const page = await openPage();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the recommendation");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "result");
  assert.equal(await fragment(page), "", "a jump leaves the address alone");

  const reach = async (matches) => {
    for (let presses = 0; presses < 200; presses += 1) {
      if (await page.evaluate(matches)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab never came to ${matches}`);
  };
  await reload(page);
  await reach(() => document.activeElement.textContent.startsWith("Membership site"));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.includes("site=membership"));
  await reach(() => document.activeElement.id === "visits");
  await page.keyboard.type("40000");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.includes("visits=40k"));
  await reach(() => document.activeElement.type === "range");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => location.hash.includes("visits=50k"));
  await reach(() => document.activeElement.name === "changes");
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => document.activeElement.value === "editors" && document.activeElement.checked);
  await reach(() => document.activeElement.getAttribute("aria-pressed") === "false" && document.activeElement.closest(".ranking"));
  const name = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name, exact: true }).waitFor();
  const hidden = await page.evaluate(() => {
    const bar = document.querySelector(".section-bar").getBoundingClientRect();
    const here = document.activeElement.getBoundingClientRect();
    return here.top < bar.bottom && here.bottom > bar.top;
  });
  assert.equal(hidden, false, "the tabs cover what has the focus");
});

test("nothing moves when an answer changes", async () => {
  const page = await openPage({ hash: "preset=shop" });
  const top = () => page.locator(".ranking").evaluate((title) => title.getBoundingClientRect().top);
  const before = await top();
  for (const visits of ["20k", "2m", "200k"]) {
    await answer(page, "Visits a month", visits);
    assert.equal(await top(), before, `at ${visits} visits`);
  }
});

test("it says politely what has changed, and only that", async () => {
  const page = await openPage({ hash: "preset=blog" });
  const status = page.locator("#announcement");
  assert.equal(await status.textContent(), "");
  await answer(page, "Visits a month", "20m");
  await page.waitForFunction(() => document.querySelector("#announcement").textContent !== "");
  assert.equal(await status.textContent(), await verdict(page));
});

test("the theme is chosen here and remembered", async () => {
  const page = await openPage({ theme: "light" });
  await page.getByLabel("Theme", { exact: true }).selectOption({ label: "Dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  // The choice is painted after the event, not in it.
  await page.waitForFunction(() => getComputedStyle(document.documentElement).backgroundColor !== "rgb(255, 255, 255)");
  const dark = await ground();
  await reload(page);
  assert.equal(await ground(), dark);
  assert.equal(await page.getByLabel("Theme", { exact: true }).inputValue(), "dark");
});

for (const width of [1440, 390]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing with everything open, ${width} px wide, ${theme}`, async () => {
      const page = await openPage({ width, theme, hash: "preset=shop&currency=eur&vat=19" });
      for (const name of ["Summary", "Architecture", "Costs", "Load test", "Risks", "Assumptions", "Compare", "Deliver"]) {
        await tab(page, name);
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        await axe(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `${name} is wider than the screen`);
        await screenshot(page, `${name.toLowerCase().replace(" ", "-")}-${width}-${theme}`);
        // An open menu lies over the tabs.
        await page.evaluate(() => document.querySelectorAll("details.menu").forEach((menu) => (menu.open = false)));
      }
    });
  }
}

test("on a phone no table of the answer is moved sideways to be read", async () => {
  for (const preset of ["blog", "shop"]) {
    const page = await openPage({ width: 390, hash: `preset=${preset}` });
    for (const [section, table] of [["Costs", ".bill"], ["Assumptions", ".assumptions"], ["Compare", ".panel > .scroller > .points-table"]]) {
      await tab(page, section);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      const { inside, room, columns } = await page.locator(table).evaluate((table) => ({
        inside: table.parentElement.scrollWidth,
        room: table.parentElement.clientWidth,
        columns: [...table.querySelectorAll("td.number, td .given")].map((cell) => cell.getBoundingClientRect().right),
      }));
      assert.ok(inside <= room, `${table} of the ${preset} is ${inside} px wide in ${room} px`);
      assert.ok(columns.length > 0 && columns.every((right) => right <= 390), `a figure of ${table} is out of sight`);
    }
  }
});

test("an answer left open says beside its field what is used for it", async () => {
  const page = await openPage({ hash: "preset=blog" });
  const row = page.locator(".row").filter({ has: page.locator("#visits") });
  assert.equal(await row.getByText("Until you know").count(), 0);
  await row.getByRole("checkbox", { name: "I'm not sure" }).check();
  await row.getByText(/Until you know: [\d,]+ to [\d,]+ visits, typically [\d,]+/).waitFor();
  const described = await field(page, "Visits a month").getAttribute("aria-describedby");
  assert.match(described, /visits-range/);
  await axe(page);
  await row.getByRole("checkbox", { name: "I'm not sure" }).uncheck();
  assert.equal(await row.getByText("Until you know").count(), 0);
});

test("a total that leaves something out says so wherever it stands", async () => {
  const page = await openPage({ hash: "preset=blog&pin.delivery=other" });
  assert.match(await verdict(page), /from \$[\d.]+/);
  assert.match(await page.locator(".price strong").textContent(), /\+/);
  await tab(page, "Costs");
  const bill = page.getByRole("region", { name: "Bill" });
  for (const name of [/^Infrastructure/, /^Total/]) {
    const row = bill.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
    assert.match(await row.locator("td.number").textContent(), /\+$/, String(name));
  }
  const service = bill.locator("tr.service").filter({ hasText: "Content delivery network" });
  assert.equal(await service.locator("td.number").textContent(), "", "no price is not a price of nothing");
});

test("on paper: the proposal, no form, nothing to press", async () => {
  const page = await openPage({ hash: "preset=shop" });
  await page.locator(".menu > summary").click();
  await page.getByLabel("Client", { exact: true }).fill("Harbour & Lane");
  await page.getByLabel("Prepared by").fill("Ada");
  await page.emulateMedia({ media: "print" });
  for (const name of ["Decision", "Architecture", "Costs", "Risks", "Next steps", "Appendix", "Your answers"]) {
    await page.locator(".proposal").getByRole("heading", { name, exact: true }).waitFor();
  }
  await page.locator(".cover").getByText("Harbour & Lane").waitFor();
  assert.match(await page.title(), /^Hosting proposal – Harbour & Lane – \d{4}-\d\d-\d\d$/);
  assert.equal(await page.locator(".questions").isVisible(), false);
  for (const name of ["Undo", "Pin as baseline", "Apply"]) {
    assert.equal(await page.getByRole("button", { name }).filter({ visible: true }).count(), 0, name);
  }
  for (const field of ["textbox", "combobox", "checkbox", "slider"]) {
    assert.equal(await page.getByRole(field).filter({ visible: true }).count(), 0, field);
  }
  await page.emulateMedia({ media: "screen" });
  await page.waitForFunction(() => !document.querySelector(".proposal") && document.title.includes("Groundplan"));
});

test("on paper: white, in few pages, in A4 and in Letter", async (context) => {
  const page = await openPage({ hash: "preset=shop", theme: "dark" });
  await page.getByLabel("Theme", { exact: true }).selectOption({ label: "Dark" });
  await page.emulateMedia({ media: "print" });
  await page.locator(".proposal").waitFor();
  assert.equal(
    await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    "rgb(255, 255, 255)",
  );
  const count = async (format, hidden = "") => {
    await page.evaluate((hidden) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(hidden && `${hidden} { display: none }`);
      document.adoptedStyleSheets = [sheet];
    }, hidden);
    return (await page.pdf({ format })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  };
  const [a4, letter] = [await count("A4"), await count("Letter")];
  const body = await count("A4", ".appendix");
  context.diagnostic(`a shop's proposal has ${body} pages and ${a4 - body} of appendix in A4, ${letter} in Letter`);
  assert.ok(body <= 6, `${body} pages before the appendix`);
});

test("everything on the screen can be taken along", async () => {
  const page = await openPage({ hash: "preset=shop&currency=eur&exchange=0.9" });
  await page.locator(".menu > summary").click();
  await axe(page);
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  };
  const bill = await saved("Bill (CSV)");
  assert.match(bill.name, /^groundplan-.*-bill\.csv$/);
  assert.equal(bill.text.charCodeAt(0), 0xfeff, "Excel knows UTF-8 by its mark");
  const [head, ...lines] = bill.text.slice(1).trim().split("\r\n");
  assert.match(head, /^Service,Item,Quantity,Unit,Unit price,Monthly cost,Currency,/);
  assert.ok(lines.length > 10 && lines.every((line) => line.includes(",EUR,")));
  assert.match((await saved("Report (Markdown)")).text, /^# /);
  assert.equal(JSON.parse((await saved("Answers and result (JSON)")).text).currency, "EUR");
  assert.match((await saved("Diagram (SVG)")).text, /^<svg /);
  assert.match((await saved("Diagram (draw.io)")).text, /^<mxfile /);
});

test("charts are read by pointer and by keyboard, and saved", async () => {
  const page = await openPage({ hash: "preset=shop" });
  for (const [section, title] of [["Costs", "Monthly cost by service"], ["Costs", "Monthly cost by visits"], ["Risks", "Expected downtime by cause"], ["Compare", "Score by criterion"]]) {
    await tab(page, section);
    const plot = page.locator(".plot").filter({ hasText: title });
    const said = () => plot.locator(".readout").textContent();
    await plot.locator(".hit").nth(title.endsWith("visits") ? 38 : 3).waitFor({ state: "attached" });
    // A pointer that rests where the chart comes to lie reads it, too.
    await page.mouse.move(0, 0);
    await plot.locator(".plot-room").focus();
    await page.keyboard.press("Home");
    const first = await said();
    await page.keyboard.press("ArrowRight");
    assert.notEqual(await said(), first, title);
    await page.keyboard.press("End");
    await plot.locator(".hit").first().hover();
    assert.equal(await said(), first, title);
    // A table once opened stays open in the next section.
    if (!(await plot.getByRole("row").first().isVisible())) await plot.getByText("Show data").click();
    await plot.getByRole("row").nth(5).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), plot.getByRole("button", { name: "CSV" }).click()]);
    const table = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
    assert.equal(table.length, await plot.getByRole("row").count());
    await axe(page);
  }
});

test("the cost curve marks where another option is recommended", async () => {
  const page = await openPage({ hash: "preset=blog" });
  await tab(page, "Costs");
  const curve = page.locator(".plot").filter({ hasText: "Monthly cost by visits" });
  await curve.getByText(/^Recommended: .* up to .* visits, .* beyond\.$/).waitFor();
  assert.ok((await curve.locator(".turn").count()) >= 1);
  assert.equal(await curve.locator(".now").count(), 1);
});

test("how long a change takes until it is painted, and until its figures are", async (context) => {
  const page = await openPage({ hash: "preset=shop" });
  const { painted, answered } = await page.evaluate(async () => {
    const slider = document.querySelector(".slider input");
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const [painted, answered] = [[], []];
    for (let step = 20; step < 50; step += 1) {
      slider.value = step;
      const start = performance.now();
      slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
      // The frame after the next one has painted what the event changed.
      await frame();
      await frame();
      painted.push(performance.now() - start);
      while (document.documentElement.dataset.busy) await frame();
      await frame();
      answered.push(performance.now() - start);
    }
    return { painted, answered };
  });
  for (const [what, times] of Object.entries({ painted, answered })) {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]);
    context.diagnostic(`input to ${what}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, over ${times.length} changes`);
  }
});
