import { article, findsNothingIn, readsEach } from './cases';

describe('words after a name and a colon', () => {
  readsEach([
    ['a surname in a headline', 'Smith: we will act', ['we will act', 'Smith', 'Smith']],
    [
      'a name of two words',
      'Ida Brandt: the port stays closed',
      ['the port stays closed', 'Ida Brandt', 'Ida Brandt'],
    ],
    [
      'a title before the name',
      'Minister Ida Brandt: ferries to stop in May',
      ['ferries to stop in May', 'Minister Ida Brandt', 'Ida Brandt'],
    ],
    ['a body of people', 'Police: three hurt on the quay', ['three hurt on the quay', 'Police', 'Police']],
    ['a survey', 'Poll: most want the bridge', ['most want the bridge', 'Poll', 'Poll']],
    ['a quotation', 'Rukavic: “Nobody asked us.”', ['“Nobody asked us.”', 'Rukavic', 'Rukavic']],
    [
      'a quotation in British marks',
      'Rukavic: ‘Nobody asked us.’',
      ['‘Nobody asked us.’', 'Rukavic', 'Rukavic'],
    ],
    [
      'a name in bold',
      '**Ida Brandt:** “We will *never* close.”',
      ['“We will *never* close.”', 'Ida Brandt', 'Ida Brandt'],
    ],
    [
      'the name behind, in a headline',
      'Ferries to stop in May: minister',
      ['Ferries to stop in May', 'minister', 'minister'],
    ],
    [
      'a bulletin that says so with a verb',
      'Brandt said: the port is closed.',
      ['the port is closed', 'Brandt', 'Brandt'],
    ],
    [
      'a headline whose surname the article spells out',
      article('Rukavic: nobody asked us', 'Jana Rukavic runs the ferry at Elden.'),
      ['nobody asked us', 'Rukavic', 'Jana Rukavic'],
    ],
  ]);
});

describe('headlines with a verb', () => {
  readsEach([
    ['a source behind the verb', 'Mayor to step down, says paper', ['Mayor to step down', 'paper', 'paper']],
    ['a source before the verb', 'Port to close, officials say', ['Port to close', 'officials', 'officials']],
    [
      'a study that finds',
      'Bridge unsafe to cross, report finds',
      ['Bridge unsafe to cross', 'report', 'report'],
    ],
    [
      'words in marks',
      'Port ‘to close in May’, says minister',
      ['Port ‘to close in May’', 'minister', 'minister'],
    ],
  ]);
});

describe('words after a colon that are nobody’s', () => {
  findsNothingIn([
    ['an update', 'Update: the port is closed'],
    ['a correction', 'Correction: the ferry leaves at nine.'],
    ['a sum', 'Cost: two million for the bridge'],
    ['a heading with a colon', 'Little Relief for Travellers: the ferry is what the harbour was made for.'],
    ['a day', 'Monday: rain in the harbour, wind from the west.'],
    ['a photo', 'Photo: the old crane at dusk.'],
    ['a colon in a sentence', 'One thing is clear: the bridge needs paint.'],
    ['an opening word', 'Ah, friends once more: the ferry and the bridge.'],
    ['a list in a sentence', 'The harbour has two cranes: the old one and the new one.'],
  ]);
});
