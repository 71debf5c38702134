// What a release page still needs once Trunk has staged it: integrity and policy, the single file, the service worker
// and compressed copies. Trunk runs this on every page it has built, before the page takes its place, and says in the
// environment where that is; a debug page is left as it is. GROUNDPLAN_KIT names a consultant kit, a JSON file, that the
// page shall carry. One concern a file; nothing here needs more than Node itself.

import { copyStatic } from "./static.mjs";
import { compress } from "./compress.mjs";
import { embedKit } from "./kit.mjs";
import { harden } from "./page.mjs";
import { headersFile } from "./headers.mjs";
import { shorten } from "./names.mjs";
import { order } from "./order.mjs";
import { singleFile } from "./single.mjs";
import { takeApart } from "./strands.mjs";
import { worker } from "./worker.mjs";

const { TRUNK_PROFILE: profile, TRUNK_STAGING_DIR: staged, GROUNDPLAN_KIT: kit } = process.env;
if (!staged) throw new Error("main.mjs is for Trunk to run");
if (profile !== "release") process.exit();

order(staged);
embedKit(staged, kit);
shorten(staged);
await takeApart(staged);
copyStatic(staged);
const page = harden(staged);
singleFile(staged, page);
worker(staged, page);
headersFile(staged);
compress(staged);
