// The binary form of a WebAssembly module, as far as the build looks into it.
// https://webassembly.github.io/spec/core/binary/modules.html

/** What sections are numbered. */
export const CUSTOM = 0;
export const IMPORTS = 2;
export const EXPORTS = 7;
export const CODE = 10;

/** The sections of a module in order: the number, and where the section and what it holds begin and where they end. */
export function sectionsOf(module) {
  const found = [];
  for (let at = 8; at < module.length; ) {
    const [size, start] = number(module, at + 1);
    found.push({ id: module[at], from: at, start, end: start + size });
    at = start + size;
  }
  return found;
}

/** The one code section of a module, with how many functions it holds and where the first begins. */
export function codeOf(module) {
  const code = sectionsOf(module).find(({ id }) => id === CODE);
  const [functions, first] = number(module, code.start);
  return { ...code, functions, first };
}

/** A section of this number. */
export function section(id, ...parts) {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from([id, ...leb(content.length)]), content]);
}

/** A name, with its length before it. */
export function text(ascii) {
  return Buffer.from([...leb(ascii.length), ...Buffer.from(ascii)]);
}

/** The unsigned LEB128 number that begins here, and where it ends. */
export function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

/** A number as the format writes it: seven bits a byte, the smallest first. */
export function leb(number) {
  return number < 128 ? [number] : [(number & 127) | 128, ...leb(number >>> 7)];
}
