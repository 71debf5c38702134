// What a release page still needs once Trunk has staged it: node main.mjs STAGED [KIT]
//
// `cargo xtask post-build` runs this on the folder Trunk is about to put in the place of dist/. KIT is the consultant
// kit, a JSON file, that the page shall carry. One concern a file; nothing here needs more than Node itself.

import { copyStatic } from "./static.mjs";
import { compress } from "./compress.mjs";
import { embedKit } from "./kit.mjs";
import { harden } from "./page.mjs";
import { headersFile } from "./headers.mjs";
import { shorten } from "./names.mjs";
import { order } from "./order.mjs";
import { singleFile } from "./single.mjs";
import { worker } from "./worker.mjs";

const [staged, kit] = process.argv.slice(2);
if (!staged) throw new Error("main.mjs takes the folder Trunk has staged");

order(staged);
embedKit(staged, kit);
shorten(staged);
copyStatic(staged);
const page = harden(staged);
singleFile(staged, page);
worker(staged, page);
headersFile(staged);
compress(staged);
