// The program taken apart into strands, which assets/weave.js weaves into a module again when the page starts.
//
// A compressor finds what has been before, and code hides it: two runs of the same operations differ in the variables and
// offsets between them. Kind by kind they are the same, which takes a tenth off the compressed program. What travels is
// still a module by its form, so that hosts know and compress it, with the strands in a custom section.

import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { PROGRAM, replace, theOne } from "./files.mjs";
import { CUSTOM, codeOf, leb, number, section, text } from "./module.mjs";
import { ASSETS } from "./static.mjs";

const { KINDS, SECTION, CONSTANT, CONSTANT_OF_TWO, CONSTANT_OF_MORE, walk, weave } = vm.runInThisContext(
  `${readFileSync(path.join(ASSETS, "weave.js"), "utf8")}; strands`,
);

/** Rewrites the staged program, and tries that it comes together to what it was. */
export async function takeApart(staged) {
  const name = theOne(staged, PROGRAM);
  const program = readFileSync(path.join(staged, name));
  const packed = inStrands(program);
  if (Buffer.compare(await weave(packed), program) !== 0) throw new Error("the program does not come together again");
  replace(staged, name, packed);
}

function inStrands(program) {
  const { functions, first, end } = codeOf(program);
  const strands = Array.from({ length: KINDS }, () => []);
  let at = first;
  const moved = (kind, byte) => {
    strands[kind].push(byte);
    return byte;
  };
  const byte = (kind) => moved(kind, program[at++]);
  const operation = () => {
    const code = program[at++];
    const length = code === CONSTANT ? lengthAt(program, at) : 1;
    return moved(0, [code, CONSTANT_OF_TWO][length - 1] ?? CONSTANT_OF_MORE);
  };
  for (let left = functions; left > 0; left -= 1) {
    // Its length does not travel: it will be seen again from where it ends.
    const [length, start] = number(program, at);
    at = start;
    walk(operation, byte);
    if (at !== start + length) throw new Error("the walk in assets/weave.js does not know an operation of the program");
  }
  const [before, after] = [program.subarray(0, first), program.subarray(end)];
  const lengths = [functions, end - first, after.length, before.length, ...strands.map((strand) => strand.length)];
  // What follows the code comes first: the texts, which a compressor does best with before it has seen code.
  return Buffer.concat([
    program.subarray(0, 8),
    section(CUSTOM, text(SECTION), lengths.flatMap(leb), after, before, ...strands),
  ]);
}

/** How many bytes the number here takes. */
function lengthAt(bytes, at) {
  const start = at;
  while (bytes[at++] > 127);
  return at - start;
}
