// Inside another site: sized to its content, in a sandbox, under the site's policy, twice, on a phone, and told nothing
// it was not meant to know.

import assert from "node:assert/strict";
import { test } from "node:test";
import { embedded, frameOf, heard, site, tag, untilSized } from "./harness/embedding.mjs";
import { DIST, axe, openContext, watch } from "./harness/journey.mjs";
import { serve } from "./harness/server.mjs";

test("on a site with a strict policy: sandboxed, sized to its content, and told of", async () => {
  await embedded(tag('data-name="Harbour &amp; Lane" data-preset="shop"'), {}, async ({ page }) => {
    const frame = await frameOf(page);
    assert.equal(await frame.evaluate(() => self.origin), "null", "the frame must have no origin of its own");
    assert.deepEqual(await heard(page, "ready"), { version: "0.1.0" });
    const result = await heard(page, "result");
    assert.ok(result.option && result.name, JSON.stringify(result));
    const { outer, inner } = await untilSized(page, frame);
    assert.ok(outer.height > 900 && inner.wide <= 0, JSON.stringify({ outer, inner }));
    assert.ok(outer.width > 1000, "the theme must not squeeze the frame");
    await frame.getByRole("heading", { name: "Groundplan by Harbour & Lane" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  });
});

test("grows and shrinks with its content, and comes to rest", async () => {
  await embedded(tag(), {}, async ({ page }) => {
    const frame = await frameOf(page);
    // The odds come bit by bit, and their sentences with them.
    await frame.locator(".sure[aria-busy=false]").waitFor();
    const before = (await untilSized(page, frame)).outer.height;
    await frame.getByRole("tab", { name: "Assumptions" }).click();
    await page.waitForFunction((before) => window.heard.at(-1).detail.height > before + 500, before);
    await untilSized(page, frame);
    await frame.getByRole("tab", { name: "Summary" }).click();
    await page.waitForFunction((before) => window.heard.at(-1).detail.height === before, before);
    await untilSized(page, frame);
    await page.setViewportSize({ width: 600, height: 900 });
    const narrow = await untilSized(page, frame);
    assert.ok(narrow.outer.height > before && narrow.inner.wide <= 0);
    const count = () => page.evaluate(() => window.heard.filter((event) => event.name === "resize").length);
    const settled = await count();
    await page.evaluate(async () => {
      for (let i = 0; i < 30; i += 1) await new Promise((done) => requestAnimationFrame(done));
    });
    assert.equal(await count(), settled, "the height must not go to and fro");
  });
});

test("on a phone nothing is wider than the screen", async () => {
  await embedded(tag(), { width: 360 }, async ({ page }) => {
    const frame = await frameOf(page);
    const { inner } = await untilSized(page, frame);
    assert.ok(inner.wide <= 0);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  });
});

test("twice on one page: each has its own settings, size and events", async () => {
  const body = () => tag('data-preset="brochure" data-name="First"')() + tag('data-preset="news" data-name="Second"')();
  await embedded(body, {}, async ({ page }) => {
    const [one, two] = [await frameOf(page, 0), await frameOf(page, 1)];
    await one.getByText("by First").waitFor();
    await two.getByText("by Second").waitFor();
    await untilSized(page, one, 0);
    // What is out of sight is not drawn, and so not measured.
    await page.locator("groundplan-advisor").nth(1).scrollIntoViewIfNeeded();
    await untilSized(page, two, 1);
    await heard(page, "result", 0);
    await heard(page, "result", 1);
    await two.getByRole("textbox", { name: "Visits a month" }).fill("4m");
    await heard(page, "change", 1);
    assert.equal(await page.evaluate(() => window.heard.some((event) => event.name === "change" && event.i === 0)), false);
  });
});

test("tells that an answer has changed, but not to what", async () => {
  await embedded(tag(), {}, async ({ page }) => {
    const frame = await frameOf(page);
    await heard(page, "result");
    await frame.getByRole("textbox", { name: "Visits a month" }).fill("123456");
    assert.deepEqual(await heard(page, "change"), { question: "visits" });
    const said = await page.evaluate(() => JSON.stringify(window.heard));
    assert.ok(!/123456|123,456|visits=/.test(said), said);
  });
});

test("the call to action passes on nothing without consent, and what it says with it", async () => {
  const attributes = 'data-name="Harbour &amp; Lane" data-cta-label="Book a call" data-cta-url="https://book.example/new?notes={summary}&amp;plan={link}"';
  await embedded(tag(attributes), {}, async ({ page }) => {
    const frame = await frameOf(page);
    const link = frame.getByRole("link", { name: "Book a call" });
    assert.equal(await link.getAttribute("href"), "https://book.example/new?notes=&plan=");
    assert.match(await link.getAttribute("rel"), /noopener/);
    const order = await frame.evaluate(() => {
      const [answer, call] = [document.querySelector(".verdict"), document.querySelector("#call")];
      return Boolean(answer.compareDocumentPosition(call) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    assert.ok(order, "the call comes after the answer");
    await frame.evaluate(() => addEventListener("click", (event) => event.target.closest("a[target]") && event.preventDefault()));
    await link.click();
    assert.deepEqual(await heard(page, "cta"), { consent: false });
    await frame.getByLabel("Pass my result on to Harbour & Lane").check();
    await frame.getByText("This is passed on, and nothing else").waitFor();
    await frame.waitForFunction(() => document.querySelector("#call a").href.includes("month"));
    const address = new URL(await link.getAttribute("href"));
    assert.match(address.searchParams.get("notes"), /\/month.*Visits a month: 300,000/);
    assert.match(address.searchParams.get("plan"), /groundplan\.html/);
    await link.click();
    await page.waitForFunction(() => window.heard.at(-1).detail.consent);
    const told = await heard(page, "cta");
    assert.equal(told.summary, address.searchParams.get("notes"));
    assert.equal(told.link, address.searchParams.get("plan"));
  });
});

test("the accent stays legible, the theme is the site's, and settings can change later", async () => {
  await embedded(tag('data-accent="#ffee00" data-theme="dark"'), {}, async ({ page }) => {
    const frame = await frameOf(page);
    const look = () => frame.evaluate(() => ({ theme: document.documentElement.dataset.theme, accent: document.documentElement.style.getPropertyValue("--accent") }));
    await frame.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    assert.match((await look()).accent, /^light-dark\(#[0-9a-f]{6}, #ffee00\)$/);
    await axe(frame);
    const question = frame.getByRole("textbox", { name: "Visits a month" });
    await question.fill("45000");
    await question.blur();
    await page.evaluate(() => {
      const advisor = document.querySelector("groundplan-advisor");
      advisor.dataset.theme = "light";
      advisor.dataset.name = "Later";
    });
    await frame.getByText("by Later").waitFor();
    await frame.waitForFunction(() => document.documentElement.dataset.theme === "light");
    await axe(frame);
    assert.equal(await question.inputValue(), "45,000", "the answers stay");
  });
});

test("shows the options a consultant offers, and recommends among them", async () => {
  await embedded(tag('data-preset="news" data-options="lightsail, ec2"'), {}, async ({ page }) => {
    const frame = await frameOf(page);
    const { option } = await heard(page, "result");
    assert.ok(option === null || ["lightsail", "ec2"].includes(option), option);
    assert.equal(await frame.getByText("golden image").count(), 0);
  });
});

test("inside a WordPress post, by a plain element, with paragraphs put where nobody wrote them", async () => {
  const post = () => `<article class="post"><div class="entry-content"><p>Before</p>
    <p><div data-groundplan data-preset="brochure" data-loading="eager"></div></p>
<p></p><p>After</p></div></article>`;
  await embedded(post, {}, async ({ page }) => {
    const frame = await frameOf(page);
    await untilSized(page, frame);
    await frame.locator(".verdict h2").waitFor();
  });
});

test("leaves the site's history and storage alone", async () => {
  await embedded(tag(), {}, async ({ page, host }) => {
    const frame = await frameOf(page);
    const length = await page.evaluate(() => history.length);
    await frame.getByRole("button", { name: /News with spikes/ }).click();
    await frame.getByRole("button", { name: /Viral hit/ }).click();
    await heard(page, "change");
    assert.equal(await page.evaluate(() => history.length), length);
    assert.equal(page.url(), host.url);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.equal(await frame.getByText("keeps nothing").count(), 0, "a frame without storage says nothing of it");
  });
});

test("a site's own buttons can open other answers", async () => {
  await embedded(tag(), {}, async ({ page }) => {
    const frame = await frameOf(page);
    await heard(page, "ready");
    await page.evaluate(() => document.querySelector("groundplan-advisor").open("v=1&site=shop&visits=77k"));
    await frame.waitForFunction(() => [...document.querySelectorAll("input")].some((input) => input.value === "77,000"));
  });
});

test("kits come from one file, logos along with it", async () => {
  const kit = JSON.stringify({ name: "From a file", accent: "#123456", logo: "logo.svg", preset: "shop", "cta-url": "mailto:me@a.example" });
  const advisor = await serve(DIST, {
    base: "/plan/",
    answer: (file) => file === "kit.json" && { body: kit },
  });
  const host = await site(advisor, `<groundplan-advisor data-loading="eager" data-kit="${advisor.url}kit.json" data-logo="${advisor.url}demo/logo.svg"></groundplan-advisor>`);
  try {
    const context = await openContext();
    const page = watch(await context.newPage());
    await page.goto(host.url);
    const frame = await frameOf(page);
    await frame.getByText("by From a file").waitFor();
    await frame.waitForFunction(() => document.querySelector("img.logo")?.naturalWidth > 0);
    assert.equal(await frame.getByRole("link", { name: "Talk about this result" }).getAttribute("href"), "mailto:me@a.example");
  } finally {
    await host.close();
    await advisor.close();
  }
});

test("where the frame stays silent a link leads to the advisor", async () => {
  await embedded(
    (url) => `<groundplan-advisor data-loading="eager" src="${url}nothing-here.html"></groundplan-advisor>`,
    { quiet: false },
    async ({ page }) => {
      await page.clock.install();
      await page.reload();
      await page.waitForLoadState("load");
      const link = page.getByRole("link", { name: "Open the hosting advisor in its own tab" });
      assert.equal(await link.count(), 0);
      await page.clock.fastForward(11_000);
      await link.waitFor();
    },
  );
});

test("the demo site shows it all", async () => {
  const server = await serve(DIST);
  try {
    const context = await openContext({ viewport: { width: 1280, height: 900 } });
    const page = watch(await context.newPage());
    await page.goto(`${server.url}demo/`);
    await page.locator("#heard li", { hasText: "result" }).waitFor();
    const frame = await frameOf(page);
    await frame.getByText("by Harbour & Lane").waitFor();
    await frame.locator("text=/€/ >> visible=true").first().waitFor();
    await axe(page);
  } finally {
    await server.close();
  }
});
