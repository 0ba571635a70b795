import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnonymityClass, Span } from '../src/analysis/contract';

/** A source that was labelled by hand; what counts is in `labels/README.md`. */
export interface AnonymityLabel {
  /** Of the article. */
  readonly id: string;
  readonly source: readonly Span[];
  readonly anonymous: boolean;
  /** Null when named. */
  readonly class: AnonymityClass | null;
}

/** The labels by article. */
export function readAnonymityLabels(): ReadonlyMap<string, readonly AnonymityLabel[]> {
  const labels = readFileSync(join(import.meta.dirname, 'labels', 'anonymity-dev.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as AnonymityLabel);
  const byArticle = new Map<string, AnonymityLabel[]>();
  for (const label of labels) {
    const others = byArticle.get(label.id);
    if (others) others.push(label);
    else byArticle.set(label.id, [label]);
  }
  return byArticle;
}
