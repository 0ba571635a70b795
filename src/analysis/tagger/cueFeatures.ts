import { shifted, shifts, type Encoded } from './encoded';
import { FeatureRows } from './featureRows';
import { adjacentTo, nearestTo } from './neighbourhood';

/** Templates of the cue stage. */
export const cueTemplates = 60;

/**
 * Features of the cue stage.
 *
 * @returns {@link cueTemplates} bucket numbers for each token
 */
export function cueFeatures(encoded: Encoded): Int32Array {
  const rows = new FeatureRows(encoded.length, cueTemplates, 0);
  const word = shifts(encoded.word, 3);
  const stem = shifts(encoded.stem, 1);
  const suffix = shifts(encoded.suffix, 1);
  const pos = shifts(encoded.pos, 4);
  const w = word(0);
  const s = stem(0);
  const p = pos(0);
  const q = shifted(encoded.quote, 0);
  const shape = shifted(encoded.shape, 0);
  const cueClass = shifted(encoded.cueClass, 0);
  const adjacent = adjacentTo(encoded);
  const nearest = nearestTo(encoded);

  for (let by = -3; by <= 3; by++) rows.put1(word(by));
  for (let by = -4; by <= 4; by++) rows.put1(pos(by));
  rows.put2(word(-1), w);
  rows.put2(w, word(1));
  rows.put2(word(-2), word(-1));
  rows.put2(word(1), word(2));
  rows.put2(word(-1), word(1));
  rows.put3(word(-1), w, word(1));
  rows.put1(s);
  rows.put1(stem(-1));
  rows.put1(stem(1));
  rows.put2(s, stem(1));
  rows.put2(stem(-1), s);
  rows.put1(suffix(0));
  rows.put2(suffix(0), p);
  rows.put2(suffix(-1), p);
  rows.put2(suffix(1), p);
  rows.put2(pos(-1), p);
  rows.put2(p, pos(1));
  rows.put3(pos(-1), p, pos(1));
  rows.put3(pos(-2), pos(-1), p);
  rows.put3(p, pos(1), pos(2));
  rows.put2(s, pos(-1));
  rows.put2(s, pos(1));
  rows.put3(s, pos(-1), pos(1));
  rows.put2(s, q);
  rows.put2(adjacent.quotes, q);
  rows.put2(adjacent.fartherQuotes, q);
  rows.put2(s, adjacent.quotes);
  rows.put2(shape, adjacent.shapes);
  rows.put2(cueClass, p);
  rows.put3(cueClass, pos(-1), pos(1));
  rows.put3(adjacent.cueClasses, cueClass, p);
  rows.put2(s, nearest.nounPos);
  rows.put3(p, nearest.nounPos, nearest.nounDistance);
  rows.put2(nearest.nounWord, p);
  rows.put3(s, nearest.closedDistance, nearest.openedDistance);
  rows.put3(p, nearest.closedDistance, nearest.openedDistance);
  rows.put3(cueClass, nearest.closedDistance, nearest.openedDistance);
  rows.put2(s, nearest.isThatAhead);
  rows.put3(p, nearest.thatDistance, q);
  rows.put2(nearest.verbStem, p);
  rows.put3(nearest.verbClass, cueClass, q);
  rows.put2(s, nearest.nextVerbPos);
  rows.put3(p, adjacent.beginsSentence, adjacent.endsSentence);
  rows.put2(nearest.nextNounStem, s);
  return rows.ids;
}
