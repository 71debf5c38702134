// The consultant kit as a data block of the page. Browsers run no data block, so that no policy has to allow it.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The page itself checks what is in a kit, and says what is wrong; here it only has to be JSON. */
export function embedKit(staged, file) {
  if (!file) return;
  const kit = JSON.parse(readFileSync(file, "utf8"));
  // "<" could end the block; JSON can say it otherwise.
  const text = JSON.stringify(kit).replaceAll("<", "\\u003c");
  const index = path.join(staged, "index.html");
  const html = readFileSync(index, "utf8");
  writeFileSync(index, html.replace("</body>", () => `<script id=kit type=application/json>${text}</script></body>`));
}
