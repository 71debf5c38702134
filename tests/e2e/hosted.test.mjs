// The page on a host: under any path, with the strictest policy, with integrity, compressed, and with nothing missing.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { embedKit } from "../../xtask/post-build/kit.mjs";
import { headersFor } from "../../xtask/post-build/headers.mjs";
import { DEMO, HOSTED, digest } from "../../xtask/post-build/policy.mjs";
import { contentHash, filesIn } from "../../xtask/post-build/files.mjs";
import { DIST, axe, openContext, openPage, screenshot, untilStarted, watch } from "./harness/journey.mjs";
import { serve } from "./harness/server.mjs";

test("works under a sub-path with the strict policy, and answers a question there", async () => {
  const server = await serve(DIST, { base: "/tools/groundplan/" });
  try {
    const page = await openPage({ url: server.url, hash: "v=1&site=shop" });
    await page.getByRole("textbox", { name: "Visits a month" }).fill("45000");
    await page.getByRole("textbox", { name: "Visits a month" }).blur();
    await page.waitForFunction(() => location.hash.includes("visits=45k"));
  } finally {
    await server.close();
  }
});

test("keeps its policy on hosts that send no headers", async () => {
  const server = await serve(DIST, { headers: { "Content-Security-Policy": null } });
  try {
    const page = await openPage({ url: server.url, quiet: false });
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.append("window.ran = true");
      document.body.append(script);
      const picture = document.createElement("img");
      picture.src = "https://elsewhere.example/pixel.png";
      document.body.append(picture);
    });
    assert.equal(await page.evaluate(() => window.ran), undefined, "an inline script ran");
    for (const kind of [/inline script|TrustedScript/, /elsewhere\.example/]) assert.ok(page.faults.some((fault) => kind.test(fault)), page.faults.join("\n"));
  } finally {
    await server.close();
  }
});

test("allows neither inline script and style nor eval, only the compilation of wasm", () => {
  assert.doesNotMatch(HOSTED, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  assert.match(HOSTED, /'wasm-unsafe-eval'/);
});

test("turns no text into a script or into HTML, and knows one address of a script", async () => {
  const page = await openPage({ quiet: false, context: { serviceWorkers: "allow" } });
  const refused = await page.evaluate(async () => {
    const tries = {
      html: () => (document.createElement("div").innerHTML = "<img src=x onerror=alert(1)>"),
      script: () => (document.createElement("script").text = "window.ran = true"),
      address: () => (document.createElement("script").src = "./boot.js"),
      document: () => (document.createElement("iframe").srcdoc = "<p>"),
      worker: () => new Worker("./sw.js"),
      blob: () => new Worker(URL.createObjectURL(new Blob([""]))),
      register: () => navigator.serviceWorker.register("./sw.js"),
      policy: () => trustedTypes.createPolicy("another", {}),
      default: () => trustedTypes.createPolicy("default", { createHTML: (text) => text }),
    };
    const refused = [];
    for (const [name, attempt] of Object.entries(tries)) await Promise.resolve().then(attempt).catch(() => refused.push(name));
    return refused;
  });
  assert.deepEqual(refused, ["html", "script", "address", "document", "worker", "blob", "register", "policy", "default"]);
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

test("the hosting notes say what the build does", () => {
  const notes = readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8");
  for (const policy of [HOSTED, DEMO]) assert.ok(notes.split(policy).length > 2, `the notes lack ${policy}`);
  const headers = readFileSync(path.join(DIST, "_headers"), "utf8");
  for (const [name, value] of Object.entries(headersFor("index.html"))) {
    if (name === "Content-Type") continue;
    assert.ok(notes.includes(`${name}: ${value}`), `the notes lack ${name}: ${value}`);
    assert.ok(headers.includes(`${name}: ${value}`), `_headers lacks ${name}: ${value}`);
  }
  for (const name of filesIn(DIST).filter((name) => /-[0-9a-f]{8,}[._]/.test(name) && !/\.(br|gz)$/.test(name))) {
    assert.match(headersFor(name)["Cache-Control"], /immutable/);
    assert.ok(headers.includes(`/${name}\n`), `_headers lacks ${name}`);
  }
});

test("where its first script was changed on the way, it says within seconds what to do", async () => {
  const server = await serve(DIST, {
    answer: (file) => /^boot-\w+\.js$/.test(file) && { body: `${readFileSync(path.join(DIST, file))};window.changed = true` },
  });
  try {
    const page = await openPage({ url: server.url, quiet: false, started: false });
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    await page.getByText("something on the way has changed it").waitFor();
    assert.equal(await page.evaluate(() => window.changed), undefined);
  } finally {
    await server.close();
  }
});

test("runs no script that was changed on the way", async () => {
  const server = await serve(DIST, {
    answer: (file) => /^groundplan-\w+\.js$/.test(file) && { body: `${readFileSync(path.join(DIST, file))};window.changed = true` },
  });
  try {
    const page = await openPage({ url: server.url, quiet: false, started: false });
    await page.getByRole("alert").waitFor();
    assert.ok(page.faults.some((fault) => /integrity/i.test(fault)), page.faults.join("\n"));
    assert.equal(await page.evaluate(() => window.changed), undefined);
  } finally {
    await server.close();
  }
});

test("carries the kit it was built with", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "groundplan-kit-"));
  const kit = { name: "Harbour </script> Lane", accent: "#ffcc00", "cta-url": "mailto:me@harbour.example", preset: "shop" };
  writeFileSync(path.join(folder, "kit.json"), JSON.stringify(kit));
  for (const name of ["index.html", "groundplan.html"]) {
    writeFileSync(path.join(folder, "index.html"), readFileSync(path.join(DIST, name)));
    embedKit(folder, path.join(folder, "kit.json"));
    const body = readFileSync(path.join(folder, "index.html"));
    const server = await serve(DIST, { answer: (file) => file === name && { body } });
    try {
      const page = await openPage({ url: `${server.url}${name}` });
      await page.getByRole("heading", { name: "Groundplan by Harbour </script> Lane" }).waitFor();
      assert.match(await page.getByRole("combobox", { name: "What kind of site is it?" }).inputValue(), /shop/);
      assert.equal(await page.getByRole("link", { name: "Talk about this result" }).getAttribute("href"), "mailto:me@harbour.example");
      await axe(page);
      // A link that another page has written stands for itself; the kit stays the consultant's.
      await page.goto(`${server.url}${name}?x#kit=%7B%22name%22%3A%22Liar%22%7D&v=1&site=blog`);
      await untilStarted(page);
      await page.getByRole("heading", { name: "Groundplan by Harbour </script> Lane" }).waitFor();
      page.requests.length = 0;
    } finally {
      await server.close();
    }
  }
  await rm(folder, { recursive: true });
});

