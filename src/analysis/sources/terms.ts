import type { Span } from '../contract';
import type { Token, TokenRange } from '../paragraph';
import { matches } from '../matches';
import { readyWhenUsed } from '../ready';

/** What a text says about an unnamed source besides who it is. */
export interface Terms {
  readonly basis: readonly Span[];
  readonly reason: readonly Span[];
  readonly conditions: readonly Span[];
}

/** A phrase about anonymity, by token range. */
export interface Term extends TokenRange {
  readonly kind: keyof Terms;
}

/**
 * Wordings, and a word of theirs that a quick look finds first: most sentences hold none, and V8 takes some ten
 * milliseconds to compile a long pattern for its first text.
 */
type Wordings = readonly [hint: RegExp, patterns: readonly RegExp[]];

const any = (source: string): RegExp => new RegExp(`\\b(?:${source})`, 'giu');
/** Up to the end of the clause: a comma, a dash, a quotation mark, a full stop that ends no initial. */
const clause =
  '[^,;:.!?“”"()—–]*(?:(?<=\\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Jr|Sr))\\.[^,;:.!?“”"()—–]*)*';
const not = "(?:\\s?not|n[’']t)";
const own = '(?:his|her|their|its|my|our)';
const names = '(?:(?:full |last |first |real )?names?|identit(?:y|ies))';
const identified = '(?:(?:publicly |further |otherwise )?(?:named|identified|quoted|cited)(?: by name)?)';
const unnamed = '(?:anonymous|unnamed|unidentified|nameless)';
const withheld = `(?:(?:be|being|is|are|was|were|have|to have) (?:\\w+ ){0,2}(?:withheld|kept)|not be (?:used|published|printed|disclosed|revealed|given))`;

/** What is asked for: not to be named. */
const anonymity = [
  '(?:strict |complete |full )?anonymity',
  `(?:not|n[’']t) to be ${identified}`,
  `to not be ${identified}`,
  `to (?:remain|stay|be|go|speak|be quoted) (?:${unnamed}|anonymously)`,
  `(?:that )?(?:[\\w’']+ ){1,4}?(?:not be ${identified}|remain ${unnamed}|${withheld})`,
  `to (?:have ${own} ${names} withheld|withhold ${own} ${names})`,
].join('|');
const asking =
  '(?:ask|request|insist|prefer|wish|want|demand|choose|seek|opt)(?:s|ed|red|ing|ring)?|chose|choosing|sought';
const refusing = `(?:declin|refus)(?:es|ed|ing)|(?:did|does|do|would|could|can)${not}(?: (?:want|wish|agree|like))?|unwilling|not willing`;

const naming =
  /anonym|\bnam|identi|background|record|attribution|withh|quoted|cited|privately|confidential/iu;

