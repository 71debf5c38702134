// How large the page is, printed and held to its limits: heights, positions, what moves while it loads, large text, narrow screens.

import assert from "node:assert/strict";
import { test } from "node:test";
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

test("text of twice the size and a screen of 320 px lose nothing", async () => {
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
    await axe(shown);
  }
});
