import {
  ANALYSIS_VERSION,
  type Actor,
  type Analysis,
  type Attribution,
  type Span,
} from '../../src/analysis/contract';
import { Article } from '../../src/articles/article';
import { KeptAnalysis } from '../../src/articles/keptAnalysis';
import { overviewOf } from '../../src/articles/overview';

/** Where words stand in a text; fails where they do not. `nth` counts from 0. */
export function spanOf(text: string, words: string, nth = 0): Span {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” is not in the text.`);
  return { start, end: start + words.length };
}

export function analysisWith(lists: Partial<Analysis>): Analysis {
  return {
    version: ANALYSIS_VERSION,
    id: null,
    file: null,
    language: 'en',
    partial: false,
    article: {
      headline: null,
      standfirst: null,
      byline: null,
      dateline: null,
      date: null,
      outlet: null,
      excluded: [],
    },
    quotations: [],
    attributions: [],
    actors: [],
    checks: [],
    decisions: [],
    ...lists,
  };
}

export function attributionWith(
  parts: Partial<Attribution> & Pick<Attribution, 'id' | 'content'>,
): Attribution {
  return {
    kind: 'indirect',
    cueKind: 'speech',
    cue: [],
    source: null,
    via: [],
    channel: [],
    hearsay: null,
    confidence: 1,
    evidence: [],
    origin: 'analysis',
    ...parts,
  };
}

export function actorWith(parts: Partial<Actor> & Pick<Actor, 'id' | 'name'>): Actor {
  return {
    type: 'person',
    anonymous: false,
    plural: false,
    roles: [],
    anonymity: null,
    mentions: [],
    ...parts,
  };
}

export const ferryText =
  'Mayor Ines Okafor said “the ferry will sail” and that fares would rise. ' +
  'Two dockers who asked not to be named warned the pier was rotten, the Quay Post reported. ' +
  'A spokesman for Bluewater told the Post it was safe.';

const at = (words: string, nth = 0) => [spanOf(ferryText, words, nth)];

/** A small article with each kind of mark: a named, an anonymous and a role source, a via and a mixed claim. */
export const ferryAnalysis = analysisWith({
  quotations: [
    { span: spanOf(ferryText, '“the ferry will sail”'), role: 'speech', balanced: true, attribution: 'a1' },
  ],
  attributions: [
    attributionWith({
      id: 'a1',
      kind: 'mixed',
      content: [...at('“the ferry will sail”'), ...at('that fares would rise')],
      cue: at('said'),
      source: { mention: at('Mayor Ines Okafor'), actor: 'k1' },
      confidence: 0.9,
      evidence: ['cue:say', 'quotation'],
    }),
    attributionWith({
      id: 'a2',
      content: at('the pier was rotten'),
      cue: at('warned'),
      source: { mention: at('Two dockers who asked not to be named'), actor: 'k2' },
      via: [{ mention: at('the Quay Post'), cue: at('reported'), actor: 'k3' }],
      evidence: ['cue:warn', 'via'],
    }),
    attributionWith({
      id: 'a3',
      content: at('it was safe'),
      cue: at('told'),
      source: { mention: at('A spokesman for Bluewater'), actor: 'k4' },
      channel: [{ mention: at('the Post'), actor: 'k3' }],
      evidence: ['cue:tell'],
    }),
  ],
  actors: [
    actorWith({
      id: 'k1',
      name: 'Ines Okafor',
      roles: [{ text: 'Mayor', span: spanOf(ferryText, 'Mayor'), former: false, affiliation: null }],
      mentions: [{ span: at('Mayor Ines Okafor'), form: 'name' }],
    }),
    actorWith({
      id: 'k2',
      name: 'Two dockers who asked not to be named',
      type: 'group',
      anonymous: true,
      plural: true,
      anonymity: {
        class: 'group',
        count: 'two',
        descriptor: at('dockers'),
        basis: [],
        reason: [],
        conditions: at('asked not to be named'),
      },
      mentions: [{ span: at('Two dockers who asked not to be named'), form: 'description' }],
    }),
    actorWith({
      id: 'k3',
      name: 'the Quay Post',
      type: 'publication',
      mentions: [
        { span: at('the Quay Post'), form: 'name' },
        { span: at('the Post'), form: 'name' },
      ],
    }),
    actorWith({
      id: 'k4',
      name: 'A spokesman for Bluewater',
      anonymous: true,
      anonymity: {
        class: 'role',
        count: 'one',
        descriptor: at('spokesman'),
        basis: [],
        reason: [],
        conditions: [],
      },
      mentions: [{ span: at('A spokesman for Bluewater'), form: 'description' }],
    }),
  ],
});

/** An article of which no surface may read the whole analysis: in a long one that takes long. */
export class ReadInParts extends Article {
  override get whole(): never {
    throw new Error('The whole analysis was read.');
  }
}

/** What the worker tells of an analysis. */
export function analysed(analysis: Analysis, text = '') {
  const kept = KeptAnalysis.of(analysis);
  return { status: 'analysed', analysis: kept, overview: overviewOf(new Article(text, kept)) } as const;
}
