import * as fc from 'fast-check';

const SURROGATES = 0xd800;
const SURROGATES_END = 0xe000;
const gap = SURROGATES_END - SURROGATES;

/**
 * Any character: a `unit` for `fc.string`. Its own `binary` gives the same ones, but makes a map of all the million of
 * them first, which takes a second.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.nat(0x10ffff - gap).map(
  nth => String.fromCodePoint(nth < SURROGATES ? nth : nth + gap),
  character => {
    const [only, ...others] = typeof character === 'string' ? Array.from(character) : [];
    const code = only?.codePointAt(0);
    if (code === undefined || others.length > 0 || (code >= SURROGATES && code < SURROGATES_END))
      throw new Error('not one character');
    return code < SURROGATES ? code : code - gap;
  },
);
