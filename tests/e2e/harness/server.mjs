// A static server for the tests: right types, the headers a host should send, nothing else.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** What a host should send: no inline script or style, no eval, nothing from elsewhere. */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves `folder` under `base` on a free port of this machine.
 * `headers` are added to every answer, and `null` takes one away.
 */
export async function serve(folder, { base = "/", headers = {} } = {}) {
  const root = path.resolve(folder);
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const inside = asked.startsWith(base) ? asked.slice(base.length) : undefined;
    const file = path.join(root, inside === "" ? "index.html" : (inside ?? ""));
    try {
      if (inside === undefined || !file.startsWith(root + path.sep)) throw new Error("outside");
      const body = await readFile(file);
      const sent = {
        "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
        "Content-Security-Policy": STRICT_POLICY,
        "Cache-Control": isHashed(file) ? "public, max-age=31536000, immutable" : "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        ...headers,
      };
      response.writeHead(200, Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null)));
      response.end(body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** Trunk puts a hash into the name of what may be kept for ever. */
function isHashed(file) {
  return /-[0-9a-f]{8,}[._]/.test(path.basename(file));
}
