// The Chromium of the tests.

import { chromium } from "playwright-core";

/** Starts it. `cargo xtask test` names the program; by hand, set CHROMIUM_PATH. */
export function launch() {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error("set CHROMIUM_PATH to a Chromium, or run `cargo xtask test page`");
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  });
}
