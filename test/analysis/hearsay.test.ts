import assert from 'node:assert/strict';
import { analyzeParagraph } from '../../src/analysis/analyze';
import type { Span } from '../../src/analysis/contract';

/** The line, the words that mark it as hearsay, and what is passed on; nobody is given as the source. */
const unsourced: readonly (readonly [line: string, hearsay: string, content: string])[] = [
  ['The bridge is reportedly closed.', 'reportedly', 'The bridge is … closed'],
  ['Reportedly, the bridge will close in May.', 'Reportedly', 'the bridge will close in May'],
  ['The mayor has reportedly sold three boats.', 'reportedly', 'The mayor has … sold three boats'],
  ['The mayor allegedly took bribes.', 'allegedly', 'The mayor … took bribes'],
  ['The mayor supposedly owns three boats.', 'supposedly', 'The mayor … owns three boats'],
  ['The mayor purportedly owns three boats.', 'purportedly', 'The mayor … owns three boats'],
  ['The mayor reportedly left, but the clerk stayed.', 'reportedly', 'The mayor … left'],
  ['The mayor is said to own three boats.', 'is said to', 'The mayor … to own three boats'],
  ['The mayor is believed to be abroad.', 'is believed to', 'The mayor … to be abroad'],
  ['The two men are believed to have fled.', 'are believed to', 'The two men … to have fled'],
  ['The mayor is thought to own a boat.', 'is thought to', 'The mayor … to own a boat'],
  ['The mayor is understood to have left.', 'is understood to', 'The mayor … to have left'],
  ['The mayor was rumoured to be ill.', 'was rumoured to', 'The mayor … to be ill'],
  ['The mayor has been rumored to be ill.', 'has been rumored to', 'The mayor … to be ill'],
  ['The mayor is reported to have left.', 'is reported to', 'The mayor … to have left'],
  ['The mayor is alleged to have lied.', 'is alleged to', 'The mayor … to have lied'],
  ['The mayor is widely believed to have left.', 'is widely believed to', 'The mayor … to have left'],
  ['It is understood that the mayor will resign.', 'It is understood', 'that the mayor will resign'],
  ['It is believed that the mayor will resign.', 'It is believed', 'that the mayor will resign'],
  ['It was rumoured that the mayor was ill.', 'It was rumoured', 'that the mayor was ill'],
  ['It has been reported that the mayor left.', 'It has been reported', 'that the mayor left'],
  ['Rumour has it that the mayor will resign.', 'Rumour has it', 'that the mayor will resign'],
  ['Word has it that the mayor will resign.', 'Word has it', 'that the mayor will resign'],
  ['Rumours are circulating that the mayor left.', 'Rumours are circulating', 'that the mayor left'],
  ['There are rumours that the mayor left.', 'There are rumours', 'that the mayor left'],
  ['There is speculation that the mayor left.', 'There is speculation', 'that the mayor left'],
  ['There were unconfirmed reports that she left.', 'There were unconfirmed reports', 'that she left'],
];

/** Somebody says so, or nothing is claimed. */
const none: readonly string[] = [
  'Ann Lee said that the bridge was closed.',
  'Ann Lee said the bridge is believed to be unsafe.',
  'The mayor is expected to resign.',
  'The allegedly stolen car stood by the river.',
  'The alleged thief fled, police said.',
  'The mayor read “The bridge is reportedly closed” off a card.',
  'Ann Lee thought of the bridge.',
  'Bridge“Reportedly“Closed“In May',
];

describe('hearsay', () => {
  const read = (text: string) => {
    const slice = ({ start, end }: Span): string => text.slice(start, end);
    return analyzeParagraph(text).attributions.map(({ source, content, hearsay }) => ({
      source: source?.map(slice).join() ?? null,
      content: content.map(slice).join(' … '),
      hearsay: hearsay && slice(hearsay),
    }));
  };

  for (const [line, hearsay, content] of unsourced)
    it(`is ${hearsay}: ${line}`, () => {
      assert.deepEqual(read(line), [{ source: null, content, hearsay }]);
    });

  for (const line of none)
    it(`is not in: ${line}`, () => {
      assert.ok(read(line).every(({ hearsay }) => hearsay === null));
    });

  it('may have a source: what she reportedly said', () => {
    assert.deepEqual(read('Ann Lee reportedly said that the bridge was closed.'), [
      { source: 'Ann Lee', content: 'that the bridge was closed', hearsay: 'reportedly' },
    ]);
  });

  it('stands in the order of the text', () => {
    assert.deepEqual(
      read('The bridge is reportedly closed. Ann Lee said that it was safe.').map(({ hearsay }) => hearsay),
      ['reportedly', null],
    );
  });
});
