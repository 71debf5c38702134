// The functions of the program, in an order in which like follows like.
//
// A compressor names what it has seen before by how far back it lies, so that what is near costs less to name: the order
// alone takes a fiftieth off the compressed program, and changes nothing else. wasm-opt moves the functions, by names
// that they are given for this and lose again.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PROGRAM, replace, theOne } from "./files.mjs";
import { CUSTOM, codeOf, leb, number, section, text } from "./module.mjs";

const WASM_OPT = fileURLToPath(new URL("../../tests/e2e/node_modules/binaryen/bin/wasm-opt", import.meta.url));

/** How many bytes in a row make a piece, and in how many functions a piece has to be to tell nothing about them. */
const PIECE = 3;
const EVERYWHERE = 1500;

/** Gives the program its order, and with it the name of its new content. */
export function order(staged) {
  if (!existsSync(WASM_OPT)) {
    // A bare `trunk build --release` has a wasm-opt where nobody else finds it.
    console.log("the functions keep their order: wasm-opt comes with `cargo xtask setup`");
    return;
  }
  const name = theOne(staged, PROGRAM);
  const file = path.join(staged, name);
  const program = readFileSync(file);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(program));
  const imported = imports.filter(({ kind }) => kind === "function").length;
  const own = likeAfterLike(functionsOf(program)).map((i) => imported + i);
  writeFileSync(file, Buffer.concat([program, named([...Array(imported).keys(), ...own])]));
  // Who made it and by what means is of no use to those who run it.
  const without = ["--strip-producers", "--strip-target-features"];
  // The levels make it write as tersely as the pass before; without -O it does nothing else.
  const how = ["--optimize-level=2", "--shrink-level=2", "--reorder-functions-by-name"];
  execFileSync(process.execPath, [WASM_OPT, file, ...how, ...without, "-o", file], { stdio: "inherit" });
  replace(staged, name, readFileSync(file));
}

/** The code of each function, in the order of the program. */
function functionsOf(program) {
  let { functions, first: at } = codeOf(program);
  return Array.from({ length: functions }, () => {
    const [length, start] = number(program, at);
    at = start + length;
    return program.subarray(start, at);
  });
}

/** The functions in a chain, each followed by the one that shares most with it for its size: their numbers. */
function likeAfterLike(functions) {
  const pieces = functions.map(piecesOf);
  const holders = new Map();
  for (const [i, own] of pieces.entries()) {
    for (const piece of own) {
      if (!holders.get(piece)?.push(i)) holders.set(piece, [i]);
    }
  }
  const left = new Set(functions.keys());
  const chain = [];
  for (let next = 0; next !== undefined; ) {
    left.delete(next);
    chain.push(next);
    const shared = new Map();
    for (const piece of pieces[next]) {
      const others = holders.get(piece);
      if (others.length > EVERYWHERE) continue;
      for (const other of others) if (left.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const likeness = (i) => shared.get(i) / Math.sqrt(pieces[i].size);
    [next] = left;
    if (shared.size > 0) next = [...shared.keys()].reduce((best, i) => (likeness(i) > likeness(best) ? i : best));
  }
  return chain;
}

function piecesOf(code) {
  const pieces = new Set();
  for (let at = 0; at + PIECE <= code.length; at += 1) pieces.add(code.readUIntLE(at, PIECE));
  return pieces;
}

/** A section that names each function by its place in the order, so that names sort as places do. */
function named(order) {
  const OF_FUNCTIONS = 1;
  const places = [...order.entries()].sort(([, one], [, other]) => one - other);
  const entries = places.flatMap(([place, i]) => [...leb(i), ...text(String(place).padStart(6, "0"))]);
  const listed = [...leb(order.length), ...entries];
  return section(CUSTOM, text("name"), [OF_FUNCTIONS, ...leb(listed.length), ...listed]);
}
