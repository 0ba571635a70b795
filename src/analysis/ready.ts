/** V8 compiles apart for texts in Latin-1 and others; most articles have curly quotation marks. */
const longText = '“'.repeat(1000);

/**
 * Has a pattern compiled to machine code at once. V8 compiles one to bytecode for its first text, which takes longer
 * than machine code does, and anew for its second one; only where the first text has 1,000 characters or more it does
 * not (`kTierUpForSubjectLengthValue` in its `js-regexp.h`). For the many long patterns that every article is tried on.
 */
export function ready(pattern: RegExp): RegExp {
  pattern.test(longText);
  pattern.lastIndex = 0;
  return pattern;
}

const seen = new WeakSet<RegExp>();

/** The same when it is first used, for the many long ones of which an article has few. */
export function readyWhenUsed(pattern: RegExp): RegExp {
  if (!seen.has(pattern)) seen.add(ready(pattern));
  return pattern;
}
