// A static server that answers as a good host does: with exactly the headers of xtask/post-build/headers.mjs, and with
// the compressed copy the build has laid beside a file.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { headersFor } from "../../../xtask/post-build/headers.mjs";

/**
 * Serves `folder` under `base` on a free port of this machine, or on the one given.
 *
 * @param headers  added to every answer; `null` takes one away
 * @param answer  (file) => undefined, or { body, headers } for files made up by a test; a body may also come in pieces, by an async iterator
 */
export async function serve(folder, { base = "/", headers = {}, port = 0, answer = () => undefined } = {}) {
  const root = path.resolve(folder);
  const server = createServer(async (request, response) => {
    try {
      const asked = decodeURIComponent(new URL(request.url, "http://host").pathname);
      const inside = asked.startsWith(base) ? asked.slice(base.length) : undefined;
      const file = inside?.replace(/(^|\/)$/, "$1index.html");
      const full = path.join(root, file ?? "..");
      if (!full.startsWith(root + path.sep)) throw new Error("outside");
      const made = answer(file);
      const { body, encoding } = made ? { body: made.body } : await read(full, request.headers["accept-encoding"] ?? "");
      const sent = {
        ...headersFor(file),
        Vary: "Accept-Encoding",
        ...(encoding && { "Content-Encoding": encoding }),
        ...headers,
        ...made?.headers,
      };
      response.writeHead(200, Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null)));
      if (body[Symbol.asyncIterator]) Readable.from(body).pipe(response);
      else response.end(body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    }
  });
  await new Promise((done) => server.listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    port: server.address().port,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** A file, as its compressed copy where the browser takes one and there is one. */
async function read(file, accepted) {
  for (const [encoding, ending] of [["br", ".br"], ["gzip", ".gz"]]) {
    if (!accepted.includes(encoding)) continue;
    const body = await readFile(file + ending).catch(() => undefined);
    if (body) return { body, encoding };
  }
  return { body: await readFile(file) };
}
