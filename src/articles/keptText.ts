import type { Span } from '../analysis/contract';
import type { ArticleDocument } from './host';

/** `[start, end)` of the text before gave way to `text`. */
export interface TextChange extends Span {
  readonly text: string;
}

export function changed(before: string, { start, end, text }: TextChange): string {
  return before.slice(0, start) + text + before.slice(end);
}

/** Changes further apart than so many code units are not joined: the text is read anew. */
const FARTHEST = 20_000;

/**
 * The text of a document that is typed into. The editor puts a text together from its lines whenever it is asked for one
 * that was changed, which in a long article takes longer than a key stroke leaves; so it is asked once.
 */
export class KeptText {
  #text: string | null = null;
  /** What makes the text as it is now of that one. */
  #change: TextChange | null = null;

  /** Of the document, when this was last brought up to date. */
  #version = NaN;

  constructor(private readonly document: Pick<ArticleDocument, 'text' | 'version'>) {}

  get now(): string {
    const change = this.#change;
    this.#change = null;
    if (this.#text === null) {
      this.#text = this.document.text();
      this.#version = this.document.version;
    } else if (change) this.#text = changed(this.#text, change);
    return this.#text;
  }

  /** @param changes that led to the document's version of now, made one after the other */
  changed(changes: readonly TextChange[]): void {
    const { version } = this.document;
    // It was read after them, before they were told of.
    if (version === this.#version) return;
    this.#version = version;
    for (const change of changes) {
      if (this.#text === null) return;
      this.#change = this.#change ? joined(this.#text, this.#change, change) : change;
      if (this.#change.text.length > FARTHEST) this.#text = this.#change = null;
    }
  }
}

/** One change that does the same to a text as two, made one after the other; and what lies between them stays. */
function joined(text: string, first: TextChange, then: TextChange): TextChange {
  const endOfFirst = first.start + first.text.length;
  const start = Math.min(first.start, then.start);
  const end = first.end + Math.max(0, then.end - endOfFirst);
  const between = text.slice(start, first.start) + first.text + text.slice(first.end, end);
  return {
    start,
    end,
    text: changed(between, { ...then, start: then.start - start, end: then.end - start }),
  };
}
