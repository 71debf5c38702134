// Starts the page's program, says so where it fails, and offers updates. A file rather than an inline script, so that
// the Content-Security-Policy can forbid inline scripts; and not part of the program, so that a build that does not
// start on some device can still be replaced by one that does.
"use strict";

(() => {
  const page = document.documentElement;

  /** Shows the notice: in place of the waiting question, or above a page whose program has stopped. */
  function fail(fault) {
    page.dataset.state = "failed";
    const notice = document.getElementById("fault");
    document.getElementById("fault-detail").textContent = String(fault);
    document.getElementById("shell-question")?.replaceWith(notice);
    notice.hidden = false;
  }

  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) fail(event.error);
  });

  /** The program: beside the page, or inside it where the page is a single file. */
  async function program() {
    const inside = document.getElementById("program");
    if (inside) {
      const packed = Uint8Array.from(atob(inside.textContent), (letter) => letter.charCodeAt(0));
      inside.remove();
      const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
      return new Response(unpacked).arrayBuffer();
    }
    const link = document.querySelector("link[rel=program]");
    const integrity = link.dataset.integrity ?? "";
    const answer = await fetch(link.href, { integrity });
    if (!answer.ok) throw new Error(`the program came with status ${answer.status}`);
    return answer.arrayBuffer();
  }

  /** The waiting page has been painted; or it will not be for a while, as in a tab or a frame that is out of sight. */
  const painted = () =>
    new Promise((done) => {
      new PerformanceObserver(done).observe({ type: "paint", buffered: true });
      setTimeout(done, document.hidden || self !== top ? 50 : 500);
    });

  async function start() {
    await painted();
    // It says itself, in the same place, when the page is ready: it is put together in several goes.
    await wasm_bindgen({ module_or_path: await strands.weave(new Uint8Array(await program())) });
  }

  start()
    .catch((fault) => {
      console.error(fault);
      fail(fault);
    })
    .finally(keep);

  /** Keeps the page on the device, where it is a page of its own and the build has brought a service worker. */
  async function keep() {
    const { worker } = page.dataset;
    if (!worker || self !== top || !("serviceWorker" in navigator)) return;
    try {
      offerUpdates(await navigator.serviceWorker.register(worker));
    } catch (fault) {
      // Private windows and insecure addresses have none; the page works, only not offline.
      console.info("not kept for offline use:", fault);
    }
  }

  function offerUpdates(registration) {
    const notice = document.getElementById("update");
    const text = document.getElementById("update-text");
    const { serviceWorker } = navigator;
    const known = Boolean(serviceWorker.controller);
    let asked = false;

    const offer = () => {
      if (registration.waiting && serviceWorker.controller) notice.hidden = false;
    };
    offer();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", offer);
    });
    document.getElementById("update-now").addEventListener("click", () => {
      asked = true;
      if (registration.waiting) registration.waiting.postMessage("skipWaiting");
      else location.reload();
    });
    document.getElementById("update-later").addEventListener("click", () => {
      notice.hidden = true;
    });
    serviceWorker.addEventListener("controllerchange", () => {
      if (asked) {
        location.reload();
      } else if (known) {
        text.textContent = "Another tab has brought in a new version. Your answers are kept when you load this one again.";
        notice.hidden = false;
      }
    });
  }
})();
