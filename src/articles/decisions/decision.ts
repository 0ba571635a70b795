import type { AnonymityClass, CheckCode, VerificationStatus } from '../../analysis/contract';

/**
 * Where a decision applies: the quoted text with its surroundings, which survives edits, and the position as a hint
 * (W3C Web Annotation Data Model, TextQuoteSelector and TextPositionSelector; offsets in UTF-16 code units).
 */
export interface Anchor {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

interface Recorded {
  /** Never given twice, also not by two people at once. */
  readonly id: string;
  /** When it was made: ISO 8601, UTC. */
  readonly at: string;
  /** Kept in the editor's own storage only, never in the file. */
  readonly private?: true;
}

/** The user does not want to see a check: at one place, in one file (`target` null), or anywhere (`file` null as well). */
export interface Dismissal extends Recorded {
  readonly kind: 'dismiss';
  readonly check: CheckCode;
  /** Relative to the workspace folder, with `/`. */
  readonly file: string | null;
  readonly target: Anchor | null;
}

/** A decision about one place of one file. */
interface About<K extends string> extends Recorded {
  readonly kind: K;
  /** Relative to the workspace folder, with `/`. */
  readonly file: string;
  readonly target: Anchor;
}

/** The words are no source: these alone (`mention`), or whoever they mean (`actor`). Claims are left with nobody. */
export interface NotSource extends About<'not-source'> {
  readonly scope: 'mention' | 'actor';
}

/** The words in quotation marks are nobody's speech. */
export type NotQuote = About<'not-quote'>;

/** The words (a claim's content) are attributed to nobody: no claim. */
export type NotClaim = About<'not-claim'>;

/** A claim is somebody else's: of the actor whose mention `source` is, of whom those words name, or of nobody (null). */
export interface OtherSource extends About<'other-source'> {
  readonly source: Anchor | null;
}

/** Two actors are one; `target` is a mention of one, `other` of the other. */
export interface SameAs extends About<'same-as'> {
  readonly other: Anchor;
}

/** Mentions (`target` and `others`) are not of the actor that they are taken for, but of another one. */
export interface Split extends About<'split'> {
  readonly others: readonly Anchor[];
  /** Null: as the words call it. */
  readonly name: string | null;
}

/** The actor that `target` mentions has a name in this article. */
export interface Named extends About<'named'> {
  /** Null: as the words call it. */
  readonly name: string | null;
}

/** The actor that `target` mentions is not named in this article. */
export interface Anonymous extends About<'anonymous'> {
  readonly class: AnonymityClass;
}

/** A claim that was missed; `target` is its content, its kind is read from the quotations. */
export interface AddClaim extends About<'add-claim'> {
  readonly source: Anchor | null;
  readonly cue: Anchor | null;
}

/** A source that was missed: the words that name it; `claim` is the content of what it is the source of. */
export interface AddSource extends About<'add-source'> {
  readonly claim: Anchor | null;
}

/** A quote that was missed; a claim of nobody where it is in none. */
export type AddQuote = About<'add-quote'>;

/** A claim, with its source, is right; `target` is its content. */
export type Confirm = About<'confirm'>;

export const VERIFICATION_STATUSES: readonly VerificationStatus[] = [
  'unchecked',
  'confirmed',
  'disputed',
  'wrong',
];

/** What a claim (`target` is its content) is worth, once somebody looked into it. */
export interface Status extends About<'status'> {
  readonly status: VerificationStatus;
  /** Empty where there is none. */
  readonly note: string;
}

/** A note on the actor that `target` mentions. */
export interface Note extends About<'note'> {
  readonly note: string;
}

/** The actor that `target` mentions is named in no export. Always private. */
export interface Confidential extends About<'confidential'> {
  readonly private: true;
}

export type Correction =
  | NotSource
  | NotQuote
  | NotClaim
  | OtherSource
  | SameAs
  | Split
  | Named
  | Anonymous
  | AddClaim
  | AddSource
  | AddQuote
  | Confirm
  | Status
  | Note
  | Confidential;

/** What the user said about a finding. */
export type Decision = Dismissal | Correction;
export type DecisionKind = Decision['kind'];
export type DecisionOf<K extends DecisionKind> = Extract<Decision, { kind: K }>;
