// Inside a site that is hostile, or whose authors are: nothing of the advisor's runs as the site, and nobody else speaks for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { embedded, frameOf, heard, site, tag, untilSized } from "./harness/embedding.mjs";
import { DIST, openContext, watch } from "./harness/journey.mjs";
import { serve } from "./harness/server.mjs";

test("messages of others, and messages that make no sense, are ignored on both sides", async () => {
  await embedded(tag('data-name="Honest"'), {}, async ({ page }) => {
    const frame = await frameOf(page);
    await heard(page, "result");
    await untilSized(page, frame);
    const before = await page.evaluate(() => window.heard.length);
    // To the site, from a window that is not the advisor's.
    await page.evaluate(() => {
      for (const height of [1, 1e9, -5, "9", null])
        window.postMessage(JSON.stringify({ source: "groundplan", version: 1, type: "resize", payload: { height } }), "*");
      window.postMessage({ source: "groundplan", version: 1, type: "cta", payload: {} }, "*");
    });
    // To the site, from the advisor's frame, but not of the contract.
    await frame.evaluate(() => {
      const send = (message) => parent.postMessage(typeof message === "string" ? message : JSON.stringify(message), "*");
      send("");
      send("{");
      send("null");
      send("x".repeat(200_000));
      send({ source: "groundplan", version: 2, type: "resize", payload: { height: 5 } });
      send({ source: "groundplan", version: 1, type: "resize", payload: { height: "5" } });
      send({ source: "groundplan", version: 1, type: "eval", payload: "alert(1)" });
      send({ source: "other", version: 1, type: "resize", payload: { height: 5 } });
      parent.postMessage({ source: "groundplan", version: 1, type: "resize", payload: { height: 5 } }, "*");
    });
    // To the advisor, from itself and from a window that is not its parent.
    await frame.evaluate(() => {
      window.postMessage(JSON.stringify({ source: "groundplan-host", version: 1, type: "configure", kit: { name: "Liar" } }), "*");
    });
    await page.evaluate(() => {
      const target = document.querySelector("groundplan-advisor").shadowRoot.querySelector("iframe").contentWindow;
      const stranger = document.createElement("iframe");
      document.body.append(stranger);
      stranger.contentWindow.target = target;
      const send = (message) => target.postMessage(message, "*");
      send("");
      send("{\"source\":\"groundplan-host\"}");
      send(JSON.stringify({ source: "groundplan-host", version: 9, type: "configure", kit: { name: "Liar" } }));
      send(JSON.stringify({ source: "groundplan-host", version: 1, type: "configure", kit: "Liar" }));
      send(JSON.stringify({ source: "groundplan-host", version: 1, type: "open", link: "x".repeat(90_000) }));
      send("y".repeat(5_000_000));
      send({ source: "groundplan-host", version: 1, type: "configure", kit: { name: "Liar" } });
      send(new ArrayBuffer(9));
      send(null);
    });
    // One that is right comes after them all, so they have all been heard by then.
    await page.evaluate(() => {
      document.querySelector("groundplan-advisor").dataset.name = "Still honest";
    });
    await frame.getByText("by Still honest").waitFor();
    assert.equal(await frame.getByText("Liar").count(), 0);
    const after = await page.evaluate((before) => window.heard.slice(before), before);
    assert.deepEqual(after.filter((event) => event.name !== "resize" || event.detail.height < 100), []);
  });
});

test("a hostile kit is named in the console, and the advisor works", async () => {
  const attributes = `data-name="<img src=x onerror=alert(1)>" data-accent="url(javascript:alert(1))" data-logo="data:text/html;base64,PHNjcmlwdD4="
    data-cta-label="Go" data-cta-url="javascript:alert(1)" data-options="everything" data-rate="1e999" data-region="../../etc"`;
  const warnings = [];
  await embedded(tag(attributes), {}, async ({ page }) => {
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    page.on("dialog", () => assert.fail("something ran"));
    await page.reload();
    const frame = await frameOf(page);
    await frame.getByText("by <img src=x onerror=alert(1)>").waitFor();
    assert.equal(await frame.locator("img").count(), 0);
    assert.equal(await frame.locator("a[href^=javascript]").count(), 0);
    await frame.getByRole("button", { name: "Go", exact: true }).waitFor();
    for (const field of ["accent", "logo", "cta-url", "options", "rate", "region"]) {
      assert.ok(warnings.some((text) => text.startsWith(`groundplan kit, ${field}: `)), `${field} is not named in ${warnings.join("\n")}`);
    }
  });
});

