import type { Span } from '../../src/analysis/contract';
import type { ActorsArticle } from '../../training/scoreActors';
import { Report, type Subject } from '../../training/scoreReport';
import { reportTables } from '../../training/scoreTables';
import { actorWith, analysisWith, attributionWith, spanOf } from '../articles/fixture';

/** Annotated articles with an analysis each that is right, wrong or half right in every way that is scored. */

type Pair = [start: number, end: number];

/** Spans of words in a text, as both sides of the fixture write them. */
function finderIn(text: string) {
  const at = (words: string, nth = 0): Span[] => [spanOf(text, words, nth)];
  const pairs = (...words: string[]): Pair[] =>
    words.map(part => {
      const { start, end } = spanOf(text, part);
      return [start, end];
    });
  const pair = (words: string, nth = 0): Pair => {
    const { start, end } = spanOf(text, words, nth);
    return [start, end];
  };
  return { at, pair, pairs };
}

function bridge(): Subject {
  const text =
    'Mayor Ida Brandt said “the old bridge is closed for good”. She wants a tunnel under the river Elm. ' +
    'Harbour Rail’s co-owners denied that the tunnel would flood, and a clerk warned of “two lost winters”. ' +
    'The town’s ledger shows a debt of 4.5 million crowns. Brandt told Harbour Rail to wait.';
  const { at, pair, pairs } = finderIn(text);
  const gold: ActorsArticle = {
    id: 'bridge',
    text,
    quotes: [
      {
        type: 'direct',
        content: pairs('“the old bridge is closed for good”'),
        cue: pairs('said'),
        speaker: pairs('Mayor Ida Brandt'),
        speakerEntity: 'brandt',
        speakerNamed: true,
        derived: { cueKind: 'speech' },
      },
      {
        type: 'indirect',
        content: pairs('a tunnel under the river Elm'),
        cue: pairs('wants'),
        speaker: pairs('She'),
        speakerEntity: 'brandt',
        speakerNamed: true,
        derived: { cueKind: 'other' },
      },
      {
        type: 'indirect',
        content: pairs('that the tunnel would flood'),
        cue: pairs('denied'),
        speaker: pairs('Harbour Rail’s co-owners'),
        speakerEntity: 'owners',
        speakerNamed: false,
        derived: { cueKind: 'speech' },
      },
      {
        type: 'mixed',
        content: pairs('of “two lost winters”'),
        cue: pairs('warned'),
        speaker: pairs('a clerk'),
        speakerEntity: 'clerk',
        speakerNamed: false,
        derived: { cueKind: 'speech' },
      },
      {
        type: 'indirect',
        content: pairs('a debt of 4.5 million crowns'),
        cue: pairs('shows'),
        speaker: pairs('The town’s ledger'),
        speakerEntity: null,
        derived: { cueKind: 'speech' },
      },
    ],
    entities: [
      {
        id: 'brandt',
        type: 'person',
        mentions: [{ span: pair('Mayor Ida Brandt') }, { span: pair('She') }, { span: [pair('Brandt', 1)] }],
      },
      {
        id: 'rail',
        type: 'organization',
        mentions: [{ span: pair('Harbour Rail') }, { span: pair('Harbour Rail', 1) }],
      },
      { id: 'owners', type: 'person', mentions: [{ span: pair('Harbour Rail’s co-owners') }] },
      { id: 'clerk', type: 'person', mentions: [{ span: pair('a clerk') }] },
      { id: 'elm', type: 'place', mentions: [{ span: pair('the river Elm') }] },
    ],
  };
  const analysis = analysisWith({
    id: 'bridge',
    attributions: [
      attributionWith({
        id: 'a1',
        kind: 'direct',
        content: at('“the old bridge is closed for good”'),
        cue: at('said'),
        source: { mention: at('Mayor Ida Brandt'), actor: 'k1' },
        confidence: 0.97,
      }),
      attributionWith({
        id: 'a2',
        cueKind: 'other',
        content: at('a tunnel under the river'),
        cue: at('wants'),
        source: { mention: at('She'), actor: 'k2' },
        confidence: 0.62,
      }),
      // two candidates for one claim: the one with the source wins
      attributionWith({
        id: 'a3',
        content: at('that the tunnel would'),
        cue: at('denied'),
        confidence: 0.4,
      }),
      attributionWith({
        id: 'a4',
        content: at('the tunnel would flood'),
        cue: at('co-owners denied'),
        source: { mention: at('co-owners'), actor: 'k3' },
        confidence: 0.71,
      }),
      attributionWith({
        id: 'a5',
        kind: 'mixed',
        content: at('would flood, and a clerk warned of “two lost winters”'),
        cue: at('warned'),
        source: { mention: at('a clerk'), actor: 'k4' },
        confidence: 0.83,
      }),
    ],
    actors: [
      actorWith({
        id: 'k1',
        name: 'Ida Brandt',
        mentions: [
          { span: at('Ida Brandt'), form: 'name' },
          { span: at('Brandt', 1), form: 'name' },
        ],
      }),
      actorWith({ id: 'k2', name: 'She', mentions: [{ span: at('She'), form: 'pronoun' }] }),
      actorWith({
        id: 'k3',
        name: 'Harbour Rail’s co-owners',
        type: 'group',
        anonymous: true,
        mentions: [
          { span: at('Harbour Rail’s co-owners'), form: 'description' },
          { span: at('Harbour Rail', 1), form: 'name' },
          { span: at('crowns'), form: 'name' },
        ],
      }),
      actorWith({ id: 'k4', name: 'a clerk', mentions: [{ span: at('a clerk'), form: 'description' }] }),
      actorWith({
        id: 'k5',
        name: 'The town’s ledger',
        type: 'document',
        mentions: [{ span: at('The town’s ledger'), form: 'description' }],
      }),
    ],
  });
  return { gold, analysis };
}

