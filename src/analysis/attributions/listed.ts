import type { ParagraphAttribution, Token } from '../paragraph';
import { inflections, type CueVerb } from './lexicon';

/** What a newsroom's word list changes in the finding of attributions. */
export interface ListedWords {
  /** Verbs, in their base form, or phrases as they stand in the text, that make a claim of what follows. */
  readonly cues: readonly string[];
  /** Words that are nobody's name, such as those of signs and forecasts: what they say is no claim. */
  readonly neverSources: readonly string[];
  /** Names of publications and broadcasters: what is said to or in them has them as its channel. */
  readonly outlets: readonly string[];
}

export interface ListedCue {
  readonly verb: CueVerb;
  /** In tokens. */
  readonly length: number;
}

/** Finds the longest listed cue that begins at a token. */
export type ListedCueAt = (tokens: readonly Token[], at: number) => ListedCue | null;

export function listedCues({ cues }: ListedWords): ListedCueAt {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly verb: CueVerb }[]>();
  for (const cue of cues) {
    const [first = '', ...rest] = plainWords(cue).split(' ');
    const verb: CueVerb = { lemma: plainWords(cue), kind: 'speech', frame: 'clause' };
    for (const form of inflections(first)) {
      byFirst.set(form, [...(byFirst.get(form) ?? []), { words: [form, ...rest], verb }]);
    }
  }
  return (tokens, at) => {
    const matching = (byFirst.get(tokens[at]?.lower ?? '') ?? []).filter(({ words }) =>
      words.every((word, k) => tokens[at + k]?.lower === word),
    );
    return matching.reduce<ListedCue | null>(
      (best, { words, verb }) => (words.length > (best?.length ?? 0) ? { verb, length: words.length } : best),
      null,
    );
  };
}

/** Takes out what words that are never a source say, or are said to have passed on. */
export function withoutNeverSources(
  text: string,
  attributions: readonly ParagraphAttribution[],
  { neverSources }: ListedWords,
): readonly ParagraphAttribution[] {
  const never = new Set(neverSources.map(plainWords));
  if (never.size === 0) return attributions;
  const isNever = (words: ParagraphAttribution['source']) =>
    words?.some(({ start, end }) => never.has(plainWords(text.slice(start, end)))) === true;
  return attributions
    .filter(({ source }) => !isNever(source))
    .map(attribution => ({
      ...attribution,
      via: attribution.via.filter(({ mention }) => !isNever(mention)),
      channel: attribution.channel.filter(mention => !isNever(mention)),
    }));
}

/** Whether words are the name of a listed outlet. */
export type IsListedOutlet = (words: string) => boolean;

export function listedOutlets({ outlets }: ListedWords): IsListedOutlet {
  const names = new Set(outlets.map(plainWords));
  return words => names.has(plainWords(words));
}

/** In lower case, single-spaced, without an article in front: what two spellings of one phrase have in common. */
export const plainWords = (words: string): string =>
  words
    .toLowerCase()
    .replace(/’/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:the|an?) /u, '');
