import type { Span } from '../contract';
import { isSpace } from '../characters';
import { matches } from '../matches';

/**
 * A character (or two: `''`) that may be a quotation mark. How plausible each reading is, is put as a cost; the
 * pairing takes the cheapest reading of all marks together. The costs have no unit; a full mark gone missing is
 * about 4, and a difference of a tenth only breaks ties.
 */
export interface Mark extends Span {
  readonly open: number;
  readonly close: number;
  /** The cost of taking it for no quotation mark: an apostrophe, a prime, a slip of the pen. */
  readonly stray: number;
  /** The cost of opening a quotation that is not closed in this paragraph. */
  readonly unclosed: number;
  /** The cost of closing one that is not opened in it. */
  readonly unopened: number;
  /** The cost of a closing mark in mid-sentence: a quotation that begins a sentence seldom ends so. */
  readonly abrupt: number;
  readonly curly: boolean;
  /** A sentence ends before it, and a capital or figure comes after. */
  readonly startsSentence: boolean;
  /** A comma, a full stop or the like stands before it. */
  readonly punctuated: boolean;
  /** May as well be the apostrophe of a plural possessive or of a dropped letter. */
  readonly apostrophe: boolean;
}

/** Marks that can pair with each other, each list in the order of the text. */
export interface Marks {
  readonly double: readonly Mark[];
  readonly guillemet: readonly Mark[];
  readonly single: readonly Mark[];
}

type Family = keyof Marks;
type Glyph = 'open' | 'close' | 'low' | 'straight';

