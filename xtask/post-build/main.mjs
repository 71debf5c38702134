// What a release page still needs once Trunk has staged it: integrity and policy, the single file, the service worker
// and compressed copies. Trunk runs this on every page it has built, before the page takes its place, and says in the
// environment where that is; a debug page is left as it is. GROUNDPLAN_KIT names a consultant kit, a JSON file, that the
// page shall carry. One concern a file; nothing here needs more than Node itself.

import { copyStatic } from "./static.mjs";
import { compress } from "./compress.mjs";
import { embedKit } from "./kit.mjs";
import { finishPage } from "./page.mjs";
import { headersFile } from "./headers.mjs";
import { licences } from "./licences.mjs";
import { singleFile } from "./single.mjs";
import { serviceWorker } from "./worker.mjs";

const { TRUNK_PROFILE: profile, TRUNK_STAGING_DIR: staged, GROUNDPLAN_KIT: kit } = process.env;
if (!staged) throw new Error("main.mjs is for Trunk to run");
if (profile !== "release") process.exit();

embedKit(staged, kit);
copyStatic(staged);
const page = finishPage(staged);
singleFile(staged, page, licences(staged));
serviceWorker(staged, page);
headersFile(staged);
compress(staged);
