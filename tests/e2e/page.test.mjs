// The page as such: it opens, keeps quiet, and is accessible; where it cannot start, it says so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DIST, axe, openPage, screenshot } from "./harness/journey.mjs";
import { serve } from "./harness/server.mjs";

for (const width of [1440, 390]) {
  for (const theme of ["light", "dark"]) {
    test(`opens without a fault, ${width} px wide, ${theme}`, async () => {
      const page = await openPage({ width, theme });
      assert.match(await page.title(), /Groundplan/);
      assert.equal(await page.locator("#fault").isVisible(), false);
      await axe(page);
      await screenshot(page, `page-${width}-${theme}`);
    });
  }
}

test("without JavaScript it says what it is and what it needs", async () => {
  const page = await openPage({ started: false, context: { javaScriptEnabled: false } });
  await page.getByRole("heading", { name: "Groundplan" }).waitFor();
  await page.getByRole("heading", { name: "needs JavaScript" }).waitFor();
});

test("where its program does not load it says what to do", async () => {
  const page = await openPage({ without: "**/*.wasm", started: false, quiet: false });
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").textContent(), /load the page again/);
  await axe(page);
});

/** Ends what the style sheet shows after a while, or finds that the notice stands there already. */
async function fifteenSecondsLater(page) {
  await page.waitForFunction(() => {
    const animations = document.getAnimations();
    animations.forEach((animation) => animation.finish());
    return animations.length > 0 || document.getElementById("fault")?.hidden === false;
  });
}

for (const missing of ["boot", "groundplan"]) {
  for (const how of ["never comes", "never answers"]) {
    test(`where its script ${missing} ${how} it says within seconds what to do`, async () => {
      const held = (route) => (how === "never comes" ? route.abort() : undefined);
      const page = await openPage({
        quiet: false,
        started: false,
        until: "commit",
        route: (page) => page.route(new RegExp(`/${missing}-[^/]*\\.js$`), held),
      });
      await fifteenSecondsLater(page);
      await page.getByText("This takes longer than it should").or(page.getByRole("alert")).first().waitFor();
    });
  }
}

test("where its program never answers it says within seconds what to do", async () => {
  const page = await openPage({
    quiet: false,
    started: false,
    // Its style sheets are there then, without which what comes late is seen at once.
    until: "domcontentloaded",
    route: (page) => page.route("**/*.wasm", () => {}),
  });
  const advice = page.getByText("This takes longer than it should");
  await page.locator("#shell-question").waitFor();
  assert.equal(await advice.isVisible(), false, "not at once");
  await fifteenSecondsLater(page);
  await advice.waitFor();
});

test("works under any path", async () => {
  const server = await serve(DIST, { base: "/tools/groundplan/" });
  try {
    const page = await openPage({ url: server.url });
    assert.equal(await page.locator("#fault").isVisible(), false);
  } finally {
    await server.close();
  }
});

test("opened years later, it says with the verdict how old its prices are", async () => {
  const page = await openPage({ hash: "preset=shop", route: (page) => page.clock.setFixedTime(new Date("2029-06-01T12:00:00Z")) });
  await page.locator(".verdict").getByText(/prices in its bill are over a year old, the oldest of 20\d\d-/).waitFor();
});
