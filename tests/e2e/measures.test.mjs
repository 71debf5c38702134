// How large the page is, printed and held to its limits: heights, positions, what moves while it loads, large text, narrow screens.

import assert from "node:assert/strict";
import { test } from "node:test";
import { embedded, frameOf, untilSized } from "./harness/embedding.mjs";
import { axe, openPage } from "./harness/journey.mjs";

const SECTIONS = ["Summary", "Architecture", "Costs", "Load test", "Risks", "Assumptions", "Compare"];
const height = (page) => page.evaluate(() => document.documentElement.scrollHeight);

test("every section's height is known", async (context) => {
  for (const width of [1920, 1440, 820, 390]) {
    const page = await openPage({ width, hash: "preset=shop" });
    const heights = [];
    for (const name of SECTIONS) {
      await page.getByRole("tab", { name }).click();
      heights.push(`${name} ${await height(page)}`);
    }
    context.diagnostic(`shop, ${width} px wide: ${heights.join(", ")}`);
  }
});

test("next to nothing moves while the page loads", async (context) => {
  for (const width of [1440, 390]) {
    const page = await openPage({
      width,
      hash: "preset=shop",
      route: (page) =>
        page.addInitScript(() => {
          window.moved = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
        }),
    });
    await page.getByText(/^[\d,]+ designs considered; /).waitFor();
    await page.evaluate(() => document.fonts.ready);
    const moved = await page.evaluate(() => window.moved);
    context.diagnostic(`cumulative layout shift at ${width} px: ${moved.toFixed(4)}`);
    assert.ok(moved < 0.02, `${moved} at ${width} px`);
  }
});

test("how busy the page is while it loads, and how long an answer takes to its figures, at full and at a quarter of the speed", async (context) => {
  for (const rate of [1, 4]) {
    const page = await openPage({
      hash: "preset=shop",
      route: async (page) => {
        const session = await page.context().newCDPSession(page);
        await session.send("Emulation.setCPUThrottlingRate", { rate });
        await page.addInitScript(() => {
          window.blocked = 0;
          // Of every task, what is beyond 50 ms (web.dev, total blocking time).
          new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) window.blocked += Math.max(0, duration - 50);
          }).observe({ type: "longtask", buffered: true });
        });
      },
    });
    await page.locator(":root[data-state='ready']").waitFor();
    const { blocked, ready } = await page.evaluate(() => ({ blocked: window.blocked, ready: performance.now() }));
    const times = await page.evaluate(async () => {
      const slider = document.querySelector(".slider input");
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const times = [];
      for (let step = 20; step < 40; step += 1) {
        slider.value = step;
        const start = performance.now();
        slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await frame();
        await frame();
        while (document.documentElement.dataset.busy) await frame();
        await frame();
        times.push(performance.now() - start);
      }
      return times.toSorted((a, b) => a - b);
    });
    const at = (share) => Math.round(times[Math.floor((times.length - 1) * share)]);
    context.diagnostic(
      `1/${rate} of the speed: ready after ${Math.round(ready)} ms, blocked ${Math.round(blocked)} ms in all; input to figures: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`,
    );
    assert.equal(times.length, 20);
  }
});

test("a screen of 320 px loses nothing, and text of twice the size moves nothing sideways", async () => {
  const page = await openPage({ width: 320, height: 640, hash: "preset=shop&pin.nat=one" });
  const large = await openPage({ width: 1280, height: 800, hash: "preset=shop&pin.nat=one" });
  await large.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("html { font-size: 200% }");
    document.adoptedStyleSheets = [sheet];
  });
  for (const [what, shown] of [["320 px", page], ["200 %", large]]) {
    for (const name of SECTIONS) {
      await shown.getByRole("tab", { name }).click();
      const wide = await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name} is ${wide} px too wide at ${what}`);
      if (shown === large) continue;
      const cut = await shown.evaluate(() =>
        [...document.querySelectorAll("main :is(button, h2, h3, label, select)")]
          .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 1 && box.left < innerWidth && box.right > innerWidth + 1 && !element.closest(".scroller, .canvas, .section-tabs, .presets, [role=region], [role=tablist]");
          })
          .map((element) => element.textContent.slice(0, 40)),
      );
      assert.deepEqual(cut, [], `${name} at ${what}`);
    }
    if (shown === page) await axe(shown);
  }
});

test("inside another page, answer and call to action come soon on a phone", async (context) => {
  const tag = () => '<groundplan-advisor data-loading="eager" data-preset="shop" data-name="Harbour" data-cta-label="Book a call" data-cta-url="https://book.example/"></groundplan-advisor>';
  await embedded(tag, { width: 390 }, async ({ page }) => {
    const frame = await frameOf(page);
    await untilSized(page, frame);
    const end = (selector) => frame.evaluate((selector) => document.querySelector(selector).getBoundingClientRect().bottom + scrollY, selector);
    const [answer, call] = [await end(".verdict"), await end("#call")];
    context.diagnostic(`embedded at 390 px: the answer ends ${answer} px down, the call to action ${call}`);
    assert.ok(answer < 2_500 && call < 2_500, `${answer} and ${call}`);
  });
});

test("inside another page on a laptop, answer and call to action stay in sight while the reader answers", async () => {
  const tag = () => '<groundplan-advisor data-loading="eager" data-preset="shop" data-name="Harbour" data-cta-label="Book a call" data-cta-url="https://book.example/"></groundplan-advisor>';
  await embedded(tag, { width: 1366 }, async ({ page }) => {
    const frame = await frameOf(page);
    const { outer } = await untilSized(page, frame);
    const top = await page.evaluate(() => document.querySelector("groundplan-advisor").getBoundingClientRect().top);
    for (const down of [300, 900, outer.height - 900]) {
      await page.evaluate((down) => scrollTo(0, down), down);
      await frame.waitForFunction((above) => {
        const box = document.querySelector("#answer").getBoundingClientRect();
        const column = document.querySelector("#result").getBoundingClientRect();
        return Math.abs(box.top - above) < 3 || Math.abs(box.bottom - column.bottom) < 3;
      }, down - top);
      const seen = await frame.evaluate((above) => {
        const call = document.querySelector("#call").getBoundingClientRect();
        return call.top >= above && call.bottom <= above + 900;
      }, down - top);
      assert.ok(seen, `the call to action is out of sight ${down} px down`);
    }
  });
});
