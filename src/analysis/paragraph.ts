import type { AttributionKind, CueKind, MentionForm, QuotationRole, Span } from './contract';

/**
 * The paragraph is the unit of work: everything in this file is computed from one paragraph's text alone, with
 * offsets relative to its start, so that it can be kept while other paragraphs change.
 */

/** Word-class and word-sense flags of a token; combined as a bit set. */
export const Tag = {
  Punctuation: 1 << 0,
  Noun: 1 << 1,
  ProperNoun: 1 << 2,
  Person: 1 << 3,
  Place: 1 << 4,
  Organization: 1 << 5,
  Pronoun: 1 << 6,
  Possessive: 1 << 7,
  Plural: 1 << 8,
  Verb: 1 << 9,
  PastTense: 1 << 10,
  PresentTense: 1 << 11,
  Infinitive: 1 << 12,
  Gerund: 1 << 13,
  Participle: 1 << 14,
  Copula: 1 << 15,
  Auxiliary: 1 << 16,
  Modal: 1 << 17,
  Negative: 1 << 18,
  Adjective: 1 << 19,
  Adverb: 1 << 20,
  Determiner: 1 << 21,
  Preposition: 1 << 22,
  Conjunction: 1 << 23,
  Value: 1 << 24,
  Date: 1 << 25,
  Honorific: 1 << 26,
  Acronym: 1 << 27,
  Demonym: 1 << 28,
  Particle: 1 << 29,
} as const;

/** A word, a possessive ending (`'s`) or one punctuation mark. */
export interface Token extends Span {
  readonly text: string;
  /** Lower case, with curly apostrophes made straight. */
  readonly lower: string;
  /** Bit set of {@link Tag}. */
  readonly tags: number;
}

/** Half-open range of token indices. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** What the parser reads off a paragraph. */
export interface Syntax {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Consecutive; together they cover all tokens. */
  readonly sentences: readonly TokenRange[];
}

/** A quotation within one paragraph; a quotation that runs on is joined at the article stage. */
export interface ParagraphQuotation {
  /** With its marks. */
  readonly span: Span;
  /** Without its marks. */
  readonly inner: Span;
  /** Where a mark stands; neither for a block quote. A quotation that runs on has `open` and no `close`. */
  readonly marks: { readonly open: boolean; readonly close: boolean };
  readonly role: QuotationRole;
  /** Nesting depth: 0 for the outermost. */
  readonly depth: number;
}

/** An attribution as found in one paragraph, before actors are known. */
export interface ParagraphAttribution {
  readonly kind: AttributionKind;
  readonly cueKind: CueKind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  /** The words that name the source, whole noun phrase included; null where none is given in this paragraph. */
  readonly source: readonly Span[] | null;
  readonly via: readonly { readonly mention: readonly Span[]; readonly cue: readonly Span[] }[];
  readonly channel: readonly (readonly Span[])[];
  readonly hearsay: Span | null;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/**
 * Words that may refer to an actor, as read off the paragraph alone.
 * `span` is the core mention (the name, or the noun phrase of a description, or the pronoun) without apposition.
 */
export interface Mention {
  readonly span: Span;
  readonly form: MentionForm;
  /** The last word of a name or the head noun of a description, lower case; the pronoun itself. */
  readonly head: string;
}
