import type { Analysis, Attribution, Span } from '../analysis/contract';
import { claimRows, titleOf } from './claimRows';
import { offsetUnitsIn } from './codePoints';
import { quote } from './words';

/** The standard's vocabulary; referred to, never fetched. */
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Tells the body that has a finding whole from the one that is for people. */
export const JSON_FORMAT = 'application/json';
/** How many code units are quoted on either side of a place. */
const AROUND = 32;

/** Words with what stands around them: a TextQuoteSelector. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * What an annotation is about, as JSON in its second body: one finding as the analysis has it, except that offsets count
 * code points. Of a claim the words of its cue and source come along, so that it can be found in another version of the
 * text.
 */
export type AnnotationData =
  | { readonly analysis: Omit<Analysis, FindingList> }
  | {
      readonly attribution: Attribution;
      readonly quotes: { readonly cue: readonly Quote[]; readonly source: readonly Quote[] };
    }
  | { readonly actor: Analysis['actors'][number] }
  | { readonly quotation: Analysis['quotations'][number] }
  | { readonly check: Analysis['checks'][number] };
type FindingList = 'attributions' | 'actors' | 'quotations' | 'checks';

/**
 * An article's analysis as a collection of annotations, after the W3C's Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/) and Vocabulary: a page with an annotation for the analysis as such and one
 * for each claim, actor, quotation and check. Positions count code points, as the standard wants it. Any tool can read
 * the place and the first body; the second has the finding whole, so that nothing is lost when it is read back.
 */
export function toWebAnnotation(analysis: Analysis, text: string): object {
  const { attributions, actors, quotations, checks, ...whole } = analysis;
  const { toCodePoints } = offsetUnitsIn(text);
  const source = iriOf(analysis);
  const quoteAt = ({ start, end }: Span): Quote => {
    const before = characterStart(text, Math.max(0, start - AROUND));
    const after = characterStart(text, Math.min(text.length, end + AROUND));
    return {
      exact: text.slice(start, end),
      prefix: text.slice(before, start),
      suffix: text.slice(end, after),
    };
  };
  const target = (span: Span) => ({
    source,
    selector: [
      { type: 'TextQuoteSelector', ...quoteAt(span) },
      { type: 'TextPositionSelector', start: toCodePoints(span.start), end: toCodePoints(span.end) },
    ],
  });
  const annotation = (
    id: string,
    motivation: string,
    words: string,
    spans: readonly Span[],
    data: AnnotationData,
  ) => ({
    id: `#${id}`,
    type: 'Annotation',
    motivation,
    body: [
      { type: 'TextualBody', purpose: motivation, format: 'text/plain', value: words },
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: JSON_FORMAT,
        value: JSON.stringify(withOffsets(data, toCodePoints)),
      },
    ],
    target: spans.length > 0 ? spans.map(target) : source,
  });
  const rows = new Map(claimRows(analysis, text).map(row => [row.claim, row]));
  const items = [
    annotation('analysis', 'describing', 'Who said what', [], { analysis: whole }),
    ...attributions.map(attribution => {
      const { id, content, cue, source } = attribution;
      const row = rows.get(attribution);
      const who = [source ? (row?.sourceName ?? '') : 'nobody given', row?.cue ?? '']
        .filter(it => it !== '')
        .join(', ');
      return annotation(`claim-${id}`, 'identifying', who, content, {
        attribution,
        quotes: { cue: cue.map(quoteAt), source: (source?.mention ?? []).map(quoteAt) },
      });
    }),
    ...actors.map(actor => {
      const mentions = actor.mentions.flatMap(({ span }) => span);
      return annotation(`actor-${actor.id}`, 'identifying', actor.name, mentions, { actor });
    }),
    ...quotations.map((quotation, nth) =>
      annotation(`quotation-${nth + 1}`, 'classifying', quotation.role, [quotation.span], { quotation }),
    ),
    ...checks.map((check, nth) =>
      annotation(`check-${nth + 1}`, 'assessing', check.code, [check.span], { check }),
    ),
  ];
  return {
    '@context': CONTEXT,
    id: '#annotations',
    type: 'AnnotationCollection',
    label: analysis.article.headline ? quote(text, [analysis.article.headline]) : titleOf(analysis),
    generator: { type: 'Software', name: 'Sourcelight' },
    total: items.length,
    first: { id: '#page', type: 'AnnotationPage', partOf: '#annotations', startIndex: 0, items },
  };
}

/** A copy in which the offsets of every span are converted. */
export function withOffsets<T>(value: T, convert: (offset: number) => number): T {
  if (Array.isArray(value)) return value.map(item => withOffsets<unknown>(item, convert)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const isSpan = 'start' in value && 'end' in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      isSpan && (key === 'start' || key === 'end') && typeof item === 'number'
        ? convert(item)
        : withOffsets(item, convert),
    ]),
  ) as T;
}

/** Names the article: its file as a reference relative to the annotations, else the id that it came with. */
function iriOf({ id, file }: Analysis): string {
  const path = (file ?? id)?.replaceAll('\\', '/');
  if (!path) return '#text';
  const absolute = /^[a-z]:\//i.test(path) ? `file:///${path}` : path;
  const encoded = encodeURI(absolute.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[?#]/g,
    encodeURIComponent,
  );
  // What stands before a colon would be taken for a scheme.
  return absolute === path && /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
}

/** The offset, moved so that it does not cut a character in two. */
function characterStart(text: string, offset: number): number {
  const isInside =
    /[\uDC00-\uDFFF]/.test(text.charAt(offset)) && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1));
  return isInside ? offset + 1 : offset;
}
