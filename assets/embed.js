// <groundplan-advisor>: the advisor inside another site's page.
//
//   <script src="https://example.com/groundplan/embed.js" async></script>
//   <groundplan-advisor data-preset="shop" data-accent="#7a3cff" data-cta-url="https://example.com/book"></groundplan-advisor>
//
// Where only plain elements are let through, <div data-groundplan …> does the same. The advisor runs in a sandboxed
// frame; this script sizes the frame, hands the settings in and tells what happens as events of the element:
// ready, resize, change, result, cta. Attributes, events and messages are described in docs/embed.md.
"use strict";

(() => {
  const NAME = "groundplan-advisor";
  if (customElements.get(NAME)) return;

  /** The version of the messages. Both sides leave others alone. */
  const VERSION = 1;
  const EVENTS = ["ready", "resize", "change", "result", "cta"];
  /** Attributes without their "data-": they are the kit, under the same names as in its file. */
  const SETTINGS =
    "name logo accent theme preset region rate currency exchange vat options cta-label cta-url".split(" ");
  /** Longest message and settings taken, in characters, and highest frame, in pixels. */
  const LONGEST = 100_000;
  const HIGHEST = 30_000;
  /** Until the advisor has said how high it is, and how long that may take before a link is offered, in milliseconds. */
  const HEIGHT = 640;
  const PATIENCE = 10_000;

  /** Kinds of addresses the advisor may have: a script or a document in an address would run as this site. */
  const PROTOCOLS = ["https:", "http:", "file:"];

  const here = document.currentScript?.src || location.href;
  /** The advisor's address as the site's administrator has set it on the script; no author of a post can choose another. */
  const pinned = document.currentScript?.dataset.advisor;

  class Advisor extends HTMLElement {
    static observedAttributes = ["data-kit", ...SETTINGS.map((name) => `data-${name}`)];

    connectedCallback() {
      this.style.display = "block";
      this.listen = (event) => this.receive(event);
      addEventListener("message", this.listen);
      this.look = () => this.plan();
      addEventListener("scroll", this.look, { passive: true });
      addEventListener("resize", this.look, { passive: true });
      this.start();
    }

    disconnectedCallback() {
      removeEventListener("message", this.listen);
      removeEventListener("scroll", this.look);
      removeEventListener("resize", this.look);
      clearTimeout(this.waiting);
      this.frame?.remove();
      this.frame = undefined;
    }

    /** Settings changed by the page are handed in; the answers stay as they are. */
    attributeChangedCallback() {
      if (!this.isReady || this.isPlanned) return;
      this.isPlanned = true;
      queueMicrotask(async () => {
        this.isPlanned = false;
        this.send({ type: "configure", kit: await this.kit() });
      });
    }

    /** Opens other answers: the fragment of a share link, or "preset=shop". */
    open(link) {
      this.send({ type: "open", link: String(link) });
    }

    /** Where the advisor lies; nothing if that is no address of a page. */
    address() {
      const asked = this.getAttribute("src");
      if (pinned && asked) console.warn(`${NAME}: src is left out, because the script pins the advisor's address`);
      const [address, base] = pinned ? [pinned, document.baseURI] : asked ? [asked, document.baseURI] : ["groundplan.html", here];
      const page = URL.canParse(address, base) ? new URL(address, base) : undefined;
      if (page && PROTOCOLS.includes(page.protocol)) return page;
      console.warn(`${NAME}: ${address} is no address of an advisor: it has to begin with https:, http: or file:`);
      return undefined;
    }

    async start() {
      const page = this.address();
      if (!page) return;
      const kit = await this.kit();
      if (!this.isConnected || this.frame) return;
      // An origin of its own is one that has a name, and another one than this site's.
      const isOpen = this.dataset.storage === "keep" && page.origin !== "null" && page.origin !== location.origin;
      // Without an origin of its own the advisor can reach nothing of this site, not even when it lies beside it.
      this.origin = isOpen ? page.origin : "null";
      const told = { embed: VERSION, host: location.origin, kit: JSON.stringify(kit) };
      const pairs = Object.entries(told).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
      page.hash = [...pairs, (this.dataset.link ?? "").replace(/^#/, "")].filter(Boolean).join("&");

      const frame = document.createElement("iframe");
      frame.title = this.dataset.title || "Hosting advisor";
      frame.setAttribute(
        "sandbox",
        `allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox${isOpen ? " allow-same-origin" : ""}`,
      );
      frame.setAttribute("allow", "clipboard-write; fullscreen");
      frame.setAttribute("scrolling", "no");
      frame.setAttribute("loading", this.dataset.loading === "eager" ? "eager" : "lazy");
      frame.referrerPolicy = "no-referrer";
      this.frame = frame;
      this.resize(HEIGHT);
      frame.addEventListener("load", () => this.watch(page), { once: true });
      frame.src = page.href;
      // In a shadow tree the theme's rules and scripts for frames leave this one alone.
      (this.shadowRoot ?? this.attachShadow({ mode: "open" })).replaceChildren(frame);
    }

    /** By the object model, which no Content-Security-Policy of the site stands in the way of. */
    resize(height) {
      const rules = { display: "block", width: "100%", border: "0", height: `${height}px`, "color-scheme": "auto" };
      for (const [name, value] of Object.entries(rules)) this.frame.style.setProperty(name, value);
    }

    /** The settings: the file named by data-kit, and over it the attributes. What is in them the advisor checks. */
    async kit() {
      // Without a prototype, so that a member called "__proto__" is one like any other: the advisor names and leaves it.
      const kit = Object.create(null);
      if (this.dataset.kit) {
        try {
          const file = await fetch(new URL(this.dataset.kit, document.baseURI), requestOptions());
          const read = file.ok ? JSON.parse(await limited(file)) : undefined;
          if (read && typeof read === "object" && !Array.isArray(read)) Object.assign(kit, read);
          else console.warn(`${NAME}: ${this.dataset.kit} holds no kit`);
        } catch (fault) {
          console.warn(`${NAME}: ${this.dataset.kit} could not be read`, fault);
        }
      }
      for (const name of SETTINGS) {
        const value = this.getAttribute(`data-${name}`);
        if (value !== null) kit[name] = value;
      }
      if (typeof kit.logo === "string" && !kit.logo.startsWith("data:")) kit.logo = await inlined(kit.logo);
      return JSON.stringify(kit).length > LONGEST ? {} : kit;
    }

    /** Says once a frame how far the advisor's upper edge lies above what is seen: in there nothing can stick by itself. */
    plan() {
      if (!this.isReady || this.isLooking) return;
      this.isLooking = true;
      requestAnimationFrame(() => {
        this.isLooking = false;
        if (this.frame) this.send({ type: "view", top: Math.max(0, Math.round(-this.frame.getBoundingClientRect().top)) });
      });
    }

    send(message) {
      const text = JSON.stringify({ source: "groundplan-host", version: VERSION, ...message });
      // A frame without an origin can only be addressed by "*"; it is ours, and what is said is on this page anyway.
      this.frame?.contentWindow?.postMessage(text, this.origin === "null" ? "*" : this.origin);
    }

    /** Takes messages of this very frame only, and of those the ones it knows. */
    receive({ data, origin, source }) {
      if (!this.frame || source !== this.frame.contentWindow || origin !== this.origin) return;
      if (typeof data !== "string" || data.length > LONGEST) return;
      let message;
      try {
        message = JSON.parse(data);
      } catch {
        return;
      }
      if (message?.source !== "groundplan" || message.version !== VERSION || !EVENTS.includes(message.type)) return;
      const payload = message.payload && typeof message.payload === "object" ? message.payload : {};
      if (message.type === "ready") this.markReady();
      if (message.type === "resize") {
        if (!Number.isFinite(payload.height) || payload.height < 1) return;
        this.resize(Math.min(Math.ceil(payload.height), HIGHEST));
      }
      this.dispatchEvent(new CustomEvent(message.type, { detail: payload }));
    }

    markReady() {
      this.isReady = true;
      clearTimeout(this.waiting);
      this.shadowRoot.querySelector("a")?.remove();
    }

    /** A frame that stays silent is no use: then a link leads to the advisor. */
    watch(page) {
      if (this.isReady) return;
      this.waiting = setTimeout(() => {
        const link = document.createElement("a");
        link.href = page.href.split("#")[0];
        link.target = "_blank";
        link.rel = "noopener";
        link.textContent = "Open the hosting advisor in its own tab";
        this.shadowRoot.append(link);
      }, PATIENCE);
    }
  }

  /** How the kit and the logo are asked for: as nobody, and not for ever. */
  function requestOptions() {
    const limit = new AbortController();
    setTimeout(() => limit.abort(new Error(`no answer within ${PATIENCE / 1000} s`)), PATIENCE);
    return { credentials: "omit", signal: limit.signal };
  }

  async function limited(answer) {
    const text = await answer.text();
    if (text.length > LONGEST) throw new Error("too long");
    return text;
  }

  /** A picture as a data: address: the advisor loads nothing from anywhere. */
  async function inlined(address) {
    try {
      const answer = await fetch(new URL(address, document.baseURI), requestOptions());
      const picture = await answer.blob();
      if (!answer.ok || picture.size > LONGEST / 2) throw new Error("not there, or too large");
      return await new Promise((done, failed) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.onerror = () => failed(reader.error);
        reader.readAsDataURL(picture);
      });
    } catch (fault) {
      console.warn(`${NAME}: the logo ${address} could not be read`, fault);
      return undefined;
    }
  }

  customElements.define(NAME, Advisor);

  function upgrade() {
    for (const place of document.querySelectorAll("[data-groundplan]:empty")) {
      const advisor = document.createElement(NAME);
      Object.assign(advisor.dataset, place.dataset);
      if (place.dataset.groundplan) advisor.setAttribute("src", place.dataset.groundplan);
      place.append(advisor);
    }
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", upgrade);
  else upgrade();
})();
