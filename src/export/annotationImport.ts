import * as v from 'valibot';
import { ANALYSIS_VERSION, type Analysis, type Attribution, type Span } from '../analysis/contract';
import { offsetUnitsIn } from './codePoints';
import { JSON_FORMAT, withOffsets, type Quote } from './webAnnotation';

/** `no-annotations`: not what {@link toWebAnnotation} makes; `other-text`: made from another version of the text. */
export type ImportProblem = 'no-annotations' | 'other-text';

/** Why annotations cannot be read. */
export class AnnotationImportError extends Error {
  constructor(readonly problem: ImportProblem) {
    super(
      problem === 'other-text'
        ? 'the annotations belong to another version of the text'
        : 'no annotations made by Sourcelight',
    );
  }
}

/** A claim by its words, to be found in any version of the text. */
export interface QuotedClaim {
  /** Its offsets belong to the text that was annotated and count code points. */
  readonly claim: Attribution;
  readonly content: readonly QuotedPlace[];
  readonly cue: readonly Quote[];
  readonly source: readonly Quote[];
}

export type QuotedPlace = Quote & Span;

// Objects are loose: what is in the file beyond the shape that the surfaces rely on is kept as it is.
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const span = v.looseObject({ start: offset, end: offset });
const spans = v.array(span);
const words = v.looseObject({ exact: v.string(), prefix: v.string(), suffix: v.string() });
const mention = v.looseObject({ mention: spans, actor: v.string() });

const analysisShape = v.looseObject({
  version: v.literal(ANALYSIS_VERSION),
  id: v.nullable(v.string()),
  file: v.nullable(v.string()),
  language: v.string(),
  partial: v.boolean(),
  article: v.looseObject({
    headline: v.nullable(span),
    standfirst: v.nullable(span),
    byline: v.nullable(span),
    dateline: v.nullable(span),
    date: v.nullable(v.string()),
    outlet: v.nullable(v.string()),
    excluded: spans,
  }),
  decisions: v.array(v.looseObject({ id: v.string(), state: v.string() })),
});
const attributionShape = v.looseObject({
  id: v.string(),
  kind: v.picklist(['direct', 'indirect', 'mixed']),
  cueKind: v.picklist(['speech', 'other']),
  content: v.pipe(spans, v.minLength(1)),
  cue: spans,
  source: v.nullable(mention),
  via: v.array(v.looseObject({ ...mention.entries, cue: spans })),
  channel: v.array(v.looseObject({ mention: spans, actor: v.nullable(v.string()) })),
  hearsay: v.nullable(span),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  evidence: v.array(v.string()),
  origin: v.picklist(['analysis', 'user']),
});
const actorShape = v.looseObject({
  id: v.string(),
  name: v.string(),
  type: v.picklist(['person', 'organization', 'publication', 'government', 'group', 'document', 'unknown']),
  anonymous: v.boolean(),
  plural: v.boolean(),
  roles: v.array(
    v.looseObject({
      text: v.string(),
      span,
      former: v.boolean(),
      affiliation: v.nullable(v.looseObject({ text: v.string(), span, actor: v.nullable(v.string()) })),
    }),
  ),
  anonymity: v.nullable(
    v.looseObject({
      class: v.picklist(['individual', 'group', 'role', 'collective']),
      count: v.picklist(['one', 'two', 'several', 'unstated']),
      descriptor: spans,
      basis: spans,
      reason: spans,
      conditions: spans,
    }),
  ),
  mentions: v.array(v.looseObject({ span: spans, form: v.picklist(['name', 'description', 'pronoun']) })),
});
const quotationShape = v.looseObject({
  span,
  role: v.picklist(['speech', 'title', 'scare']),
  balanced: v.boolean(),
  attribution: v.nullable(v.string()),
});
const checkShape = v.looseObject({
  code: v.string(),
  args: v.record(v.string(), v.union([v.string(), v.number()])),
  span,
  attribution: v.nullable(v.string()),
  actor: v.nullable(v.string()),
});
const dataShape = v.union([
  v.object({ analysis: analysisShape }),
  v.object({
    attribution: attributionShape,
    quotes: v.object({ cue: v.array(words), source: v.array(words) }),
  }),
  v.object({ actor: actorShape }),
  v.object({ quotation: quotationShape }),
  v.object({ check: checkShape }),
]);

