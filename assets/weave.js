// The program travels in strands: its operations, the variables they use, the offsets they read at and so on, each kind by
// itself, because each kind compresses better among its like. Here they are woven into a module again. The build takes
// them apart by the same walk (xtask/post-build/strands.mjs) and tries that they come together to what they were.
"use strict";

const strands = (() => {
  /** What there is a strand of; of constants one for each length. What is rare stays with its operation. */
  const [
    OPERATION, VARIABLES, READ, WRITTEN, BLOCK, BRANCH, CALL, LOADED, STORED, OFFSET_ON, SHORT, MIDDLE, LONG, WIDE, FLOAT, KINDS
  ] = Array(16).keys();

  /** The operation that gives a constant, and what stands for it where that takes two bytes, and more: no operation has these numbers. */
  const CONSTANT = 0x41;
  const CONSTANT_OF_TWO = 0xe0;
  const CONSTANT_OF_MORE = 0xe1;

  /** What follows the numbers after 0xfc, in bytes: nothing of ours that is named there has a number over 127. */
  const AFTER_PREFIX = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

  /** The custom section they travel in. */
  const SECTION = "strands";

  /**
   * Walks through the code of one function. Who walks moves every byte from where it was to where it shall be, and tells
   * it: `byte(kind)` the next of a kind, `operation()` the next operation.
   * https://webassembly.github.io/spec/core/binary/instructions.html
   */
  const walk = (operation, byte) => {
    const bytes = (kind, count) => {
      while (count-- > 0) byte(kind);
    };
    const number = (kind, further = kind) => {
      let part = byte(kind);
      let value = part & 127;
      for (let shift = 7; part > 127; shift += 7) {
        part = byte(further);
        value |= (part & 127) << shift;
      }
      return value;
    };
    for (let runs = number(VARIABLES); runs > 0; runs -= 1) {
      number(VARIABLES);
      number(VARIABLES);
    }
    for (let depth = 1; depth > 0; ) {
      const code = operation();
      if (code === 0x20) number(READ);
      else if (code === 0x21 || code === 0x22) number(WRITTEN);
      else if (code >= 0x28 && code <= 0x3e) {
        number(OPERATION);
        number(code < 0x36 ? LOADED : STORED, OFFSET_ON);
      } else if (code === CONSTANT) number(SHORT);
      else if (code === CONSTANT_OF_TWO) number(MIDDLE);
      else if (code === CONSTANT_OF_MORE) number(LONG);
      else if (code >= 0x02 && code <= 0x04) {
        depth += 1;
        number(BLOCK);
      } else if (code === 0x0b) depth -= 1;
      else if (code === 0x0c || code === 0x0d) number(BRANCH);
      else if (code === 0x0e) for (let ways = number(BRANCH); ways >= 0; ways -= 1) number(BRANCH);
      else if (code === 0x10) number(CALL);
      else if (code === 0x42) number(WIDE);
      else if (code === 0x43) bytes(FLOAT, 4);
      else if (code === 0x44) bytes(FLOAT, 8);
      else if (code === 0x11) {
        number(OPERATION);
        number(OPERATION);
      } else if (code === 0x1c) bytes(OPERATION, number(OPERATION));
      else if ((code >= 0x23 && code <= 0x26) || code === 0x3f || code === 0x40 || code === 0xd0 || code === 0xd2) number(OPERATION);
      else if (code === 0xfc) bytes(OPERATION, AFTER_PREFIX[number(OPERATION)]);
    }
  };

  /** Lets the browser do something else. By a message, as timers are held back in a tab or frame that is out of sight. */
  const breath = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done();
      };
      port2.postMessage(0);
    });

  /** The module that travelled in these bytes; a module that was never taken apart is given back as it is. */
  const weave = async (packed) => {
    let from = 8;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const part = packed[from++];
        value |= (part & 127) << shift;
        if (part < 128) return value;
      }
    };
    if (packed[from++] !== 0) return packed;
    number();
    from += 1 + SECTION.length;
    const [functions, size, ...lengths] = Array.from({ length: 4 + KINDS }, number);
    const next = lengths.map((length) => (from += length) - length);
    const part = () => packed.subarray(next.shift(), next[0]);
    const [after, before] = [part(), part()];
    const module = new Uint8Array(before.length + size + after.length);
    let to = before.length;
    module.set(before);
    module.set(after, to + size);
    const put = (byte) => (module[to++] = byte);
    const byte = (kind) => put(packed[next[kind]++]);
    const operation = () => {
      const code = packed[next[OPERATION]++];
      put(code === CONSTANT_OF_TWO || code === CONSTANT_OF_MORE ? CONSTANT : code);
      return code;
    };
    let pause = performance.now() + 10;
    for (let left = functions; left > 0; left -= 1) {
      const start = to;
      walk(operation, byte);
      // A function is preceded by its length, seven bits a byte, which is known from here on.
      const end = to;
      for (let length = end - start; ; length >>>= 7) {
        put(length > 127 ? (length & 127) | 128 : length);
        if (length < 128) break;
      }
      const length = module.slice(end, to);
      module.copyWithin(start + length.length, start, end);
      module.set(length, start);
      // In pieces, because the page can be seen by now and shall answer.
      if (performance.now() < pause) continue;
      await breath();
      pause = performance.now() + 10;
    }
    return module;
  };

  return { KINDS, SECTION, CONSTANT, CONSTANT_OF_TWO, CONSTANT_OF_MORE, walk, weave };
})();
