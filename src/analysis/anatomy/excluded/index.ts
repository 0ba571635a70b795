import type { ExcludedKind } from '../../contract';
import { CAPTIONS } from './captions';
import { CORRECTIONS } from './corrections';
import { CREDITS } from './credits';
import { METADATA } from './metadata';
import { NEWSLETTERS } from './newsletters';
import { RELATED } from './related';
import { SHARE } from './share';
import { ready } from '../../ready';

/** Longer paragraphs are story, whatever they begin with. */
const LONGEST = 600;

/** What a paragraph that is no story looks like, whole: each pattern says so by itself. The first that fits names it. */
const PATTERNS: readonly (readonly [ExcludedKind, readonly RegExp[]])[] = [
  ['credit', CREDITS],
  ['caption', CAPTIONS],
  ['correction', CORRECTIONS],
  ['newsletter', NEWSLETTERS],
  ['share', SHARE],
  ['metadata', METADATA],
  ['related', RELATED],
  // A rule or an end mark
  ['other', [/^[^\w"“‘']*(?:-?30-?|###?|ends|\*\*\*|_{2,})\W*$/i]],
];
for (const [, patterns] of PATTERNS) patterns.forEach(ready);

/**
 * What a paragraph is that is no article text by its own look, wherever it stands; null for story.
 *
 * @param paragraph without its Markdown marks, or with them
 */
export function excludedKind(paragraph: string): ExcludedKind | null {
  if (paragraph.length > LONGEST) return null;
  return PATTERNS.find(([, patterns]) => patterns.some(pattern => pattern.test(paragraph)))?.[0] ?? null;
}
