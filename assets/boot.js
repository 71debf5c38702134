// Starts the page's program, shows how far it has come, says so where it fails, and offers updates. A file rather than an
// inline script, so that the Content-Security-Policy can forbid inline scripts; and not part of the program, so that a
// build that does not start on some device can still be replaced by one that does.
"use strict";

(() => {
  const root = document.documentElement;

  /** The addresses of scripts that the page hands to the browser, and its policy of trusted types, which takes no other. */
  const scripts = new Set(["./sw.js"]);
  const policy = self.trustedTypes?.createPolicy("groundplan", {
    createScriptURL: (address) => {
      if (!scripts.has(address)) throw new TypeError(`${address} is no script of this page`);
      return address;
    },
  });

  /** The text of the program's script, checked against its checksum once more: a worker is made of it. */
  const program = document.getElementById("glue");
  const text = program.src
    ? fetch(program.src, { integrity: program.integrity }).then((response) => response.text())
    : Promise.resolve(program.textContent);
  text.catch(() => {});

  /** Starts a worker with the page's program, or fails where the browser allows none. src/browser/worker.rs calls it. */
  self.startWorker = async (module) => {
    // The script's last line may end without a semicolon.
    const source = new Blob([await text, `\n;(${inWorker})()`], { type: "text/javascript" });
    const address = URL.createObjectURL(source);
    scripts.add(address);
    const worker = new Worker(policy?.createScriptURL(address) ?? address);
    worker.postMessage(module);
    return worker;
  };

  /** What the worker does, after the program's script. A fault is reported as one: the page then does the work itself. */
  function inWorker() {
    const run = ({ data }) => wasm_bindgen({ module_or_path: data }).catch(reportError);
    addEventListener("message", run, { once: true });
  }

  start()
    .catch((error) => {
      console.error(error);
      showFault(error);
    })
    .finally(registerServiceWorker);

  // A panic of the program: it cannot go on.
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) showFault(event.error);
  });

  /** The program is compiled while it arrives. It sets `data-state` to "ready" itself once the page stands. */
  async function start() {
    const response = embeddedModule() ?? (await fetchModule());
    await wasm_bindgen({ module_or_path: response });
  }

  /** The module of the single file (xtask/post-build/single.mjs): gzipped and in base64, inside the page. */
  function embeddedModule() {
    const block = document.getElementById("program");
    if (!block) return undefined;
    const gzipped = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
    block.remove();
    const bytes = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  }

  /** The page has been painted; or it will not be for a while, as in a tab or a frame that is out of sight. */
  function painted() {
    return new Promise((done) => {
      new PerformanceObserver(done).observe({ type: "paint", buffered: true });
      setTimeout(done, document.hidden || self !== top ? 50 : 500);
    });
  }

  /** The module beside the page, asked for once the page has been painted (docs/decisions/007). */
  async function fetchModule() {
    const link = document.querySelector("link[rel=program]");
    await painted();
    const response = await fetch(link.href);
    if (response.ok) showProgress(response.clone(), Number(link.dataset.size)).catch(() => {});
    return response;
  }

  /** Fills the bar. The size comes from the build, as Content-Length is that of the compressed answer. */
  async function showProgress(response, size) {
    const bar = document.getElementById("loading");
    if (!bar || !size) return;
    bar.max = size;
    bar.value = 0;
    const reader = response.body.getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) bar.value += chunk.value.length;
  }

  /** Shows the notice: in place of the waiting question, or above a page whose program has stopped. */
  function showFault(error) {
    root.dataset.state = "failed";
    const notice = document.getElementById("fault");
    document.getElementById("fault-detail").textContent = String(error);
    document.getElementById("shell-question")?.replaceWith(notice);
    notice.hidden = false;
  }

  /** Keeps the page on the device, where it is a page of its own and the build has brought a service worker. */
  async function registerServiceWorker() {
    const { worker } = root.dataset;
    if (!worker || self !== top || !("serviceWorker" in navigator)) return;
    try {
      offerUpdates(await navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker));
    } catch (error) {
      // Private windows and insecure addresses have none; the page works, only not offline.
      console.info("not kept for offline use:", error);
    }
  }

  function offerUpdates(registration) {
    const notice = document.getElementById("update");
    const text = document.getElementById("update-text");
    const { serviceWorker } = navigator;
    const wasControlled = Boolean(serviceWorker.controller);
    let reloadRequested = false;

    const showIfWaiting = () => {
      if (registration.waiting && serviceWorker.controller) notice.hidden = false;
    };
    showIfWaiting();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", showIfWaiting);
    });
    document.getElementById("update-now").addEventListener("click", () => {
      reloadRequested = true;
      if (registration.waiting) registration.waiting.postMessage("skipWaiting");
      else location.reload();
    });
    document.getElementById("update-later").addEventListener("click", () => {
      notice.hidden = true;
    });
    serviceWorker.addEventListener("controllerchange", () => {
      if (reloadRequested) {
        location.reload();
      } else if (wasControlled) {
        text.textContent = "Another tab has brought in a new version. Your answers are kept when you load this one again.";
        notice.hidden = false;
      }
    });
  }
})();
