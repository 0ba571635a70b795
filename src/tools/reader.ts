import type { Span } from '../analysis/contract';
import type { Article } from '../articles/article';

/** Longer words are cut, in UTF-16 code units. */
const LONGEST_WORDS = 1000;

/** Words of an article; `length` is there where they are cut, and tells how long they are in full. */
export interface Quoted {
  readonly words: string;
  readonly length?: number;
}

/** Puts the places of one article into words and line numbers. */
export class Reader {
  readonly #lineStarts: readonly number[];

  constructor(private readonly article: Article) {
    this.#lineStarts = [0, ...[...article.text.matchAll(/\r\n|\r|\n/g)].map(at => at.index + at[0].length)];
  }

  quote(spans: readonly Span[]): Quoted {
    const words = this.article.words(spans);
    return words.length > LONGEST_WORDS ? { words: cut(words), length: words.length } : { words };
  }

  /** A few words, such as a cue; undefined where there are none, and JSON leaves them out then. */
  words(spans: readonly Span[]): string | undefined {
    return spans.length > 0 ? cut(this.article.words(spans)) : undefined;
  }

  /** Counted from 1, as editors do. */
  line([first]: readonly Span[]): number | undefined {
    return first && 1 + this.#lineStarts.findLastIndex(start => start <= first.start);
  }

  /** An actor, as other findings refer to it. */
  actor(id: string): { readonly id: string; readonly name: string | undefined } {
    const actor = this.article.actor(id);
    return { id, name: actor && cut(actor.name) };
  }
}

export function cut(words: string): string {
  if (words.length <= LONGEST_WORDS) return words;
  return `${words.slice(0, LONGEST_WORDS).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
