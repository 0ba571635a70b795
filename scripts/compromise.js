'use strict';
// How compromise is bundled: without the parts that are never run (docs/model.md), and with its word lists as they are
// once it has unfolded them. It does that whenever it is loaded, which took more than half of the worker's start
// (docs/performance.md).
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { pathToFileURL } = require('node:url');

const MODEL = join(__dirname, '../node_modules/compromise/src/2-two/preTagger/model/index.js');

/** What changes, matches and prints sentences, inflects words, and corrects tags by patterns over whole sentences. */
const UNUSED = [
  '1-one/(?:lookup|match|output|sweep)/plugin',
  '2-two/(?:lazy|postTagger|swap)/plugin',
  '2-two/preTagger/(?:methods/expand|methods/transform|model/models)/index',
];

/** @type {import('esbuild').Plugin} */
const compromise = {
  name: 'compromise',
  setup(build) {
    build.onLoad({ filter: moduleOf(`(?:${UNUSED.join('|')})`) }, () => ({ contents: 'export default {};' }));
    build.onLoad({ filter: moduleOf('1-one/(?:change|freeze)/plugin') }, ({ path }) => ({
      // Their stages alone, which the tagger of contractions runs.
      contents: "import compute from './compute'; export default { compute };",
      resolveDir: dirname(path),
    }));
    build.onLoad({ filter: moduleOf('API/extend') }, ({ path }) => ({
      // A list of 25,000 words is copied word by word, and an object was made for each; into an empty one it need not be.
      contents: replaced(path, {
        'if (!model[key]) Object.assign(model, { [key]: {} })':
          'if (Object.keys(model[key] ?? {}).length === 0) { model[key] = plugin[key]; continue; }',
        'Object.assign(model, { [key]: plugin[key] })': 'model[key] = plugin[key]',
      }),
    }));
    build.onLoad({ filter: moduleOf('2-two/preTagger/model/index') }, ({ path }) => ({
      contents: replaced(path, {
        "import { lexicon, switches, frozenLex } from './lexicon/index.js'":
          "import { lexicon, switches, frozenLex, multiCache, uncountable } from 'unfolded-lists'",
        "import expandLexicon from './_expand/index.js'": '',
        '_multiCache: {}': '_multiCache: multiCache',
        'uncountable: {}': 'uncountable',
        'model = expandLexicon(model)': '',
      }),
    }));
    const unfoldedLists = { path: 'unfolded-lists', namespace: 'unfolded-lists' };
    build.onResolve({ filter: /^unfolded-lists$/ }, () => unfoldedLists);
    build.onLoad({ filter: /.*/, namespace: unfoldedLists.namespace }, async () => ({
      contents: listsOf((await import(pathToFileURL(MODEL).href)).default),
    }));
  },
};

/** @param {string} path a pattern, with slashes */
function moduleOf(path) {
  return new RegExp(`compromise/src/${path}\\.js$`.replaceAll('/', '[\\\\/]'));
}

/**
 * @param {string} path
 * @param {Record<string, string>} changes what to put in place of what, which is there once
 */
function replaced(path, changes) {
  return Object.entries(changes).reduce(
    (text, [from, to]) => {
      const [before, after, ...others] = text.split(from);
      if (after === undefined || others.length > 0) throw new Error(`“${from}” is not once in ${path}.`);
      return before + to + after;
    },
    readFileSync(path, 'utf8'),
  );
}

/**
 * A module with the lists that compromise makes of those it comes with.
 *
 * @param {{ one: Record<string, Record<string, unknown>>, two: Record<string, Record<string, unknown>> }} model
 */
function listsOf({ one, two }) {
  /** @param {Record<string, unknown> | undefined} words */
  const list = (words = {}) => `unfolded(...${JSON.stringify(folded(words))})`;
  return `
    ${unfolded}
    export const lexicon = ${list(one.lexicon)};
    export const switches = ${list(two.switches)};
    export const multiCache = ${list(one._multiCache)};
    export const uncountable = ${list(two.uncountable)};
    export const frozenLex = ${list(one.frozenLex)};
  `;
}

/**
 * Front coding: the words one behind the other in their order, each as how many letters it shares with the one before it,
 * what it is, and its other letters. A capital tells how many are shared; words with capitals are left as they are.
 *
 * @template T
 * @param {Record<string, T>} list what each word is
 * @returns {[coded: string, kinds: T[], others: Record<string, T>]}
 */
function folded(list) {
  const kinds = [...new Set(Object.values(list).map(kind => JSON.stringify(kind)))];
  const isOther = (/** @type {string} */ word) => /[A-Z]/.test(word);
  let before = '';
  const coded = Object.keys(list)
    .filter(word => !isOther(word))
    .sort()
    .map(word => {
      let shared = 0;
      while (shared < 25 && shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      const kind = kinds.indexOf(JSON.stringify(list[word]));
      return String.fromCharCode(65 + shared, 35 + kind) + word.slice(shared);
    });
  const others = Object.fromEntries(Object.entries(list).filter(([word]) => isOther(word)));
  return [coded.join(''), kinds.map(kind => JSON.parse(kind)), others];
}

/**
 * The reverse; it stands in the bundle.
 *
 * @param {string} coded
 * @param {unknown[]} kinds
 * @param {Record<string, unknown>} others
 */
function unfolded(coded, kinds, others) {
  const list = { ...others };
  let word = '';
  for (let at = 0; at < coded.length;) {
    let end = at + 2;
    while (end < coded.length && (coded.charCodeAt(end) < 65 || coded.charCodeAt(end) > 90)) end++;
    word = word.slice(0, coded.charCodeAt(at) - 65) + coded.slice(at + 2, end);
    list[word] = kinds[coded.charCodeAt(at + 1) - 35];
    at = end;
  }
  return list;
}

module.exports = { compromise };