const GLYPHS: Readonly<Record<string, readonly [Family, Glyph]>> = {
  '"': ['double', 'straight'],
  '＂': ['double', 'straight'],
  '“': ['double', 'open'],
  '‟': ['double', 'open'],
  '❝': ['double', 'open'],
  '”': ['double', 'close'],
  '❞': ['double', 'close'],
  '„': ['double', 'low'],
  "'": ['single', 'straight'],
  '`': ['single', 'open'],
  '´': ['single', 'close'],
  '‘': ['single', 'open'],
  '‛': ['single', 'open'],
  '’': ['single', 'close'],
  '‚': ['single', 'low'],
  '«': ['guillemet', 'open'],
  '»': ['guillemet', 'close'],
  '‹': ['guillemet', 'open'],
  '›': ['guillemet', 'close'],
};
/** Marks in a row; a tag of HTML, whose marks are none, is taken as one. */
const ANY_GLYPH = /<[a-z/][^<>]{0,500}>|["＂“‟❝”❞„'`´‘‛’‚«»‹›]+/gi;

const DOUBLE = /["＂“‟❝”❞„«»‹›]|['`´‘‛’‚]{2}/g;

/** A quick look whether {@link readMarks} may find a double mark anywhere but at these places. */
export function mayHaveDouble(text: string, except: ReadonlySet<number>): boolean {
  for (const { index, 0: glyph } of matches(text, DOUBLE))
    if (glyph.length > 1 || !except.has(index)) return true;
  return false;
}

/** More marks in a row than this are decoration. */
const LONGEST_RUN = 4;

/** Reads the possible quotation marks of a paragraph; linear time. */
export function readMarks(text: string): Marks {
  const marks: Record<Family, Mark[]> = { double: [], guillemet: [], single: [] };
  const curlyPairs = text.includes('‘‘') || text.includes('``');
  const guillemetsPointInwards = pointInwards(text);
  for (const match of matches(text, ANY_GLYPH)) {
    const run = match[0];
    const end = match.index + run.length;
    if (run.length > LONGEST_RUN || run.startsWith('<') || isWithinWord(text, match.index, end)) continue;
    if (isRockAndRoll(text, match.index)) continue;
    const surroundings = lookAround(text, match.index, end);
    let start = match.index;
    for (const part of splitRun(run, surroundings.lean > 0, curlyPairs)) {
      const [family, glyph] = part.length === 2 ? doubled(part) : (GLYPHS[part] ?? ['double', 'straight']);
      const span = { start, end: start + part.length };
      start = span.end;
      if (family === 'single') {
        const mark = singleMark(text, span, glyph, surroundings, run.length === 1);
        if (mark) marks.single.push(mark);
      } else if (!isPrime(text, span.start)) {
        const turned = family === 'guillemet' && guillemetsPointInwards;
        marks[family].push(doubleMark(span, turned ? turn(glyph) : glyph, surroundings));
      }
    }
  }
  return marks;
}

type Side = 'edge' | 'opening' | 'dash' | 'punctuation' | 'word';

interface Surroundings {
  readonly before: Side;
  readonly after: Side;
  readonly previous: string;
  readonly next: string;
  /** From -2, must close, by way of 0, cannot tell, to 2, must open. */
  readonly lean: number;
  readonly startsSentence: boolean;
  /** First in the paragraph. */
  readonly leads: boolean;
  /** A comma or colon, as before speech, comes before, and a capital after. */
  readonly introduced: boolean;
}

function lookAround(text: string, start: number, end: number): Surroundings {
  let from = start - 1;
  let to = end;
  // Markdown's emphasis is no part of the text.
  while (from >= 0 && start - from < 4 && isEmphasis(text[from])) from--;
  while (to < text.length && to - end < 3 && isEmphasis(text[to])) to++;
  const previous = text[from] ?? '';
  const next = text[to] ?? '';
  const before = sideOf(previous);
  const after = sideOf(next);
  let last = from;
  while (last >= 0 && isSpace(text.charCodeAt(last))) last--;
  const lastCharacter = text[last] ?? '';
  const capital = /[\p{Lu}\p{N}$£€]/u.test(next);
  return {
    before,
    after,
    previous,
    next,
    lean: leanOf(text, before, after, to, from < 0, to >= text.length),
    startsSentence: capital && (last < 0 || /[.!?…:"”’'»)\]]/.test(lastCharacter)),
    leads: last < 0 || (lastCharacter === '>' && last === 0),
    introduced: capital && /[,:]/.test(lastCharacter),
  };
}

function leanOf(
  text: string,
  before: Side,
  after: Side,
  to: number,
  atStart: boolean,
  atEnd: boolean,
): number {
  if (atEnd) return atStart ? 0 : -2;
  if (before === 'edge' || before === 'opening') {
    if (after === 'word' || after === 'opening' || after === 'dash') return 2;
    if (after === 'punctuation') return /^(?:\.\.|…|[)\]]?\.\d)/.test(text.slice(to, to + 3)) ? 2 : -1;
    return atStart ? 1 : 0;
  }
  if (after === 'edge' || after === 'punctuation') return -2;
  if (before === 'dash' || after === 'opening') return after === 'dash' ? -1 : 0;
  if (after === 'dash') return -1;
  return 0;
}

function sideOf(character: string): Side {
  if (character === '' || isSpace(character.charCodeAt(0))) return 'edge';
  if ('([{<¿¡'.includes(character)) return 'opening';
  if ('-‐‑‒–—―/|'.includes(character)) return 'dash';
  if ('.,!?;:…)]}>'.includes(character)) return 'punctuation';
  return 'word';
}

/** Indexed by lean + 2. */
const OPENING = [4, 1.5, 0.3, 0.1, 0];
const CLOSING = [0, 0.1, 0.3, 1.5, 4];
/** Less than a stray mark, so that a mark alone is one half of a quotation. */
const MISSING = 2.9;
const NEVER = 50;

function doubleMark(span: Span, glyph: Glyph, around: Surroundings): Mark {
  const { lean } = around;
  const unspaced = around.before === 'word' && around.after === 'word';
  const afterFigure = glyph === 'straight' && lean < 2 && /\d/.test(around.previous);
  return {
    start: span.start,
    end: span.end,
    open: (OPENING[lean + 2] ?? 0) + (glyph === 'close' ? againstGlyph(lean) : 0),
    close: glyph === 'low' ? NEVER : (CLOSING[lean + 2] ?? 0) + (glyph === 'open' ? againstGlyph(-lean) : 0),
    stray: afterFigure
      ? 1
      : unspaced && glyph === 'straight'
        ? 0.2
        : around.startsSentence || around.introduced
          ? 6
          : 3,
    unclosed: MISSING,
    unopened: MISSING,
    abrupt: around.startsSentence ? 1.6 : 0,
    curly: glyph !== 'straight',
    startsSentence: around.startsSentence,
    punctuated: around.before === 'punctuation' || around.before === 'dash',
    apostrophe: false,
  };
}

/**
 * The cost of turning a curly mark round. Where its place is clear it is a slip of the pen; where it is not, its shape
 * is the only sign; and where place and shape agree it cannot be.
 *
 * @param lean of its place towards the other reading
 */
function againstGlyph(lean: number): number {
  return lean === 2 ? 1 : lean === -2 ? NEVER : 3;
}

/** Words that begin with an apostrophe: ’em, ’til, ’tis, the ’90s. */
const CLIPPED_START =
  /^(?:\d0s|(?:em|til|tis|twas|twill|cause|bout|round|cos|neath|hood|fraid|kay)(?!\p{L}))/iu;
/** Letters after which an apostrophe may end a word: players’, goin’, ol’, th’. */
const CLIPPED_END = /(?:[sxz]|in|ol|th|\bo|\bd)$/i;

/** Null for an apostrophe within a word. */
function singleMark(
  text: string,
  span: Span,
  glyph: Glyph,
  around: Surroundings,
  alone: boolean,
): Mark | null {
  if (alone && around.before === 'word' && around.after === 'word') return null;
  const common = {
    ...span,
    curly: glyph !== 'straight',
    startsSentence: around.startsSentence,
    punctuated: around.before === 'punctuation' || around.before === 'dash',
    unopened: NEVER,
    abrupt: around.startsSentence ? 0.2 : 0,
  };
  if (around.lean > 0) {
    const clipped = CLIPPED_START.test(text.slice(span.end, span.end + 6));
    const opening = glyph === 'open' || glyph === 'low';
    return {
      ...common,
      open: (clipped ? 1.2 : 0) + (opening ? 0 : glyph === 'close' ? 1.5 : 0.2),
      close: NEVER,
      stray: clipped || glyph === 'close' ? 0 : opening ? 3 : 1.5,
      unclosed: around.leads || around.introduced ? (opening ? 2.5 : 1.35) : NEVER,
      apostrophe: clipped,
    };
  }
  if (glyph === 'low' || around.before === 'edge') return null;
  const endsWord = around.before === 'word';
  const clipped = endsWord && CLIPPED_END.test(text.slice(Math.max(0, span.start - 3), span.start));
  const inSentence = around.after === 'edge' && /^\s\p{L}/u.test(text.slice(span.end, span.end + 2));
  const figure = /\d/.test(around.previous);
  const wrongWay = glyph === 'open' ? 1 : 0;
  return {
    ...common,
    open: around.lean === 0 && !endsWord ? 0.3 : NEVER,
    close: wrongWay + (!endsWord ? 0 : clipped ? (inSentence ? 1 : 0.4) : figure ? 0.5 : 0.3),
    stray: !endsWord ? 2 : clipped ? (inSentence ? 0 : 0.3) : figure ? 0.2 : 0.7,
    unclosed: NEVER,
    apostrophe: clipped && inSentence,
  };
}

const TWO_OR_ONE = /''|``|‘‘|./gs;
const TWO_OR_ONE_CURLY = /''|``|‘‘|’’|./gs;

/** Cuts a run of marks into single and double ones: `'''` opens as `''` `'` and closes as `'` `''`. */
function splitRun(run: string, opening: boolean, curlyPairs: boolean): string[] {
  if (run.length === 1) return [run];
  const parts = curlyPairs ? TWO_OR_ONE_CURLY : TWO_OR_ONE;
  if (opening) return run.match(parts) ?? [];
  return (Array.from(run).reverse().join('').match(parts) ?? []).reverse();
}

function doubled(pair: string): readonly [Family, Glyph] {
  return ['double', pair === "''" ? 'straight' : pair === '’’' ? 'close' : 'open'];
}

function turn(glyph: Glyph): Glyph {
  return glyph === 'open' ? 'close' : 'open';
}

/** »so« rather than «so». */
function pointInwards(text: string): boolean {
  return /(?:^|[\s(\[—–-])[»›](?=[^\s.,;:!?)])/.test(text) && !/(?:^|[\s(\[—–-])[«‹](?=\S)/.test(text);
}

/** The inch mark of 5'10". */
function isPrime(text: string, at: number): boolean {
  return /\d['’′]\s?\d{1,2}(?:\.\d|½)?$/.test(text.slice(Math.max(0, at - 8), at));
}

/** The quick way past the apostrophe of most words: it's, O'Neill. */
function isWithinWord(text: string, start: number, end: number): boolean {
  return (
    end - start === 1 &&
    "'’".includes(text.charAt(start)) &&
    isAsciiLetter(text.charCodeAt(start - 1)) &&
    isAsciiLetter(text.charCodeAt(end))
  );
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Both apostrophes of rock ’n’ roll. */
function isRockAndRoll(text: string, at: number): boolean {
  return (
    /^['‘’][nN]['’](?!\p{L})/u.test(text.slice(at, at + 4)) ||
    /^['‘’][nN]['’]$/.test(text.slice(Math.max(0, at - 2), at + 1))
  );
}

function isEmphasis(character: string | undefined): boolean {
  return character === '*' || character === '_';
}
