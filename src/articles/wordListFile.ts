import * as v from 'valibot';
import { reasonOf } from './errors';
import type { WordList } from './wordList';

/** The word list's file in its workspace folder. */
export const WORD_LIST_FILE = '.sourcelight/words.json';

const phrase = v.pipe(v.string(), v.trim(), v.nonEmpty());
const phrases = v.optional(v.array(phrase), []);

const schema = v.strictObject({
  $schema: v.optional(v.string()),
  sources: v.optional(
    v.array(
      v.strictObject({
        name: phrase,
        role: v.optional(phrase),
        affiliation: v.optional(phrase),
        spellings: phrases,
      }),
    ),
    [],
  ),
  titles: phrases,
  outlets: phrases,
  cues: phrases,
  neverSources: phrases,
});

export type WordListReading =
  { readonly list: WordList; readonly problem: null } | { readonly list: null; readonly problem: string };

/** Reads `.sourcelight/words.json`, as `schemas/words.schema.json` has it; `problem` tells what is wrong, and where. */
export function readWordList(text: string): WordListReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { list: null, problem: reasonOf(error) };
  }
  if (Array.isArray(value)) return { list: null, problem: 'Expected an object' };
  const { success, output, issues } = v.safeParse(schema, value);
  if (!success) {
    const [{ message }] = issues;
    const path = v.getDotPath(issues[0]);
    return { list: null, problem: path === null ? message : `${path}: ${message}` };
  }
  const { titles, outlets, cues, neverSources } = output;
  const sources = output.sources.map(({ name, role = null, affiliation = null, spellings }) => ({
    name,
    role,
    affiliation,
    spellings,
  }));
  return { list: { sources, titles, outlets, cues, neverSources }, problem: null };
}
