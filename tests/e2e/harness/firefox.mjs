// A Firefox as the system has it, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks by
// itself: no driver has to be installed, and no Firefox of Playwright's own.

import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import utils from "playwright-core/lib/utilsBundle";

/** The program: FIREFOX_PATH, or the first of the usual names that starts. */
export function findFirefox() {
  const names = [process.env.FIREFOX_PATH, "firefox", "firefox-esr"].filter(Boolean);
  return names.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);
}

/** Starts it with a fresh profile. */
export async function launchFirefox(program) {
  const profile = await mkdtemp(path.join(tmpdir(), "groundplan-firefox-"));
  const child = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
  });
  const connection = await connect(await addressOf(child));
  await connection.send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  await connection.send("session.subscribe", { events: ["log.entryAdded"] });
  return {
    open: () => tab(connection),
    close: async () => {
      await connection.send("browser.close", {}).catch(() => {});
      connection.close();
      child.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function addressOf(child) {
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address) {
      child.stderr.resume();
      return `${address}/session`;
    }
  }
  throw new Error("Firefox ended before it listened");
}

async function connect(address) {
  const socket = new utils.ws(address);
  await new Promise((done, failed) => socket.once("open", done).once("error", failed));
  const waiting = new Map();
  const listeners = [];
  let last = 0;
  socket.on("message", (data) => {
    const message = JSON.parse(data);
    if (message.type === "event") return listeners.forEach((listener) => listener(message));
    const { done, failed } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    return message.type === "success" ? done?.(message.result) : failed?.(new Error(`${message.error}: ${message.message}`));
  });
  return {
    send: (method, params) =>
      new Promise((done, failed) => {
        last += 1;
        waiting.set(last, { done, failed });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    listen: (listener) => listeners.push(listener),
    close: () => socket.close(),
  };
}

async function tab({ send, listen }) {
  const { context } = await send("browsingContext.create", { type: "tab" });
  const faults = [];
  listen(({ method, params }) => {
    if (method === "log.entryAdded" && params.level === "error" && params.source.context === context) faults.push(params.text);
  });
  /** Runs a function in the page; what it takes and gives is JSON. */
  const evaluate = async (work, ...values) => {
    const { type, result, exceptionDetails } = await send("script.callFunction", {
      functionDeclaration: `async (text) => JSON.stringify(await (${work})(...JSON.parse(text)) ?? null)`,
      arguments: [{ type: "string", value: JSON.stringify(values) }],
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    if (type === "exception") throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  };
  return {
    faults,
    evaluate,
    goto: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    reload: () => send("browsingContext.reload", { context, wait: "complete" }),
    /** Waits until a function in the page gives something, which it gives back. */
    until: (work, ...values) =>
      evaluate(
        `async (...values) => {
          const end = Date.now() + 15000;
          for (;;) {
            const found = await (${work})(...values);
            if (found) return found;
            if (Date.now() > end) throw new Error("waited in vain for " + ${JSON.stringify(String(work))});
            await new Promise((done) => setTimeout(done, 50));
          }
        }`,
        ...values,
      ),
  };
}
