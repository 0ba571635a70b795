import { mapOfCues, SpanLabel, windowOf } from '../src/analysis/tagger/spans';
import { CueLabel } from '../src/analysis/tagger/cues';
import { cueFeatures } from '../src/analysis/tagger/cueFeatures';
import { encode } from '../src/analysis/tagger/encoded';
import {
  landmarksOf,
  relativeFeatures,
  relativeTemplates,
  sharedFeatures,
  sharedTemplates,
} from '../src/analysis/tagger/spanFeatures';
import type { Sequence } from './chainTrainer';
import type { Example } from './examples';

/** The paragraph's tokens with the labels of the cue stage. */
export function cueSequence({ syntax, quotations, attributions }: Example): Sequence {
  const labels = new Uint8Array(syntax.tokens.length);
  for (const { cue, cueKind } of attributions) {
    const label = cueKind === 'speech' ? CueLabel.Speech : CueLabel.Other;
    labels.fill(label + 1, cue.from, cue.to);
    labels[cue.from] = label;
  }
  return { ids: cueFeatures(encode(syntax, quotations)), labels };
}

/** For each attribution the tokens round its cue with the labels of the span stage. */
export function spanSequences({ syntax, quotations, attributions }: Example): Sequence[] {
  if (attributions.length === 0) return [];
  const { length } = syntax.tokens;
  const encoded = encode(syntax, quotations);
  const map = mapOfCues(
    attributions.map(({ cue }) => cue),
    length,
  );
  const landmarks = landmarksOf(encoded, map);
  const shared = sharedFeatures(encoded);
  const isWord = syntax.tokens.map(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return attributions.map(({ cue, source, content }) => {
    const labels = new Uint8Array(length);
    mark(labels, withPunctuation(source, isWord), SpanLabel.Source);
    mark(labels, withPunctuation(content, isWord), SpanLabel.Content);
    const window = windowOf(cue, length);
    const relative = relativeFeatures(encoded, landmarks, map, cue, window);
    const templates = sharedTemplates + relativeTemplates;
    const ids = new Int32Array((window.to - window.from) * templates);
    for (let token = window.from, at = 0; token < window.to; token++, at++) {
      ids.set(shared.subarray(token * sharedTemplates, (token + 1) * sharedTemplates), at * templates);
      ids.set(
        relative.subarray(at * relativeTemplates, (at + 1) * relativeTemplates),
        at * templates + sharedTemplates,
      );
    }
    return { ids, labels: labels.slice(window.from, window.to) };
  });
}

function mark(labels: Uint8Array, tokens: ReadonlySet<number>, begin: number): void {
  for (const token of tokens) labels[token] = tokens.has(token - 1) ? begin + 1 : begin;
}

/** Annotators leave out punctuation between the parts of a span; a gap of nothing else is closed. */
function withPunctuation(tokens: readonly number[], isWord: readonly boolean[]): Set<number> {
  const closed = new Set(tokens);
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (next === undefined || isWord.slice(token + 1, next).some(Boolean)) return;
    for (let between = token + 1; between < next; between++) closed.add(between);
  });
  return closed;
}
