// Runs wasm tests and benchmarks in the Chromium of the journeys: node wasm-tests.mjs RUNNER ARGUMENTS…
//
// RUNNER is wasm-bindgen-test-runner. Left to itself it drives a browser by chromedriver; told not to, it only
// serves the page of the tests, which is opened here. So no driver has to be installed or to fit the browser.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { launch } from "./browser.mjs";

/** Milliseconds after which tests that have not ended are given up; what they have said until then is shown. */
const LIMIT = 120_000;

const [runner, ...options] = process.argv.slice(2);
const server = spawn(runner, options, {
  env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0" },
  stdio: ["ignore", "pipe", "inherit"],
});
process.exitCode = await run().finally(() => server.kill());

async function run() {
  const address = await served();
  if (!address) return 0;
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(String(error)));
    // Benchmarks tell their figures there.
    if (options.includes("--bench")) page.on("console", (message) => message.type() === "log" && console.log(message.text()));
    await page.goto(address);
    const output = page.locator("#output");
    await output.filter({ hasText: "test result: " }).waitFor({ timeout: LIMIT, state: "attached" }).catch(() => {});
    const text = await output.textContent();
    console.log(text);
    return text.includes("test result: ok") ? 0 : 1;
  } finally {
    await browser.close();
  }
}

/** The address the runner tells, or nothing if it had no tests to serve. */
async function served() {
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /available at (http:\S+)/.exec(line);
    if (address) return address[1];
    console.log(line);
  }
}
