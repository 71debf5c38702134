// What the page saves and tells of a diagram is what the command line prints, byte for byte: both are one program, built twice.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { DIST, openPage } from "./harness/journey.mjs";
import { save } from "./harness/picture.mjs";

const OPTIONS = ["ec2", "efs", "git"];

/** Shows an option. The recommended one is the list's first, under no name of its own. */
async function choose(page, option) {
  const list = page.locator("#option-shown");
  await list.selectOption((await list.locator(`option[value="${option}"]`).count()) > 0 ? option : "");
}

/** Runs the command line as the native tests have built it; a line break at the end is print's, not the file's. */
function groundplan(words, input = "") {
  const cargo = ["run", "--quiet", "--package", "groundplan", "--features", "groundplan/ssr", "--"];
  const done = spawnSync("cargo", [...cargo, ...words], { cwd: path.dirname(DIST), input, encoding: "utf8", maxBuffer: 1e8 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout.trimEnd();
}

/** The diagram in words as the page tells it, written the way the command line writes it. */
function inWords(page) {
  return page.locator(".in-words").evaluate((words) => {
    const text = (node) => node.textContent.trim();
    const lines = (list, depth) =>
      [...list.children].flatMap((entry) => {
        const inner = entry.querySelector(":scope > ul");
        const own = [...entry.childNodes].filter((node) => node !== inner).map((node) => node.textContent).join("").trim();
        return ["  ".repeat(depth) + own.replace(/\.$/, ""), ...(inner ? lines(inner, depth + 1) : [])];
      });
    const links = [...words.querySelectorAll("tbody tr")].map((row) => {
      const [from, to, what, how] = [...row.children].map(text);
      return `  ${from} -> ${to}: ${what.toLowerCase()}, ${how}`;
    });
    return [...lines(words.querySelector(".outline"), 0), "", "Connections", ...links].join("\n");
  });
}

for (const preset of ["shop", "news"]) {
  test(`SVG, draw.io and words of a diagram are the command line's, ${preset}`, async () => {
    const page = await openPage({ hash: `preset=${preset}` });
    const answers = groundplan(["presets", preset]);
    await page.getByRole("tab", { name: "Architecture" }).click();
    for (const option of OPTIONS) {
      await choose(page, option);
      const printed = (format) => groundplan(["diagram", "-", "--option", option, "--format", format], answers);
      for (const [button, format] of [["SVG", "svg"], ["draw.io", "drawio"]]) {
        const saved = (await save(page, button)).data.toString();
        assert.ok(saved.trimEnd() === printed(format), `${option}: the page's ${button} is not what the command line prints`);
      }
      const [, ...told] = printed("outline").split("\n\n");
      assert.equal(await inWords(page), told.join("\n\n"), option);

      const cells = [...(await save(page, "draw.io")).data.toString().matchAll(/<mxCell id="([^"]*)"/g)].map(([, id]) => id);
      assert.deepEqual(cells.filter((id, at) => cells.indexOf(id) !== at), [], `${option}: two cells share an id`);
      assert.ok(cells.every((id) => !id.endsWith("-")), `${option}: an id ends where a name should stand`);
    }
  });
}
