/** The answers of the tools, as docs/tools.md describes them. */

const text = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 0 };
const line = { type: 'integer', minimum: 1 };

function object(required: Record<string, object>, optional: Record<string, object> = {}) {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}

const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: object) => ({ type: 'array', items });
const page = (name: string, item: object) =>
  object(
    { total: count, from: count, next: orNull(count), [name]: list(item) },
    { partial: { const: true } },
  );
const mention = object({ id: text, name: text }, { as: text });

const source = object(
  {
    id: text,
    name: text,
    type: {
      enum: ['person', 'organization', 'publication', 'government', 'group', 'document', 'unknown'],
    },
    anonymous: { type: 'boolean' },
    plural: { type: 'boolean' },
    roles: list(object({ role: text, former: { type: 'boolean' }, affiliation: orNull(text) })),
    anonymity: orNull(
      object(
        {
          class: { enum: ['individual', 'group', 'role', 'collective'] },
          count: { enum: ['one', 'two', 'several', 'unstated'] },
        },
        { descriptor: text, basis: text, reason: text, conditions: text },
      ),
    ),
    claims: count,
    passedOn: count,
  },
  { line, rolesLeftOut: count },
);

const claim = object(
  {
    id: text,
    kind: { enum: ['direct', 'indirect', 'mixed'] },
    cueKind: { enum: ['speech', 'other'] },
    words: text,
    line,
    source: orNull(mention),
    via: list(mention),
    channel: list(text),
    confidence: { type: 'number', minimum: 0, maximum: 1 },
  },
  { cue: text, hearsay: text, length: count },
);

const check = object(
  { rule: text, about: text, words: text, line, claim: orNull(text), source: orNull(mention) },
  { length: count },
);

export const ANSWERS: Readonly<Record<string, object>> = {
  get_sources: page('sources', source),
  list_claims: page('claims', claim),
  check_sourcing: page('checks', check),
};