const targetShape = v.looseObject({
  selector: v.tuple([
    v.looseObject({ type: v.literal('TextQuoteSelector'), ...words.entries }),
    v.looseObject({ type: v.literal('TextPositionSelector'), ...span.entries }),
  ]),
});
const annotationShape = v.looseObject({
  body: v.array(v.looseObject({ format: v.optional(v.string()), value: v.optional(v.string()) })),
  target: v.union([v.string(), v.array(targetShape)]),
});
const collectionShape = v.looseObject({
  type: v.literal('AnnotationCollection'),
  first: v.looseObject({ items: v.array(annotationShape) }),
});

type Data = v.InferOutput<typeof dataShape>;

interface Annotation {
  readonly places: readonly QuotedPlace[];
  readonly data: Data;
}

/**
 * Reads the analysis back from annotations that {@link toWebAnnotation} made of it.
 *
 * @param text that was annotated
 * @param json the parsed file
 * @throws AnnotationImportError where they are something else, or of another text
 */
export function fromWebAnnotations(text: string, json: unknown): Analysis {
  const { toUnits } = offsetUnitsIn(text);
  const annotations = readAnnotations(json);
  const isHere = annotations.every(({ places }) =>
    places.every(({ start, end, exact }) => text.slice(toUnits(start), toUnits(end)) === exact),
  );
  const data = annotations.map(annotation => withOffsets(annotation.data, toUnits));
  if (!isHere || !spansIn(data).every(({ start, end }) => start <= end && end <= text.length)) {
    throw new AnnotationImportError('other-text');
  }
  const [whole, ...others] = data.flatMap(it => ('analysis' in it ? it.analysis : []));
  if (!whole || others.length > 0) throw new AnnotationImportError('no-annotations');
  const { decisions, ...head } = whole;
  // In the order of the contract, so that a copy is the same to the letter.
  const analysis = {
    ...head,
    quotations: data.flatMap(it => ('quotation' in it ? it.quotation : [])),
    attributions: data.flatMap(it => ('attribution' in it ? it.attribution : [])),
    actors: data.flatMap(it => ('actor' in it ? it.actor : [])),
    checks: data.flatMap(it => ('check' in it ? it.check : [])),
    decisions,
  };
  if (!refersToItself(analysis)) throw new AnnotationImportError('no-annotations');
  // The shapes above are those of the contract, except for codes that a later version may add.
  return analysis as unknown as Analysis;
}

/**
 * The claims in annotations, by their words.
 *
 * @throws AnnotationImportError where they are something else
 */
export function quotedClaims(json: unknown): QuotedClaim[] {
  return readAnnotations(json).flatMap(({ places, data }) =>
    'attribution' in data
      ? { claim: data.attribution as unknown as Attribution, content: places, ...data.quotes }
      : [],
  );
}

function readAnnotations(json: unknown): Annotation[] {
  const collection = v.safeParse(collectionShape, json);
  if (!collection.success) throw new AnnotationImportError('no-annotations');
  return collection.output.first.items.map(({ body, target }) => {
    const data = v.safeParse(dataShape, parseJson(body.find(({ format }) => format === JSON_FORMAT)?.value));
    if (!data.success) throw new AnnotationImportError('no-annotations');
    const places =
      typeof target === 'string'
        ? []
        : target.map(({ selector: [{ exact, prefix, suffix }, { start, end }] }) => ({
            exact,
            prefix,
            suffix,
            start,
            end,
          }));
    return { places, data: data.output };
  });
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  const { start, end } = value as Partial<Span>;
  const own = typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

/** Whether there is a finding for each id that another one names. */
function refersToItself({
  quotations,
  attributions,
  actors,
  checks,
}: {
  readonly quotations: readonly v.InferOutput<typeof quotationShape>[];
  readonly attributions: readonly v.InferOutput<typeof attributionShape>[];
  readonly actors: readonly v.InferOutput<typeof actorShape>[];
  readonly checks: readonly v.InferOutput<typeof checkShape>[];
}): boolean {
  const claimIds = new Set<string | null>([null, ...attributions.map(({ id }) => id)]);
  const actorIds = new Set<string | null>([null, ...actors.map(({ id }) => id)]);
  const claimsNamed = [...quotations, ...checks].map(({ attribution }) => attribution);
  const actorsNamed = [
    ...attributions.flatMap(({ source, via, channel }) => [
      source?.actor ?? null,
      ...[...via, ...channel].map(it => it.actor),
    ]),
    ...actors.flatMap(({ roles }) => roles.map(({ affiliation }) => affiliation?.actor ?? null)),
    ...checks.map(({ actor }) => actor),
  ];
  return claimsNamed.every(id => claimIds.has(id)) && actorsNamed.every(id => actorIds.has(id));
}
