import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './support';

const root = join(__dirname, '..', '..');

/** Strings for people by the key that the code or the manifest has for them. */
type Strings = Readonly<Record<string, string>>;

const languages = readdirSync(join(root, 'l10n')).flatMap(
  file => /^bundle\.l10n\.(\w+)\.json$/.exec(file)?.[1] ?? [],
);

const bundles = languages.flatMap(language => [
  { language, path: ['l10n', `bundle.l10n.${language}.json`], of: ['l10n', 'bundle.l10n.json'] },
  { language, path: [`package.nls.${language}.json`], of: ['package.nls.json'] },
]);

/** What a translation may not change: placeholders, links, code, icons, bold words. */
const FIXED = /\{\d+\}|\(command:[^)]*\)|`+[^`]*`+|\$\([\w-]+\)|\*\*|__/g;

const fixedIn = (words: string) => [...words.matchAll(FIXED)].map(([part]) => part).sort();

/** The words alone. */
const wordsOf = (text: string) => text.replaceAll(FIXED, 'x');

it('there is a translation, as a proof', () => {
  assert.ok(languages.includes('fr'));
});

for (const { language, path, of } of bundles) {
  describe(`the translation ${path.join('/')}`, () => {
    const [english, translated] = [of, path].map(
      file => (existsSync(join(root, ...file)) ? readJson(...file) : {}) as Strings,
    ) as [Strings, Strings];

    it('has every string, and none that is not used', () => {
      assert.deepEqual(
        Object.keys(english).filter(key => !(key in translated)),
        [],
        'not translated',
      );
      assert.deepEqual(
        Object.keys(translated).filter(key => !(key in english)),
        [],
        'left over',
      );
    });

    it('keeps placeholders, links, code and icons', () => {
      for (const [key, words] of Object.entries(translated)) {
        assert.deepEqual(fixedIn(words), fixedIn(english[key] ?? ''), key);
      }
    });

    it('says something for each string, in as many lines', () => {
      for (const [key, words] of Object.entries(translated)) {
        assert.ok(words.trim() !== '' && words === words.trim(), key);
        assert.equal(words.split('\n').length, (english[key] ?? '').split('\n').length, key);
      }
    });

    if (language === 'fr') {
      it('is set as French is: « », ’, and the spaces that do not break', () => {
        for (const [key, words] of Object.entries(translated)) {
          const text = wordsOf(words);
          assert.doesNotMatch(text, /["'“”]/, key);
          assert.doesNotMatch(text, /«(?!\u202f)|(?<!\u202f)»|(?<![\u202f?!])[;?!]|(?<!\u00a0):/, key);
        }
      });
    }
  });
}
