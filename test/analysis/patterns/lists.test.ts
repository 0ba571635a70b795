import { article, readsEach } from './cases';

describe('lists of quotations', () => {
  readsEach([
    [
      'each with a dash and a name behind it',
      '- “We will act now.” — Ann Lee, mayor\n- “Nobody asked us.” — Bo Cole',
      ['“We will act now.”', 'Ann Lee, mayor', 'Ann Lee'],
      ['“Nobody asked us.”', 'Bo Cole', 'Bo Cole'],
    ],
    [
      'each with a name and a colon before it',
      '* Ann Lee: “We will act now.”\n* Bo Cole: “No.”',
      ['“We will act now.”', 'Ann Lee', 'Ann Lee'],
      ['“No.”', 'Bo Cole', 'Bo Cole'],
    ],
    [
      'one of them by somebody without a name',
      '- The Harbour Union: “Nobody asked us.”\n- A resident of Quay Street: “I sleep badly.”',
      ['“Nobody asked us.”', 'The Harbour Union', 'Harbour Union'],
      ['“I sleep badly.”', 'A resident of Quay Street', 'A resident of Quay Street'],
    ],
    [
      'numbered, the names in bold with an office',
      '1. **Ann Lee, mayor:** “We will act now.”\n2. **Bo Cole, captain:** “Nobody asked us.”',
      ['“We will act now.”', 'Ann Lee, mayor', 'Ann Lee'],
      ['“Nobody asked us.”', 'Bo Cole, captain', 'Bo Cole'],
    ],
    [
      'straight marks and two hyphens',
      '"The ferry is late." -- Ann Lee\n\n"It always was." - Bo Cole',
      ['"The ferry is late."', 'Ann Lee', 'Ann Lee'],
      ['"It always was."', 'Bo Cole', 'Bo Cole'],
    ],
    [
      'several sentences, and a full stop behind the name',
      '“The ferry is late. It always was!” ― Julie A. Lund.',
      ['“The ferry is late. It always was!”', 'Julie A. Lund', 'Julie A. Lund'],
    ],
  ]);
});

describe('block quotes', () => {
  readsEach([
    ['signed on its last line', '> We will act.\n> — Ann Lee', ['We will act.', 'Ann Lee', 'Ann Lee']],
    ['signed behind its last sentence', '> We will act. — Ann Lee', ['We will act.', 'Ann Lee', 'Ann Lee']],
    [
      'with marks of its own',
      '> “We will act.” — Ann Lee, mayor of Northport',
      ['“We will act.”', 'Ann Lee, mayor of Northport', 'Ann Lee'],
    ],
    [
      'introduced by a line of its own',
      article('Ann Lee said:', '> We will act.'),
      ['We will act.', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'of two paragraphs',
      article('Ann Lee wrote in a letter to the town:', '> We will act.\n>\n> We always do.'),
      ['We will act. … We always do.', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'by somebody named before',
      article('Ann Lee runs the port. She wrote:', '> We will act.'),
      ['We will act.', 'She', 'Ann Lee'],
    ],
  ]);
});
