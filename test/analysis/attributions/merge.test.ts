import assert from 'node:assert/strict';
import { mergeFindings } from '../../../src/analysis/attributions/merge';
import type { AttributionKind } from '../../../src/analysis/contract';
import type { ParagraphAttribution } from '../../../src/analysis/paragraph';
import { readMarkup } from '../markup';

/** The one attribution that a line of markup shows. */
function found(
  line: string,
  evidence: readonly string[],
  kind: AttributionKind = 'indirect',
): ParagraphAttribution {
  const { content, source, cue } = readMarkup(line);
  return {
    kind,
    cueKind: 'speech',
    content: content.get(1) ?? [],
    cue: cue.get(1) ?? [],
    source: source.get(1) ?? null,
    via: [],
    channel: [],
    hearsay: null,
    confidence: evidence.includes('tagger') ? 0.9 : 0.7,
    evidence,
  };
}

const tagged = (line: string, kind?: AttributionKind) => found(line, ['tagger'], kind);
const quoted = (line: string, kind: AttributionKind = 'direct') => found(line, ['quotation'], kind);
const ruled = (line: string) => found(line, ['cue:report']);
const accordingTo = (line: string) => found(line, ['cue:according to']);

type Findings = readonly ParagraphAttribution[];
const cases: readonly (readonly [what: string, tagged: Findings, ruled: Findings, expected: Findings])[] =
  (() => {
    const lee = tagged('{Lee} <said> [it was late].');
    const paper = accordingTo('<According to> {the Courier}, citing officials, [Lund asked for help].');
    const citing = tagged('According to the Courier, <citing> [officials], Lund asked for help.');
    const asked = tagged('According to the Courier, citing officials, {Lund} <asked> [for help].');
    const trailing = ruled('[Lund asked for help], {the Courier} <reported>.');
    const nested = tagged('{Lund} <asked> [for help], the Courier reported.');
    const missed = quoted('[“It is late,”] {Lee} <said>.');
    const direct = tagged('If it rains, [“we stay,”] {Lee} <said>.', 'direct');
    const wider = quoted('[If it rains, “we stay,”] {Lee} <said>.', 'mixed');
    const broken = { ...tagged('[Lund asked] for help, {the Courier} <reported>.'), confidence: 0.6 };
    const both = tagged('[“It is late,”] {Lee} <said>. [“Go,”] Lund added.', 'direct');
    const second = quoted('“It is late,” Lee said. [“Go,”] {Lund} <added>.');
    const followed = tagged('[“We stay,”] as long as it rains, {Lee} <said>.', 'direct');
    const followedWider = quoted('[“We stay,” as long as it rains], {Lee} <said>.', 'mixed');
    return [
      ['keeps what the tagger found', [lee], [], [lee]],
      ['keeps the tagger’s reading of a cue that both found', [lee], [{ ...lee, content: [] }], [lee]],
      [
        'leaves out what the rules alone found unquoted',
        [],
        [ruled('{Lee} <wrote> [that it was late].')],
        [],
      ],
      ['lets “according to” govern its sentence', [citing, asked], [paper], [paper]],
      ['lets a trailing cue govern what stands before it', [nested], [trailing], [trailing]],
      [
        'takes the rules’ source where the tagger has none',
        [{ ...missed, source: null }],
        [missed],
        [missed],
      ],
      ['adds a trailing cue that the tagger missed', [], [trailing], [trailing]],
      [
        'mends an unsure clause before a cue',
        [broken],
        [trailing],
        [{ ...broken, content: trailing.content }],
      ],
      ['adds a quotation that the tagger missed', [], [missed], [missed]],
      [
        'adds the words that lead up to a quotation',
        [direct],
        [wider],
        [{ ...direct, content: wider.content, kind: 'mixed' }],
      ],
      [
        'adds the words that follow a quotation before its cue',
        [followed],
        [followedWider],
        [{ ...followed, content: followedWider.content, kind: 'mixed' }],
      ],
      [
        'gives a quotation to its own cue and not to the one before',
        [both],
        [second],
        [{ ...both, content: both.content.slice(0, 1) }, second],
      ],
    ];
  })();

describe('merging what tagger and rules found', () => {
  for (const [what, some, others, expected] of cases)
    it(what, () => {
      assert.deepEqual(mergeFindings(some, others), expected);
    });
});
