/** White space as JavaScript's `\s` has it, zero-width space and control characters as well. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x85) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** In lower case, with curly apostrophes made straight. */
export const lowerCase = (text: string): string => text.toLowerCase().replaceAll('’', "'");
