import type { Span } from '../contract';
import type { Token, TokenRange } from '../paragraph';

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

type Pattern = readonly [kind: keyof Terms, pattern: RegExp];

/** Up to the end of the clause: the comma before a cue, a dash, a quotation mark, a full stop. */
const clause = '[^,;:.!?“”"()—–]*(?:(?<=\\b[A-Z])\\.[^,;:.!?“”"()—–]*)*';
const anonymity =
  "(?:anonymity|(?:not|n[’']t) to be (?:named|identified|quoted|cited)(?: by name)?|that (?:\\w+ ){1,3}(?:not be|remain) (?:named|identified|quoted|anonymous)|to (?:remain|stay|be) (?:anonymous|unnamed|unidentified))";

/** Terms of anonymity, as news prose words them. Offsets of the first group, or of the whole match. */
const patterns: readonly Pattern[] = [
  [
    'conditions',
    new RegExp(
      `\\b(?:on|under) (?:the |a )?condition (?:of anonymity|that (?:\\w+ ){1,4}not be (?:named|identified|quoted|used)|they (?:\\w+ ){1,2}not be \\w+)`,
      'giu',
    ),
  ],
  [
    'conditions',
    new RegExp(
      `\\b(?:(?:asked|asks|asking|requested|requests|requesting|insisted|insisting|preferred|preferring|wished|wishing|wanted|wants|demanded|demanding|chose|declined|declining|refused|refusing)(?: on| for)? ${anonymity})`,
      'giu',
    ),
  ],
  [
    'conditions',
    /\b(?:(?:was|were|been|being) granted anonymity|granted anonymity|(?:spoke|speaking|speak|talked|talking|said) anonymously)\b/giu,
  ],
  ['conditions', /\b(?:on (?:deep )?background|off the record|not for attribution|without attribution)\b/giu],
  [
    'reason',
    new RegExp(
      `\\b(because (?:of )?(?=[^.]*\\b(?:authori[sz]ed|permitted|allowed|fear|feared|afraid|retaliat|retribution|repris|sensitiv|private|confidential|ongoing|public|publicly|delicate|consequence|career|job|safety|securit|investigation|negotiation|harass|risk|legal|internal|speak|discuss|talk|media|press)\\w*)${clause})`,
      'giu',
    ),
  ],
  [
    'reason',
    new RegExp(
      `\\b((?:who|as|since|because|and)? ?(?:he|she|they|it)? ?(?:is|are|was|were|had|have|has)(?: not|n[’']t)(?: been| yet)? (?:authori[sz]ed|permitted|allowed|cleared) to (?:speak|talk|discuss|comment|disclose|brief)${clause})`,
      'giu',
    ),
  ],
  [
    'reason',
    new RegExp(
      `\\b((?:citing|for|out of|over) (?:\\w+ )?(?:fear|fears|concern|concerns)\\b${clause})`,
      'giu',
    ),
  ],
  [
    'reason',
    new RegExp(
      `\\b((?:in order )?to (?:speak|talk|discuss|describe|share|be)\\b(?=[^.]*\\b(?:freely|candidly|frankly|openly|candid|frank|private|internal|sensitive|confidential|ongoing|details?|deliberations|matter|matters|talks|conversations|plans|strategy)\\b)${clause})`,
      'giu',
    ),
  ],
  [
    'reason',
    new RegExp(
      `\\b(citing (?:\\w+ ){0,3}(?:sensitivity|security|privacy|safety|policy|rules|protocol)${clause})`,
      'giu',
    ),
  ],
  ['reason', new RegExp(`\\b((?:due to|given) the (?:sensitivity|nature|delicacy|secrecy)${clause})`, 'giu')],
  ['basis', new RegExp(`\\b((?:familiar|acquainted|involved) (?:with|in)\\b${clause})`, 'giu')],
  ['basis', new RegExp(`\\b((?:briefed|informed) (?:on|about)\\b${clause})`, 'giu')],
  [
    'basis',
    new RegExp(
      `\\b((?:with|who ha(?:s|d|ve)) (?:\\w+ ){0,2}(?:knowledge|access|insight|understanding|awareness) (?:of|to|into|about)\\b${clause})`,
      'giu',
    ),
  ],
  ['basis', new RegExp(`\\b(close to (?:the|his|her|their|its|\\p{Lu})${clause})`, 'gu')],
  [
    'basis',
    new RegExp(
      `\\b((?:privy to|present (?:at|in|during)|in the room|knowledgeable about|aware of|with direct (?:knowledge|contact)|on the scene|at the scene|at the meeting)${clause})`,
      'giu',
    ),
  ],
  [
    'basis',
    new RegExp(
      `\\b(who (?:(?:has|have|had|was|were) )?(?:also |personally |directly )?(?:saw|seen|attended|witnessed|reviewed|read|heard|overheard|took part in|taken part in|participated in|worked (?:on|with|for|at|in)|works (?:on|with|for|at|in)|viewed|received|knew|knows|been briefed on|briefed on|present|in the room|involved in|listened to)\\b${clause})`,
      'giu',
    ),
  ],
];

/** "Speaking", "asked", "spoke": a term of anonymity needs one nearby to tell a reason from any other "because". */
const reasonNeeds =
  /\b(?:anonym\w*|named|identified|unnamed|authori[sz]ed|permitted|allowed|background|record|attribution|quoted by name)\b/iu;

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
  const explains = reasonNeeds.test(words);
  const found: Term[] = [];
  for (const [kind, pattern] of patterns) {
    if (kind === 'reason' && !explains) continue;
    for (const match of words.matchAll(pattern)) {
      const start = first.start + match.index + (match[0].length - match[0].trimStart().length);
      const said = match[0].startsWith('because')
        ? null
        : /\s(?:said|says|told|tells|because)\b/u.exec(match[0]);
      const whole = first.start + match.index + (said?.index ?? match[0].trimEnd().length);
      const end = cues.reduce(
        (least, cue) => (cue.start > start ? Math.min(least, cue.start) : least),
        whole,
      );
      const range = tokensIn(tokens, sentence, start, end);
      if (range && !found.some(other => other.from < range.to && range.from < other.to))
        found.push({ kind, ...range });
    }
  }
  return found.sort((a, b) => a.from - b.from);
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
