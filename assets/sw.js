// Keeps one build of the page on the device, whole or not at all, so that it opens without a network.
//
// The build fills in what is kept. An update is fetched beside the present build and waits: the page offers it, and
// only the reader's click puts it in place (assets/boot.js).
"use strict";

const VERSION = "VERSION";
const FILES = { /* FILES */ };

/** Several pages may lie under one origin; each minds only what is its own. */
const OURS = `groundplan ${self.registration.scope} `;
const CACHE = OURS + VERSION;

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forget()));
self.addEventListener("message", (event) => {
  if (event.data === "skipWaiting") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const key = event.request.method === "GET" ? keyOf(event.request) : undefined;
  if (key) event.respondWith(serve(key, event.request));
});

/** All files or none: a file that is missing or is of another build fails the whole, and the browser tries later. */
async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(
    Object.entries(FILES).map(([name, integrity]) => new Request(name, { integrity, cache: "no-cache" })),
  );
}

async function forget() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** What a request asks for, if it is kept: the page under any query, and the files under their very names. */
function keyOf(request) {
  const url = new URL(request.url);
  const inside = url.href.startsWith(self.registration.scope)
    ? url.pathname.slice(new URL(self.registration.scope).pathname.length)
    : undefined;
  if (request.mode === "navigate") return inside === "" || inside === "index.html" ? "./" : undefined;
  return inside && `./${inside}` in FILES ? `./${inside}` : undefined;
}

/** From what is kept; a browser short of space may have dropped it, then from the network. */
async function serve(key, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(key)) ?? fetch(request);
}
