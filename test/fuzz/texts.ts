import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { anyCharacter } from '../characters';

const sentences = [
  'Ann Lee said the bridge was closed.',
  '“It is over,” said Prof. Ann Lee of the Harbour Institute.',
  'According to the Verrin Courier, citing two officials, the bridge is closed.',
  'A spokesman for the port, who asked not to be named because he feared for his job, warned of delays.',
  '“We are closer than people think.',
  'She told Radio Verrin on Sunday that ‘it isn’t so’, adding that “it worries us.”',
  'The officials did not elaborate.',
  "Okoye (APA) – Kestwick; \"quoted\" «dit-il» „so“ ''twice'' and so on",
  'By Ole Brandt and Ines Okafor, Quay Post',
  'VERRIN, March 4, 2021 (APA) — The pier reportedly “leans”, he wrote on Twitter.',
  'Photo: Ole Brandt/Quay Post',
  '> Nobody asked us, the dockers wrote.',
  '# Pier _leans_, mayor says',
  'Q: Who knew? A: The former chief engineer, Dr. Jan Q. Moll Jr., did.',
  'OKAFOR: We go on.',
  '- Lines of the **list**, people briefed on the talks said: “No.”',
  'Mr. Moll, 51, and Mrs. Moll’s lawyer, Ida Quist, declined to comment, it is believed.',
];

const marks = ['“', '”', '"', '‘', '’', "'", '«', '»', '‹', '›', '„', '‚', '‟', '「', '」', "''", '``', '´'];
const noise = [
  ...marks,
  ...['\n', '\n\n', '\r\n', '\r', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029', '\u00a0', '\u3000'],
  ...['…', '—', ':', ', ', '(', ')', '[', ']', '{', '<b>', '&amp;', '|', '*', '_', '`', '#', '> ', '---'],
  ...['\0', '\u0007', '\u001b[31m', '\ufeff', '\ufffd', '\uffff', '\u200b', '\u200d', '\u2060', '\u00ad'],
  ...[
    '\u202e',
    '\u2066',
    'שלום',
    'مرحبا',
    '日本語',
    'ﬁ',
    'İ',
    'ß',
    'e\u0301',
    'Z\u0351\u0489',
    '🚢',
    '👩‍👩‍👧',
    '🇳🇴',
    '𝕎e',
  ],
  ...[
    '\ud800',
    '\udc00',
    '\ud83d',
    '=1+1',
    '@so',
    '-2',
    'said',
    'Mr.',
    'J.',
    'he',
    'who',
    'and',
    ' of ',
    "'s",
  ],
];

/** Articles of people; those that are no part of the repository as well, where they are there. */
const articles = [
  readFileSync(join(__dirname, '..', '..', 'samples', 'harbour-deal.article'), 'utf8'),
  sentences.join('\n\n'),
  sentences.join(' '),
  ...shared('gum-news.jsonl'),
  ...shared('polnear-dev.jsonl'),
];

function shared(name: string): string[] {
  const file = join(__dirname, '..', '..', '..', 'shared', 'data', name);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => (JSON.parse(line) as { text: string }).text);
}

/** Sentences with everything between them that can go wrong. */
const assembled = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...sentences) },
      { weight: 4, arbitrary: fc.constantFrom(...noise) },
      fc.string({ unit: anyCharacter, maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.tuple(fc.constantFrom(...noise, 'a', 'A', 'a.', ' '), fc.nat(300)).map(([it, n]) => it.repeat(n)),
    ),
    { maxLength: 25 },
  )
  .chain(parts => fc.constantFrom('', ' ', '\n', '\n\n').map(separator => parts.join(separator)));

const place = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(400) });
type Change = (text: string) => string;

function inPlace(change: (words: string) => string): fc.Arbitrary<Change> {
  return place.map(({ at, length }) => text => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + change(text.slice(start, start + length)) + text.slice(start + length);
  });
}

const change: fc.Arbitrary<Change> = fc.oneof(
  inPlace(() => ''),
  inPlace(words => words + words),
  inPlace(words => words.toUpperCase()),
  inPlace(words => words.toLowerCase()),
  inPlace(words => words.replaceAll(' ', '\n')),
  inPlace(words => words.replaceAll('\n', ' ')),
  inPlace(words => words.split(' ').reverse().join(' ')),
  fc.constantFrom(...noise).chain(it => inPlace(words => it + words)),
  fc.constantFrom(...noise).chain(it => inPlace(words => words.replaceAll(' ', it))),
  fc.tuple(fc.constantFrom(...marks), fc.constantFrom(...marks)).map(
    ([one, other]): Change =>
      text =>
        text.replaceAll(one, other),
  ),
  fc.constantFrom(...marks).map(
    (mark): Change =>
      text =>
        text.replace(/[“”"«»„]/g, mark),
  ),
);

const spliced = fc
  .tuple(fc.constantFrom(...articles), fc.constantFrom(...articles), place, place)
  .map(
    ([one, other, { at }, { at: from }]) =>
      one.slice(0, Math.floor(at * one.length)) + other.slice(Math.floor(from * other.length)),
  );

/** Articles that were cut, doubled, mixed up, and written in capitals or with other marks. */
const mutated = fc
  .tuple(fc.oneof(fc.constantFrom(...articles), spliced), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([text, changes]) => changes.reduce((changed, make) => make(changed), text).slice(0, 4000));

/** What an editor may hold. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: assembled },
  { weight: 2, arbitrary: mutated },
  fc.string({ unit: anyCharacter, maxLength: 200 }),
);
