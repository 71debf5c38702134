// A .br and a .gz beside every file that shrinks, for hosts that send them as they are.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { filesIn } from "./files.mjs";

const KINDS = /\.(css|html|js|json|svg|txt|wasm|webmanifest)$/;

export function compress(staged) {
  for (const name of filesIn(staged).filter((name) => KINDS.test(name))) {
    const file = path.join(staged, name);
    const content = readFileSync(file);
    const brotli = brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    });
    const gzip = gzipSync(content, { level: 9 });
    if (brotli.length < content.length) writeFileSync(`${file}.br`, brotli);
    if (gzip.length < content.length) writeFileSync(`${file}.gz`, gzip);
  }
}
