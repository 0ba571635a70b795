/** Texts that grow without end in one way, as nobody writes them; `size` in code units, about. */
export const growing: readonly (readonly [what: string, text: (size: number) => string])[] = [
  ['opening quotation marks', size => '“'.repeat(size)],
  ['straight quotation marks', size => '" '.repeat(size / 2)],
  ['closing quotation marks', size => '”'.repeat(size)],
  ['apostrophes', size => "'".repeat(size)],
  ['round brackets', size => '('.repeat(size)],
  ['nested brackets', size => '(['.repeat(size / 4) + '])'.repeat(size / 4)],
  ['letters with full stops', size => 'a.'.repeat(size / 2)],
  ['initials', size => 'A. '.repeat(size / 3)],
  ['commas', size => ','.repeat(size)],
  ['commas and spaces', size => ', '.repeat(size / 2)],
  ['dashes', size => '—'.repeat(size)],
  ['full stops', size => '.'.repeat(size)],
  ['new lines', size => '\n'.repeat(size)],
  ['spaces', size => ' '.repeat(size)],
  ['one word', size => 'a'.repeat(size)],
  ['one word of capitals', size => 'A'.repeat(size)],
  ['words in capitals', size => 'HARBOUR '.repeat(size / 8)],
  ['names', size => 'Ann Lee '.repeat(size / 8)],
  ['cues', size => 'said '.repeat(size / 5)],
  ['titles', size => 'Mr. '.repeat(size / 4)],
  ['pronouns', size => 'he she they '.repeat(size / 12)],
  ['claims within claims', size => 'Ann Lee said that '.repeat(size / 18)],
  ['clauses', size => 'Ann Lee said the pier leans, '.repeat(size / 29)],
  ['relative clauses', size => 'the man who knew '.repeat(size / 17)],
  ['quotations', size => '“It leans,” she said. '.repeat(size / 22)],
  ['quotations within quotations', size => '“a ‘b '.repeat(size / 6)],
  ['paragraphs of one word', size => 'Pier\n\n'.repeat(size / 6)],
  ['paragraphs that go on quoting', size => '“It leans.\n\n'.repeat(size / 12)],
  ['speakers', size => 'LEE: No.\n\n'.repeat(size / 10)],
  ['surnames that many share', size => named(size, nth => `${firstName(nth)} Lee said no.`)],
  ['first names that many share', size => named(size, nth => `Ann ${firstName(nth)} said no.`)],
  ['names in one paragraph', size => named(size, nth => `${firstName(nth)} Lee said no.`, ' ')],
  [
    'people without a name',
    size => named(size, nth => `A ${firstName(nth).toLowerCase()} official said no.`),
  ],
];

function named(size: number, sentence: (nth: number) => string, separator = '\n\n'): string {
  const sentences: string[] = [];
  for (let length = 0; length < size; length += (sentences.at(-1)?.length ?? 0) + separator.length) {
    sentences.push(sentence(sentences.length));
  }
  return sentences.join(separator);
}

/** A word with a capital for each number. */
function firstName(nth: number): string {
  const syllables = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'ro', 'su'];
  const word = [...String(nth)].map(digit => syllables[Number(digit)]).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
