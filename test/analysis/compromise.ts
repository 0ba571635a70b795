import assert from 'node:assert/strict';
import { readTerms } from '../../src/analysis/terms';
import {
  compute,
  splitSentences,
  splitTerms,
  splitWhitespace,
  type OwnTerm,
} from '../../src/analysis/terms/compromise';

type Read = readonly (readonly { readonly text: string; readonly tags: readonly string[] }[])[];

const whole = ({ pre, text, post }: Pick<OwnTerm, 'pre' | 'text' | 'post'>): string =>
  [pre, text, post].join('|');

/** As compromise itself tags them, each word anew. */
function byCompromise(text: string): Read {
  const sentences = splitSentences(text).map(sentence => splitTerms(sentence).map(splitWhitespace));
  return compute(sentences, [
    'normal',
    'alias',
    'machine',
    'contractions',
    'lexicon',
    'preTagger',
    'contractionTwo',
  ]).map(terms => terms.map(term => ({ text: whole(term), tags: [...term.tags] })));
}

const byUs = (text: string): Read =>
  readTerms(text).map(terms => terms.map(({ word, tags }) => ({ text: whole(word), tags: tags.list })));

/** That we tag a text as compromise does. */
export const assertSameTerms = (text: string): void => assert.deepEqual(byUs(text), byCompromise(text), text);
