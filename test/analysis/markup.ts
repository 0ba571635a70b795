import type { Span } from '../../src/analysis/contract';

/** A line of prose with the spans that its brackets mark, by number (1 where no number is given). */
export interface Marked {
  readonly text: string;
  readonly content: ReadonlyMap<number, Span[]>;
  readonly source: ReadonlyMap<number, Span[]>;
  readonly cue: ReadonlyMap<number, Span[]>;
}

const brackets: Readonly<Record<string, 'content' | 'source' | 'cue'>> = {
  '[': 'content',
  '{': 'source',
  '<': 'cue',
};

/**
 * Reads `[content]`, `{source}` and `<cue>`; a digit and a bar after the opening bracket (`[2|…]`) give the number of
 * the attribution that the words belong to.
 */
export function readMarkup(line: string): Marked {
  const marked = {
    content: new Map<number, Span[]>(),
    source: new Map<number, Span[]>(),
    cue: new Map<number, Span[]>(),
  };
  const open: { kind: 'content' | 'source' | 'cue'; number: number; start: number }[] = [];
  let text = '';
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    const kind = brackets[character];
    if (kind) {
      const numbered = /^\d\|/u.test(line.slice(at + 1, at + 3));
      open.push({ kind, number: numbered ? Number(line.charAt(at + 1)) : 1, start: text.length });
      if (numbered) at += 2;
    } else if (character === ']' || character === '}' || character === '>') {
      const closed = open.pop();
      if (!closed) throw new Error(`unbalanced markup: ${line}`);
      const spans = marked[closed.kind].get(closed.number) ?? [];
      spans.push({ start: closed.start, end: text.length });
      marked[closed.kind].set(closed.number, spans);
    } else text += character;
  }
  return { text, ...marked };
}
