import type {
  ActorType,
  AttributionKind,
  CueKind,
  MentionForm,
  QuotationRole,
  Span,
  StatedCount,
} from './contract';

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

/** How a description picks out whom it means: "the", "these", "a", "its" or "the city's", or no determiner. */
export type Determination = 'definite' | 'demonstrative' | 'indefinite' | 'possessive' | 'bare';

/** A name as read off one mention. */
export interface NameReading {
  /** The name without titles and roles: "Jane Q. Doe". */
  readonly span: Span;
  /** Its words in lower case, without title, nickname, suffix and full stops. */
  readonly words: readonly string[];
  /** "Mr.", "Sen.", "President": as written; null where there is none. */
  readonly title: string | null;
  /** The name in quotation marks inside a name, lower case. */
  readonly nickname: string | null;
  /** Written in capitals throughout where its surroundings are not, so perhaps an acronym. */
  readonly acronym: boolean;
  /** In a headline in title case or capitals, where a capital says nothing: to be confirmed by another mention. */
  readonly tentative: boolean;
}

/** A role as one phrase states it: "spokeswoman" of "the city council". */
export interface RoleReading {
  readonly span: Span;
  /** Head noun, lower case and singular. */
  readonly head: string;
  readonly former: boolean;
  readonly affiliation: Span | null;
}

/** What the type was read from: words that state it, the parser's word lists, the mere shape of a name. */
export type TypeEvidence = 'stated' | 'listed' | 'shape' | 'none';

/** Words that may refer to an actor, as read off the paragraph alone. */
export interface Mention {
  /** The name with what stands before it, the noun phrase of a description, or the pronoun; no apposition. */
  readonly span: Span;
  readonly form: MentionForm;
  /** The last word of a name or the head noun of a description, lower case; the pronoun itself. */
  readonly head: string;
  /** Null unless the form is `name`. */
  readonly name: NameReading | null;
  readonly type: ActorType;
  readonly typeEvidence: TypeEvidence;
  readonly plural: boolean;
  readonly count: StatedCount;
  readonly determination: Determination;
  /** Modifiers of the head noun, lower case: what tells two descriptions with one head apart. */
  readonly modifiers: readonly string[];
  /** The pronoun that the words themselves call for ("spokeswoman", "Mrs"): for linking pronouns, never shown. */
  readonly calledFor: 'he' | 'she' | null;
  readonly roles: readonly RoleReading[];
  /** Index of the mention that this one renames in an apposition, or null. */
  readonly renames: number | null;
  /** Indices of the mentions joined by "and" of which this one consists; usually empty. */
  readonly members: readonly number[];
  readonly anonymity: {
    readonly basis: readonly Span[];
    readonly reason: readonly Span[];
    readonly conditions: readonly Span[];
  };
  /** Index of its sentence in the paragraph. */
  readonly sentence: number;
  /** Stands as the subject of a clause. */
  readonly subject: boolean;
  /** Stands where a place would: after "in", "at", "from", "near", "to". */
  readonly located: boolean;
  /**
   * For "it" and "they": where a thing that is no actor was named last before, and may be meant instead, as the index
   * of the first mention after that thing.
   */
  readonly rival: number | null;
  /** The attribution in whose content it stands, by index, and whether in its quoted words. */
  readonly within: { readonly attribution: number; readonly quoted: boolean } | null;
}

/** The mentions behind the parts of one attribution, as indices into {@link ParagraphMentions.mentions}. */
export interface AttributedMentions {
  readonly source: number | null;
  readonly via: readonly (number | null)[];
  readonly channel: readonly (number | null)[];
}

export interface ParagraphMentions {
  /** In the order of the text; a mention may lie inside another ("Ann Lee's lawyer"). */
  readonly mentions: readonly Mention[];
  /** One for each attribution of the paragraph, in the same order. */
  readonly attributed: readonly AttributedMentions[];
}

/** What the paragraph stages make of one paragraph. */
export interface ParagraphAnalysis {
  readonly syntax: Syntax;
  readonly quotations: readonly ParagraphQuotation[];
  readonly attributions: readonly ParagraphAttribution[];
  readonly mentions: ParagraphMentions;
}