test("fetches each of its files once", async () => {
  const asked = [];
  const server = await serve(DIST, {
    answer: (file) => {
      asked.push(file);
    },
  });
  try {
    const context = await openContext();
    const page = watch(await context.newPage());
    await page.goto(server.url);
    await untilStarted(page);
    await axe(page);
    await screenshot(page, "hosted");
    const once = asked.filter((file) => !/favicon|webmanifest|icons/.test(file));
    assert.deepEqual(once, [...new Set(once)]);
    for (const kind of [".wasm", ".woff2"]) assert.equal(once.filter((file) => file.endsWith(kind)).length, 1, kind);
  } finally {
    await server.close();
  }
});

test("names every file by its content, scripts and styles with their checksum, and every compressed copy is the file itself", () => {
  const files = filesIn(DIST);
  const html = readFileSync(path.join(DIST, "index.html"), "utf8");
  const named = [...html.matchAll(/<(?:script|link) [^>]*?(?:src|href)=\.\/([^\s>]+)[^>]*>/g)];
  assert.ok(named.length > 5, "the page loads next to nothing");
  for (const [tag, name] of named) {
    assert.ok(files.includes(name), `${name} is missing`);
    const sum = /integrity=(\S+?)(?=[\s>])/.exec(tag)?.[1];
    // The module is compiled while it arrives, which integrity would prevent: the name tells its content.
    const content = readFileSync(path.join(DIST, name));
    if (/\.(js|css)$/.test(name)) assert.equal(sum, digest("sha384", content), name);
    if (/\.(js|css|wasm|woff2)$/.test(name)) assert.ok(name.includes(`-${contentHash(content)}`), `${name} is named by another content`);
  }
  for (const name of files.filter((name) => name.endsWith(".gz"))) {
    const plain = name.replace(/\.gz$/, "");
    assert.ok(gunzipSync(readFileSync(path.join(DIST, name))).equals(readFileSync(path.join(DIST, plain))), name);
    assert.ok(existsSync(path.join(DIST, `${plain}.br`)), `${plain} has no .br`);
  }
});

test("tells what it is before its program has come, and nothing moves when it comes", async () => {
  let release;
  const held = new Promise((done) => {
    release = done;
  });
  const page = await openPage({
    started: false,
    context: {},
    route: async (page) => page.route("**/*.wasm", async (route) => (await held, route.continue())),
  });
  await page.getByRole("heading", { name: "Groundplan", level: 1 }).waitFor();
  await page.getByRole("heading", { name: "What kind of site is it?" }).waitFor();
  await page.getByRole("progressbar", { name: "Loading the questions" }).waitFor();
  await axe(page);
  const before = await page.getByRole("heading", { level: 1 }).boundingBox();
  await page.evaluate(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({
      type: "layout-shift",
      buffered: true,
    });
  });
  release();
  await untilStarted(page);
  // Starting has asked the cache for the typeface.
  page.requests.length = 0;
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const after = await page.getByRole("heading", { level: 1 }).boundingBox();
  assert.ok(Math.abs(before.y - after.y) < 2, `the title moved from ${before.y} to ${after.y}`);
  const shift = await page.evaluate(() => window.shift);
  assert.ok(shift < 0.1, `layout shift ${shift}`);
});

test("shows how much of its program has come, and starts when all has", async () => {
  const [name] = filesIn(DIST).filter((name) => name.endsWith(".wasm"));
  const module = readFileSync(path.join(DIST, name));
  const half = Math.floor(module.length / 2);
  let release;
  const held = new Promise((done) => {
    release = done;
  });
  async function* inHalves() {
    yield module.subarray(0, half);
    await held;
    yield module.subarray(half);
  }
  const server = await serve(DIST, { answer: (file) => file === name && { body: inHalves() } });
  try {
    const page = await openPage({ url: server.url, started: false, quiet: false, until: "commit" });
    await page.waitForFunction((half) => document.getElementById("loading")?.value === half, half);
    assert.equal(await page.evaluate(() => document.getElementById("loading").max), module.length);
    release();
    await untilStarted(page);
    assert.deepEqual(page.faults, []);
  } finally {
    await server.close();
  }
});
