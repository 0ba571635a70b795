/**
 * All matches of a pattern, as `String.prototype.matchAll` finds them. That makes a copy of the pattern for each text, and
 * V8 compiles the copy anew once the last one was collected: up to ten milliseconds for a long pattern, at any edit.
 *
 * @param pattern a global one
 * @throws {TypeError} when it is not
 */
export function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`${String(pattern)} is not global.`);
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    // At an empty match it would stay for ever.
    if (match[0] === '') pattern.lastIndex += isPair(text, pattern) ? 2 : 1;
  }
  return found;
}

function isPair(text: string, { unicode, lastIndex }: RegExp): boolean {
  return unicode && (text.codePointAt(lastIndex) ?? 0) > 0xffff;
}
