import type { CheckCode } from '../../analysis/contract';

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
}

/** The user does not want to see a check: at one place, in one file (`target` null), or anywhere (`file` null as well). */
export interface Dismissal extends Recorded {
  readonly kind: 'dismiss';
  readonly check: CheckCode;
  /** Relative to the workspace folder, with `/`. */
  readonly file: string | null;
  readonly target: Anchor | null;
}

/** What the user said about a finding. */
export type Decision = Dismissal;