/** The terms on which somebody speaks, as news prose words them; they speak of naming somebody. */
const conditions: readonly Wordings[] = [
  [/condition/iu, [any(`(?:on|under) (?:the |a )?condition (?:of )?(?:${anonymity})`)]],
  [naming, [any(`(?:${asking})(?: only)?(?: on| for)? (?:${anonymity})`)]],
  [
    /declin|refus|\b(?:did|does|do|would|could|can)(?:\s?not|n[’']t)|willing/iu,
    [
      any(
        `(?:${refusing}) (?:to )?(?:be ${identified}|(?:give|provide|disclose|reveal|share|have) ${own} ${names}(?: (?:used|published|printed))?|identify (?:him|her|them)sel(?:f|ves))`,
      ),
    ],
  ],
  [/ only /iu, [any(`(?:gave|gives|giving|provided) only (?:${own}|a) (?:first |last )?names?`)]],
  [
    /anonymity/iu,
    [
      any(
        '(?:(?:is|are|was|were|been|being) )?(?:granted|given|promised|offered|guaranteed|afforded) anonymity',
      ),
      any('anonymity (?:is|was|has been|is being) (?:granted|given|promised)'),
    ],
  ],
  [
    /anonymously|privately|confidentially/iu,
    [
      any(
        '(?:spoke|speaks|speaking|speak|spoken|talked|talking|talk|said|interviewed|quoted) (?:anonymously|privately|confidentially)',
      ),
    ],
  ],
  [/background/iu, [any('on (?:deep )?background(?! (?:check|noise|music|paper|stor|investig))')]],
  [
    /record|attribution|without being/iu,
    [any(`off the record|not for attribution|without attribution|without being ${identified}`)],
  ],
  [/ not to (?:name|identify)/iu, [any(`agree(?:d|s|ing) not to (?:name|identify)`)]],
  [
    /withheld|not being/iu,
    [
      any(
        `whose ${names} (?:(?:is|are|was|were|has been|have been) )?(?:being |been )?(?:withheld|not being (?:used|disclosed))`,
      ),
      any(`${own} ${names} (?:is|are|was|were) (?:being )?withheld`),
    ],
  ],
  [/\bwho (?:is|are|was|were)/iu, [any(`(?<=\\bwho )(?:is|are|was|were)${not} (?:being )?${identified}`)]],
  [
    /\bcan(?:not|[’']t| not) be|\bcould(?:\s?not|n[’']t) be/iu,
    [any(`can(?:not|[’']t| not) be ${identified}|could${not} be ${identified}`)],
  ],
];

/** Who lacks leave to speak has a reason to stay unnamed, whether or not the text says that he does. */
const speaking =
  '(?:speak|talk|discuss|comment|disclose|brief|share|give|release|reveal|be quoted|be named|address|describe|divulge|provide)';
const leave: Wordings = [
  /authori|permi|allow|clear|liberty|free|suppos|barred|forbid|prohibit|banned/iu,
  [
    any(
      `(?:(?:who|as|since|because) )?(?:(?:he|she|they|it|neither|none) )?(?:(?:is|are|was|were|had|have|has)${not} (?:been |yet )?|not |neither (?:is|was|were) |(?:is|are|was|were) un)(?:(?:officially|formally|legally) )?(?:authori[sz]ed|permitted|allowed|cleared|at liberty|free|supposed) to (?:\\w+ly )?${speaking}\\b${clause}`,
    ),
    any(
      `(?:(?:who|as|since|because) )?(?:(?:he|she|they|it) )?(?:lack(?:s|ed|ing)|without|did${not} have|do(?:es)?${not} have) (?:the )?(?:authori[sz]ation|authority|permission|clearance) to (?:\\w+ly )?${speaking}\\b${clause}`,
    ),
    any(
      `(?:(?:who|as|since|because) )?(?:(?:he|she|they|it) )?(?:is|are|was|were) (?:barred|forbidden|prohibited|banned) (?:from|to) (?:\\w+ly )?(?:speak|talk|discuss|comment|disclos)\\w*${clause}`,
    ),
  ],
];

/** What else can be a reason, told right before or after the terms. */
const reasons: readonly Wordings[] = [
  [/because/iu, [any(`because\\b${clause}`)]],
  [/citing|fearing|lest/iu, [any(`(?:citing|fearing|lest)\\b${clause}`)]],
  [
    /fear|concern|worr|safety|privacy|respect/iu,
    [
      any(
        `(?:for|out of|over|amid|on account of) (?:\\w+ )?(?:fears?|concerns?|worr(?:y|ies)|safety|privacy|respect)\\b${clause}`,
      ),
    ],
  ],
  [/reason/iu, [any(`for (?:[\\w’']+ ){1,3}reasons?\\b${clause}`)]],
  [
    /due to|owing to|given|considering|in view of|in light of/iu,
    [any(`(?:due to|owing to|given|considering|in view of|in light of)\\b${clause}`)],
  ],
  [
    /\b(?:as|since|so)\b/iu,
    [
      any(`(?:as|since|so(?: that)?) (?:he|she|they|the|${own}|this|it|no|any|such)\\b${clause}`),
      any(`so as (?:not )?to\\b${clause}`),
    ],
  ],
  [
    /\bto (?:[stdrcegoa]|be|protect|preserve|provide|prevent)/iu,
    [
      any(
        `(?:in order )?(?:not )?to (?:speak|talk|discuss|describe|share|disclose|reveal|recount|detail|relay|convey|explain|comment|give|offer|provide|be (?:candid|frank|open|honest|blunt)|protect|preserve|shield|safeguard|avoid|prevent)\\b${clause}`,
      ),
    ],
  ],
  [
    /rules|polic|protocol|practice|guidelines|terms/iu,
    [
      any(
        `(?:in (?:line|keeping|accordance) with|under|per|as required by) (?:[\\w’']+ ){0,3}(?:ground rules|rules|polic(?:y|ies)|protocols?|practice|guidelines|terms)\\b${clause}`,
      ),
    ],
  ],
  [
    /afraid|fear|worr|concerned|wary|scared/iu,
    [
      any(
        `(?<=\\b(?:who|and) )(?:(?:is|are|was|were) (?:afraid|fearful|worried|concerned|wary|scared)|fear(?:s|ed)?|worr(?:y|ies|ied))\\b${clause}`,
      ),
    ],
  ],
  [/whose/iu, [any(`whose (?:contract|employer|agreement|job|position|company)\\b${clause}`)]],
];
/** Reasons that may also come before: "Fearing reprisals, an aide who asked not to be named said …". */
const leading =
  /^(?:because|citing|fearing|for|out of|given|due|owing|as|since|to|in order|so as|who|and|fear|worr|is|are|was|were|whose)\b/iu;

/** How somebody knows: was there, saw it, or does the work. */
const seeing =
  'saw|seen|sees|attended|attends|witnessed|reviewed|read|heard|overheard|viewed|received|observed|watched|examined|listened to|(?:takes?|took|taken) part in|participat(?:ed|es) in|was there|were there';
const working = [
  'knew|knows|inspected|handled|monitored|tracked|followed|studied|visited|toured|contributed to|help(?:ed|s) (?:to )?\\w+',
  'work(?:s|ed|ing) (?:closely )?(?:with|for|at|in|on|under|alongside)|served (?:with|under|on)|travel(?:l)?ed with|dealt with|deals with',
  'met (?:with )?|discussed|negotiated|drafted|prepared|wrote|oversaw|oversees|managed|led|leads|organi[sz]ed|investigated|treated|advised|advises|interviewed|learned (?:of|about)|was told|were told|been told',
].join('|');
const informed = [
  '(?:familiar|acquainted) with',
  'involved (?:with|in)',
  '(?:briefed|informed|told|updated|apprised) (?:on|of|about)',
  '(?:privy to|present (?:at|in|during|when)|in the room|knowledgeable (?:about|of)|aware of|on the (?:scene|call|ground)|at the (?:scene|meeting|event|hearing|table))',
].join('|');
const adverb =
  '(?:(?:directly|personally|closely|intimately|deeply|fully|still|already|also|regularly|previously|later|recently|initially) )?';
const been = '(?:is|are|was|were|has been|have been|had been)';
/** "They", where a sentence that says no more begins with it. */
const again = '(?<=^(?:he|she|they|both|all(?: of them)?|the \\w+) )';
const bases: readonly Wordings[] = [
  [
    /familiar|acquainted|involved|briefed|informed|told|updated|apprised|privy|present|room|knowledgeable|aware|scene|(?:on|at) the (?:call|ground|meeting|event|hearing|table)/iu,
    [
      any(`(?:who|${again}) ?${been} ${adverb}(?:${informed})\\b${clause}`),
      // Not what a claim says of somebody: "the mayor was aware of the plan".
      any(
        `${adverb}(?<!\\b(?:is|are|was|were|be|been|being|became|not|never|ever)\\s(?:\\w+ly\\s)?)(?:${informed})\\b${clause}`,
      ),
    ],
  ],
  [
    /knowledge|access|insight|understanding|awareness|information/iu,
    [
      any(
        `(?:with|who ha(?:s|d|ve)|${again}ha(?:s|d|ve)) (?!no |little )(?:[\\w-]+ ){0,3}(?:knowledge|access|insights?|understanding|awareness|information) (?:of|to|into|about|on)\\b${clause}`,
      ),
    ],
  ],
  [/close to/u, [new RegExp(`\\bclose to (?:the|his|her|their|its|both|\\p{Lu})${clause}`, 'gu')]],
  [
    /\bwho\b/u,
    [
      any(`who (?:has |have |had |was |were )?${adverb}(?:${seeing}|${working})\\b${clause}`),
      // Not who "spoke to reporters" or "spoke with the Courier": that is the claim itself.
      new RegExp(
        `\\bwho (?:has |have |had )?(?:spoke|spoken|talked) (?:with|to) (?:him|her|them|(?:the|his|her|their|both|an?) (?!press|media|paper|news)\\p{Ll})${clause}`,
        'gu',
      ),
    ],
  ],
  [
    /^(?:he|she|they|both|all|the)\b/iu,
    [any(`${again}(?:has |have |had )?${adverb}(?:${seeing})\\b${clause}`)],
  ],
];

interface Found {
  readonly kind: keyof Terms;
  /** In the sentence's words. */
  readonly start: number;
  readonly end: number;
}

/** A verb of saying within a term ends it: there the claim begins. */
const saying = /\s(?<!\b(?:he|she|they|it|which|who) )(?:said|says|told|tells)\b/u;
/** Nor does the verb of the whole sentence belong to what its subject knows: "a person familiar with the plan did". */
const predicate =
  /\s(?<!\b(?:he|she|they|it|which|who|that|what|how|and|we|you|i) )(?:said|says|told|tells|did|does|was|were|is|are|has|had|have|will|would|could)\b/iu;
const trailing = /(?<!\s)(?:\s+(?:and|but|or)(?:\s+who)?)?\s*$/u;
/** How many words may stand between the terms and the reason for them. */
const near = /^[\s,]*(?:and )?(?:[\w’'-]+[\s,]+){0,5}$/u;

/**
 * Finds what one sentence says about why, on what terms and with what knowledge somebody speaks unnamed.
 *
 * @param text the paragraph
 * @param tokens of the paragraph
 * @param sentence token range of the sentence
 * @param cues where attributions have their cues: a term ends before one
 */
export function findTerms(
  text: string,
  tokens: readonly Token[],
  sentence: TokenRange,
  cues: readonly Span[],
): Term[] {
  const first = tokens[sentence.from];
  const last = tokens[sentence.to - 1];
  if (!first || !last) return [];
  const words = text.slice(first.start, last.end);
  // "Because she feared": a cue of the source's own within a reason does not end it.
  const ends = cues
    .map(cue => cue.start - first.start)
    .filter(start => !/\b(?:because|as|since) (?:he|she|they|it) $/iu.test(words.slice(0, start)));
  const found: Found[] = [];
  const add = (
    kind: keyof Terms,
    patterns: readonly RegExp[],
    within = words,
    accepts: (term: Found) => boolean = () => true,
  ): void => {
    for (const pattern of patterns)
      for (const { index: start, 0: whole } of matches(within, pattern)) {
        const length = (kind === 'basis' ? predicate : saying).exec(whole)?.index ?? whole.length;
        const stop = ends.reduce(
          (least, cue) => (cue > start ? Math.min(least, cue) : least),
          start + length,
        );
        const end = start + words.slice(start, stop).replace(trailing, '').length;
        const term = { kind, start, end };
        if (accepts(term) && !found.some(other => other.start < end && start < other.end)) found.push(term);
      }
  };
  const hinted = ([hint, patterns]: Wordings): readonly RegExp[] =>
    hint.test(words) ? patterns.map(readyWhenUsed) : [];
  /** What no term has taken yet: a term neither begins in another one nor runs into it. */
  const rest = (): string =>
    found.reduce(
      (left, { start, end }) => left.slice(0, start) + '—'.repeat(end - start) + left.slice(end),
      words,
    );
  if (naming.test(words)) add('conditions', conditions.flatMap(hinted));
  const terms = [...found];
  add('reason', hinted(leave), rest());
  if (terms.length > 0) {
    const between = (start: number, end: number): boolean =>
      near.test(words.slice(start, end)) && !saying.test(words.slice(start, end));
    add('reason', reasons.flatMap(hinted), rest(), ({ start, end }) =>
      terms.some(term =>
        term.end <= start
          ? between(term.end, start)
          : leading.test(words.slice(start)) && (start === 0 || between(end, term.start)),
      ),
    );
  }
  add('basis', bases.flatMap(hinted), rest());
  return found
    .flatMap(({ kind, start, end }) => {
      const range = tokensIn(tokens, sentence, first.start + start, first.start + end);
      // A cue that begins right behind "who" leaves nothing of the term.
      return range && range.to - range.from > 1 ? [{ kind, ...range }] : [];
    })
    .sort((a, b) => a.from - b.from);
}
function tokensIn(
  tokens: readonly Token[],
  { from, to }: TokenRange,
  start: number,
  end: number,
): TokenRange | null {
  let first = -1;
  let last = -1;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || token.end <= start) continue;
    if (token.start >= end) break;
    if (first < 0) first = i;
    last = i;
  }
  return first < 0 ? null : { from: first, to: last + 1 };
}
