// Starts the page's program, and says so where it fails. A file rather than an inline script, so that the
// Content-Security-Policy can forbid inline scripts without naming any.
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

  async function start() {
    const program = document.querySelector("link[rel=preload][as=fetch]");
    await wasm_bindgen({ module_or_path: program.href });
    page.dataset.state = "ready";
  }

  start().catch((fault) => {
    console.error(fault);
    fail(fault);
  });
})();