function school(): Subject {
  const text =
    'The school will open in May, Elden County says. “We counted the desks”, said its head, “and all are there.” ' +
    'It was thought that the roof leaks. Photo: Tove Lind. A neighbour hopes for rain.';
  const { at, pair, pairs } = finderIn(text);
  const gold: ActorsArticle = {
    id: 'school',
    text,
    quotes: [
      {
        type: 'indirect',
        content: pairs('The school will open in May'),
        cue: pairs('says'),
        speaker: pairs('Elden County'),
        speakerEntity: 'county',
        speakerNamed: true,
        derived: { cueKind: 'speech' },
      },
      {
        type: 'direct',
        content: pairs('“We counted the desks”', '“and all are there.”'),
        cue: pairs('said'),
        speaker: pairs('its head'),
        speakerEntity: 'head',
        speakerNamed: false,
        derived: { cueKind: 'speech' },
      },
      {
        type: 'indirect',
        content: pairs('that the roof leaks'),
        cue: pairs('was thought'),
        speaker: null,
        derived: { cueKind: 'other' },
      },
      {
        type: 'indirect',
        content: pairs('Photo'),
        cue: null,
        speaker: pairs('Tove Lind'),
        speakerEntity: 'lind',
        speakerNamed: true,
        derived: { cueKind: 'credit' },
      },
      // no word: not scored
      { type: 'indirect', content: pairs('.”'), cue: null, speaker: null },
      { type: 'indirect', content: pairs('for rain'), cue: pairs('hopes'), speaker: pairs('A neighbour') },
    ],
    entities: [
      { id: 'county', type: 'place', mentions: [{ span: pair('Elden County') }, { span: pair('its') }] },
      { id: 'head', type: 'person', mentions: [{ span: pair('its head') }] },
      { id: 'lind', type: 'person', mentions: [{ span: pair('Tove Lind') }] },
    ],
  };
  const analysis = analysisWith({
    id: 'school',
    attributions: [
      attributionWith({
        id: 'a1',
        content: at('The school will open in May'),
        cue: at('says'),
        source: { mention: at('County'), actor: 'k1' },
        confidence: 0.9,
      }),
      attributionWith({
        id: 'a2',
        kind: 'direct',
        content: [...at('“We counted the desks”'), ...at('“and all are there.”')],
        cue: at('said'),
        source: { mention: at('The school'), actor: 'k2' },
        confidence: 1,
      }),
      attributionWith({ id: 'a3', cueKind: 'other', content: at('that the roof leaks'), confidence: 0.3 }),
      attributionWith({ id: 'a4', kind: 'direct', content: at('A neighbour'), confidence: 0.12 }),
    ],
    actors: [
      actorWith({
        id: 'k1',
        name: 'Elden County',
        type: 'government',
        mentions: [{ span: at('Elden County'), form: 'name' }],
      }),
      actorWith({
        id: 'k2',
        name: 'The school',
        type: 'organization',
        anonymous: true,
        mentions: [
          { span: at('The school'), form: 'description' },
          { span: at('its'), form: 'pronoun' },
          { span: at('its head'), form: 'description' },
        ],
      }),
    ],
  });
  return { gold, analysis };
}

/** Nothing was found. */
function storm(): Subject {
  const text = 'Police said the storm had passed.';
  const { pair, pairs } = finderIn(text);
  const gold: ActorsArticle = {
    id: 'storm',
    text,
    quotes: [
      {
        type: 'indirect',
        content: pairs('the storm had passed'),
        cue: pairs('said'),
        speaker: pairs('Police'),
        speakerEntity: 'police',
        speakerNamed: false,
        derived: { cueKind: 'speech' },
      },
    ],
    entities: [{ id: 'police', type: 'organization', mentions: [{ span: pair('Police') }] }],
  };
  return { gold, analysis: analysisWith({ id: 'storm' }) };
}

export const subjects: readonly Subject[] = [bridge(), school(), storm()];

/** The tables of three articles at the most: these make ten different samples, so a hundred draws are enough. */
export const tablesOf = (of: readonly Subject[]): string => reportTables(new Report(of), { resamples: 100 });
