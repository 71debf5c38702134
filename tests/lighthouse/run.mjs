// Lighthouse on the release page, as a phone sees it: node run.mjs, with CHROMIUM_PATH set.
//
// The page is served with the headers and the compression of a good host. Ends with an error where a score is below
// its target.

import { createRequire } from "node:module";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { serve } from "../e2e/harness/server.mjs";

const require = createRequire(import.meta.url);
const { default: lighthouse } = await import(require.resolve("lighthouse"));
const { launch } = await import(require.resolve("chrome-launcher"));

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const OUTPUT = fileURLToPath(new URL("../e2e/output/", import.meta.url));
const TARGETS = { performance: 90, accessibility: 100, "best-practices": 100 };
const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
  "speed-index",
  "interactive",
];
const RUNS = Number(process.argv[2] ?? 3);

const server = await serve(DIST);
const chrome = await launch({
  chromePath: process.env.CHROMIUM_PATH,
  chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const results = [];
try {
  for (let run = 1; run <= RUNS; run += 1) {
    const { lhr, report } = await lighthouse(server.url, {
      port: chrome.port,
      output: "html",
      onlyCategories: Object.keys(TARGETS),
      logLevel: "error",
    });
    results.push(lhr);
    await mkdir(OUTPUT, { recursive: true });
    await writeFile(`${OUTPUT}lighthouse.html`, report);
    const scores = Object.keys(TARGETS).map((name) => `${name} ${scoreOf(lhr, name)}`);
    const metrics = METRICS.map((name) => `${lhr.audits[name].title} ${lhr.audits[name].displayValue}`);
    const power = Math.round(lhr.environment.benchmarkIndex);
    console.log(`run ${run}: ${scores.join(", ")} (benchmark index of this machine: ${power})\n       ${metrics.join(", ")}`);
  }
} finally {
  await chrome.kill();
  await server.close();
}

for (const { id, title, score, displayValue } of Object.values(results.at(-1).audits)) {
  if (score !== null && score < 0.9) console.log(`below 90: ${id}: ${title} ${displayValue ?? ""}`);
}
let failed = false;
for (const [name, target] of Object.entries(TARGETS)) {
  const median = results.map((result) => scoreOf(result, name)).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  console.log(`${name}: ${median} (median of ${RUNS}), at least ${target} is wanted`);
  failed ||= median < target;
}
process.exitCode = failed ? 1 : 0;

function scoreOf(result, name) {
  return Math.round(result.categories[name].score * 100);
}
