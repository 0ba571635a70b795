/**
 * The analysis of one article: what the command line prints, tests read and every surface shows.
 *
 * Plain data, versioned: a change of meaning changes {@link ANALYSIS_VERSION}. Offsets are UTF-16 code units into
 * the article's text, the unit of VS Code and LSP. Ring 1 emits codes and arguments, never sentences for people.
 */
export const ANALYSIS_VERSION = 1;

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Analysis {
  readonly version: typeof ANALYSIS_VERSION;
  readonly id: string | null;
  readonly file: string | null;
  /** ISO 639-1 code, or `und` where the text is too short to tell. */
  readonly language: string;
  /** Not all of the text has been analysed yet. */
  readonly partial: boolean;
  readonly article: Anatomy;
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
  readonly actors: readonly Actor[];
  readonly checks: readonly Check[];
  readonly decisions: readonly AppliedDecision[];
}

/** What a part that is no article text is instead; `other` where only its look says so. */
export type ExcludedKind =
  'caption' | 'credit' | 'related' | 'share' | 'newsletter' | 'correction' | 'metadata' | 'other';

export interface ExcludedPart extends Span {
  readonly kind: ExcludedKind;
}

/** The parts of the article; `excluded` is what is no article text (captions, credits, share lines). */
export interface Anatomy {
  readonly headline: Span | null;
  /** The sentence or two under the headline that sum the story up. */
  readonly standfirst: Span | null;
  readonly byline: Span | null;
  readonly dateline: Span | null;
  /** ISO 8601 calendar date. */
  readonly date: string | null;
  readonly outlet: string | null;
  readonly excluded: readonly ExcludedPart[];
}

export type QuotationRole = 'speech' | 'title' | 'scare';

/** A passage in quotation marks; the span includes the marks. */
export interface Quotation {
  readonly span: Span;
  readonly role: QuotationRole;
  /** False where a mark has no partner. */
  readonly balanced: boolean;
  /** Id of the attribution whose content it is part of. */
  readonly attribution: string | null;
  /** Ids of the decisions that changed it; missing where there are none. */
  readonly decisions?: readonly string[];
}

/** `direct`: all of the content in quotation marks; `indirect`: none of it; `mixed`: some. */
export type AttributionKind = 'direct' | 'indirect' | 'mixed';

/** `speech`: said, wrote, warned; `other`: thinks, wants, plans. */
export type CueKind = 'speech' | 'other';

export interface Attribution {
  /** Positional (`a1`, `a2`, …): not a key across edits. */
  readonly id: string;
  readonly kind: AttributionKind;
  readonly cueKind: CueKind;
  /** The words attributed; never empty. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  /** Null where nobody is given. */
  readonly source: SourceMention | null;
  /** Who passed the claim on, nearest to the claim first. */
  readonly via: readonly Via[];
  /** Where or to whom it was said, without vouching for it. */
  readonly channel: readonly Channel[];
  /** "reportedly", "is believed to". */
  readonly hearsay: Span | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** Why it was marked: codes such as `cue:told`, `quotation`, `previous-speaker`. */
  readonly evidence: readonly string[];
  readonly origin: 'analysis' | 'user';
  /** Missing where the user said nothing of it. */
  readonly verification?: Verification;
  /** Ids of the decisions that changed it; missing where there are none. */
  readonly decisions?: readonly string[];
}

export type VerificationStatus = 'unchecked' | 'confirmed' | 'disputed' | 'wrong';

/** What came out when the user looked into a claim. */
export interface Verification {
  readonly status: VerificationStatus;
  /** Empty where there is none. */
  readonly note: string;
}

export interface SourceMention {
  readonly mention: readonly Span[];
  /** Id of an {@link Actor}. */
  readonly actor: string;
}

export interface Via extends SourceMention {
  readonly cue: readonly Span[];
}

export interface Channel {
  readonly mention: readonly Span[];
  readonly actor: string | null;
}

export type ActorType =
  'person' | 'organization' | 'publication' | 'government' | 'group' | 'document' | 'unknown';

export interface Actor {
  /** Positional (`k1`, `k2`, …). */
  readonly id: string;
  /** The fullest name, or for an unnamed actor the fullest description. */
  readonly name: string;
  readonly type: ActorType;
  readonly anonymous: boolean;
  readonly plural: boolean;
  readonly roles: readonly Role[];
  /** Null when named. */
  readonly anonymity: Anonymity | null;
  readonly mentions: readonly ActorMention[];
  /** What the user's word list, and not the article, says of it; missing where it is not on the list. */
  readonly listed?: Listed;
  /** What the user noted on it; missing where there is no note. */
  readonly note?: string;
  /** The user wants it named in no export; missing otherwise. */
  readonly confidential?: true;
  /** Ids of the decisions that changed it; missing where there are none. */
  readonly decisions?: readonly string[];
}

export interface Listed {
  readonly role: string | null;
  readonly affiliation: string | null;
}

export interface Role {
  readonly text: string;
  readonly span: Span;
  /** "former", "ex-", "then". */
  readonly former: boolean;
  readonly affiliation: Affiliation | null;
}

export interface Affiliation {
  readonly text: string;
  readonly span: Span;
  readonly actor: string | null;
}

/**
 * `individual` and `group`: unnamed people; `role`: speaks for a stated organization (a spokesman);
 * `collective`: an unnamed body of people with an office ("police", "prosecutors").
 */
export type AnonymityClass = 'individual' | 'group' | 'role' | 'collective';
export type StatedCount = 'one' | 'two' | 'several' | 'unstated';

export interface Anonymity {
  readonly class: AnonymityClass;
  readonly count: StatedCount;
  /** The words that describe who it is. */
  readonly descriptor: readonly Span[];
  /** How the source knows: "briefed on the talks". */
  readonly basis: readonly Span[];
  /** Why no name is given: "because they were not authorised to speak". */
  readonly reason: readonly Span[];
  /** Terms such as "on background". */
  readonly conditions: readonly Span[];
}

export type MentionForm = 'name' | 'description' | 'pronoun';

export interface ActorMention {
  readonly span: readonly Span[];
  readonly form: MentionForm;
}

export type CheckCode =
  | 'anonymity.reason-missing'
  | 'anonymity.basis-missing'
  | 'anonymity.vague'
  | 'anonymity.count-unclear'
  | 'anonymity.single-source'
  | 'anonymity.reason-generic'
  | 'anonymity.first-quote'
  | 'anonymity.declined-conflict'
  | 'anonymity.pseudonym'
  | 'attribution.missing'
  | 'attribution.second-hand'
  | 'attribution.late'
  | 'attribution.speaker-switch'
  | 'quotation.unbalanced'
  | 'source.first-mention'
  | 'source.name-variant'
  | 'source.single-voice'
  | 'cue.loaded';

/** A newsroom rule that the text does not meet. */
export interface Check {
  readonly code: CheckCode;
  /** What the sentence for people needs to name. */
  readonly args: Readonly<Record<string, string | number>>;
  readonly span: Span;
  readonly attribution: string | null;
  readonly actor: string | null;
}

export interface AppliedDecision {
  readonly id: string;
  /** `orphaned`: the words that it is about are gone; `superseded`: a later decision on the same thing holds. */
  readonly state: 'applied' | 'orphaned' | 'superseded';
  /** The checks that it took out. */
  readonly dismissed: readonly Check[];
}
