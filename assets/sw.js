// Keeps one build of the page on the device, whole or not at all, so that it opens without a network.
//
// The build fills in what is kept. An update is fetched beside the present build and waits: the page offers it, and
// only the reader's click puts it in place (assets/boot.js).
"use strict";

const VERSION = "VERSION";
const FILES = { /* FILES */ };

/** Several pages may lie under one origin; each minds only the caches of its own. */
const CACHE_PREFIX = `groundplan ${self.registration.scope} `;
const CACHE = CACHE_PREFIX + VERSION;

self.addEventListener("install", (event) => event.waitUntil(fillCache()));
self.addEventListener("activate", (event) => event.waitUntil(deleteOldCaches()));
self.addEventListener("message", (event) => {
  if (event.data === "skipWaiting") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const name = event.request.method === "GET" ? cachedName(event.request) : undefined;
  if (name) event.respondWith(respond(name, event.request));
});

/** All files or none, each checked against its hash: one that is missing or differs fails the whole, and the browser tries later. */
async function fillCache() {
  const cache = await caches.open(CACHE);
  await cache.addAll(
    Object.entries(FILES).map(([name, integrity]) => new Request(name, { integrity, cache: "no-cache" })),
  );
}

async function deleteOldCaches() {
  const old = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The file a request asks for, if it is kept: the page under any query, and the others under their very names. */
function cachedName(request) {
  const url = new URL(request.url);
  const path = url.href.startsWith(self.registration.scope)
    ? url.pathname.slice(new URL(self.registration.scope).pathname.length)
    : undefined;
  if (request.mode === "navigate") return path === "" || path === "index.html" ? "./" : undefined;
  return path && `./${path}` in FILES ? `./${path}` : undefined;
}

/** From the cache, if what is kept there is whole. A browser short of space drops files, and disks spoil them. */
async function respond(name, request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(name);
  const body = await kept?.arrayBuffer().catch(() => undefined);
  if (body && (await matches(body, FILES[name]))) return new Response(body, { headers: kept.headers });
  try {
    const fresh = await fetch(new Request(name, { integrity: FILES[name], cache: "reload" }));
    if (!fresh.ok) throw new Error(`${name} came with status ${fresh.status}`);
    await cache.put(name, fresh.clone());
    return fresh;
  } catch {
    // The host has another build by now: the page that comes from there brings its own files along.
    return fetch(request);
  }
}

/** Whether a file is the one that the build has named by its hash. */
async function matches(body, integrity) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", body));
  return integrity === `sha384-${btoa(String.fromCharCode(...digest))}`;
}