test("a link cannot bring a kit to a page of its own", async () => {
  const advisor = await serve(DIST);
  try {
    const context = await openContext();
    const page = watch(await context.newPage());
    const kit = encodeURIComponent(JSON.stringify({ name: "Somebody else", "cta-url": "mailto:them@a.example" }));
    await page.goto(`${advisor.url}#embed=1&host=https%3A%2F%2Fa.example&kit=${kit}&v=1&site=shop`);
    await page.getByRole("heading", { name: "Groundplan", exact: true }).waitFor();
    assert.equal(await page.getByText("Somebody else").count(), 0);
    assert.equal(await page.locator("#call").count(), 0);
  } finally {
    await advisor.close();
  }
});

/** Addresses under which a frame would run as the site around it, or as nobody knows what. */
const ADDRESSES = [
  "javascript:parent.pwned=parent.document.domain//",
  " JaVa&#9;ScRiPt:parent.pwned=1//",
  "data:text/html,<script>parent.postMessage(1,'*')</script>",
  "blob:null/1",
  "about:blank",
  "http://[",
];

for (const storage of ["", 'data-storage="keep"']) {
  test(`an address that is no page's is refused${storage && ", also with storage"}`, async () => {
    const body = () =>
      ADDRESSES.map(
        (address) => `<div data-groundplan="${address}" data-loading="eager" ${storage}></div>
          <groundplan-advisor src="${address}" data-loading="eager" ${storage}></groundplan-advisor>
          <groundplan-advisor src="${address}" ${storage}></groundplan-advisor>`,
      ).join("");
    const warnings = [];
    await embedded(body, {}, async ({ page }) => {
      page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
      await page.reload();
      await page.waitForFunction((count) => document.querySelectorAll("groundplan-advisor").length === count, 3 * ADDRESSES.length);
      const frames = () => page.evaluate(() => [...document.querySelectorAll("groundplan-advisor")].filter((advisor) => advisor.shadowRoot?.querySelector("iframe, a")).length);
      assert.equal(await frames(), 0, "neither a frame nor a link");
      assert.equal(await page.evaluate(() => window.pwned), undefined);
      assert.equal(warnings.filter((text) => /is no address of an advisor/.test(text)).length, 3 * ADDRESSES.length, warnings.join("\n"));
    });
  });
}

test("the administrator's address stands, whatever a post says", async () => {
  const advisor = await serve(DIST, { base: "/plan/" });
  const body = `<div data-groundplan="${advisor.url}nothing-here.html" data-loading="eager"></div>`;
  const host = await site(advisor, body, { loader: `data-advisor="${advisor.url}groundplan.html"` });
  try {
    const context = await openContext();
    const page = watch(await context.newPage());
    await page.goto(host.url);
    await (await frameOf(page)).locator(".verdict h2").waitFor();
  } finally {
    await host.close();
    await advisor.close();
  }
});

test("a kit has only members of its own", async () => {
  const kit = '{"name":"Own","__proto__":{"logo":"/prototype-logo.svg","accent":"#123456"}}';
  const asked = [];
  const advisor = await serve(DIST, {
    base: "/plan/",
    answer: (file) => {
      asked.push(file);
      return file === "kit.json" && { body: kit };
    },
  });
  const host = await site(advisor, `<groundplan-advisor data-loading="eager" data-kit="${advisor.url}kit.json"></groundplan-advisor>`);
  try {
    const context = await openContext();
    const page = watch(await context.newPage());
    const wanted = [];
    page.on("request", (request) => wanted.push(request.url()));
    await page.goto(host.url);
    const frame = await frameOf(page);
    await frame.getByText("by Own").waitFor();
    assert.deepEqual(wanted.filter((url) => url.includes("prototype-logo")), []);
    assert.equal(await frame.locator("img.logo").count(), 0);
  } finally {
    await host.close();
    await advisor.close();
  }
});

for (const [what, attribute] of [["a kit", "data-kit"], ["a logo", "data-logo"]]) {
  test(`${what} that never answers is done without`, async () => {
    const advisor = await serve(DIST, { base: "/plan/" });
    const host = await site(advisor, `<groundplan-advisor data-loading="eager" ${attribute}="${advisor.url}silent"></groundplan-advisor>`);
    try {
      const context = await openContext();
      await context.route("**/silent", () => {});
      const page = watch(await context.newPage());
      await page.clock.install();
      const asked = page.waitForRequest("**/silent");
      await page.goto(host.url);
      await asked;
      await page.clock.fastForward(11_000);
      await (await frameOf(page)).locator(".verdict h2").waitFor();
    } finally {
      await host.close();
      await advisor.close();
    }
  });
}

test("works in a site that enforces trusted types", async () => {
  const advisor = await serve(DIST, { base: "/plan/" });
  const origin = new URL(advisor.url).origin;
  const policy = `default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self' ${origin}; style-src 'self'; frame-src ${origin}; img-src data:`;
  const host = await site(advisor, tag()(), { policy });
  try {
    const context = await openContext();
    const page = watch(await context.newPage());
    await page.goto(host.url);
    await (await frameOf(page)).locator(".verdict h2").waitFor();
  } finally {
    await host.close();
    await advisor.close();
  }
});
