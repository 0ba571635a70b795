import { article, findsNothingIn, readsEach } from './cases';

describe('interviews', () => {
  readsEach([
    [
      'Q and A: the answers are by whom the introduction names',
      article(
        'Ida Brandt is the harbour master of Elden.',
        'Q: When will you open it?',
        'A: In May. I have promised that.',
        'Q: And the ferry?',
        'A: The ferry goes on.',
      ),
      ['In May. I have promised that.', 'Ida Brandt', 'Ida Brandt'],
      ['The ferry goes on.', 'Ida Brandt', 'Ida Brandt'],
    ],
    [
      'names in bold',
      article(
        'Ida Brandt is the harbour master of Elden.',
        '**Radio Verrin:** When does the port open?',
        '**Brandt:** In May. The cranes are back.',
        '**Radio Verrin:** Who pays?',
        '**Brandt:** The town does.',
        'It has promised us that.',
        '*The interview was shortened.*',
      ),
      ['When does the port open?', 'Radio Verrin', 'Radio Verrin'],
      ['In May. The cranes are back.', 'Brandt', 'Ida Brandt'],
      ['Who pays?', 'Radio Verrin', 'Radio Verrin'],
      ['The town does.', 'Brandt', 'Ida Brandt'],
      ['It has promised us that.', 'Brandt', 'Ida Brandt'],
    ],
    [
      'questions in bold, answers without marks',
      article(
        'Ida Brandt runs the port. We met her in May.',
        '**When do you open?**',
        'In June. We are nearly done.',
        '**Who pays for your cranes?**',
        'The town pays us.',
        '**Are you glad?**',
        'I am.',
        'My father built it.',
      ),
      ['In June. We are nearly done.', 'Ida Brandt', 'Ida Brandt'],
      ['The town pays us.', 'Ida Brandt', 'Ida Brandt'],
      ['I am.', 'Ida Brandt', 'Ida Brandt'],
      ['My father built it.', 'Ida Brandt', 'Ida Brandt'],
    ],
    [
      'questions as headings',
      article(
        'Ida Brandt runs the port.',
        '## When do you open?',
        'In June. We are nearly done.',
        '## Who pays you?',
        'Nobody pays me.',
        '## What do you want?',
        'I want rain.',
      ),
      ['In June. We are nearly done.', 'Ida Brandt', 'Ida Brandt'],
      ['Nobody pays me.', 'Ida Brandt', 'Ida Brandt'],
      ['I want rain.', 'Ida Brandt', 'Ida Brandt'],
    ],
  ]);
});

describe('interviews whose answers are quoted', () => {
  readsEach([
    [
      'each quotation has the source that its cue gives, and what has no cue is the interviewee’s',
      article(
        'Ida Brandt is the harbour master of Elden.',
        '**When does it open?** “In May,” she says.',
        '**Who pays?** “The town does,” says Brandt.',
        '**Is that fair to you?** “I think so.”',
      ),
      ['“In May,”', 'she', 'Ida Brandt'],
      ['“The town does,”', 'Brandt', 'Ida Brandt'],
      ['“I think so.”', 'Ida Brandt', 'Ida Brandt'],
    ],
  ]);
});

describe('transcripts', () => {
  readsEach([
    [
      'names in capitals',
      article('BRANDT: We will act.', 'COLE: When?', 'BRANDT: Now.'),
      ['We will act.', 'BRANDT', 'BRANDT'],
      ['When?', 'COLE', 'COLE'],
      ['Now.', 'BRANDT', 'BRANDT'],
    ],
    [
      'time stamps, and what happens in the room',
      article(
        '[00:12] BRANDT: We will act.',
        '[00:15] COLE: When?',
        '[00:20] BRANDT: Now.',
        '(Applause)',
        'The gates are open.',
        'COLE (00:30): Good. (laughs)',
      ),
      ['We will act.', 'BRANDT', 'BRANDT'],
      ['When?', 'COLE', 'COLE'],
      ['Now.', 'BRANDT', 'BRANDT'],
      ['The gates are open.', 'BRANDT', 'BRANDT'],
      ['Good.', 'COLE', 'COLE'],
    ],
    [
      'speakers known by their office',
      article('Chair: The meeting is open.', 'Ida Brandt: Thank you.', 'Chair: Who is for it?'),
      ['The meeting is open.', 'Chair', 'Chair'],
      ['Thank you.', 'Ida Brandt', 'Ida Brandt'],
      ['Who is for it?', 'Chair', 'Chair'],
    ],
    [
      'everything said in a turn is the turn’s',
      article(
        'BRANDT: The captain told me that the ferry was late.',
        'COLE: He said “sorry”, did he not?',
        'BRANDT: Yes.',
      ),
      ['The captain told me that the ferry was late.', 'BRANDT', 'BRANDT'],
      ['He said “sorry”, did he not?', 'COLE', 'COLE'],
      ['Yes.', 'BRANDT', 'BRANDT'],
    ],
  ]);
});

describe('what is set like turns and is none', () => {
  findsNothingIn([
    [
      'facts under labels',
      article('Where: the old harbour', 'When: on Sunday at nine', 'Where: the new harbour'),
    ],
    [
      'a count of votes',
      article('Ida Brandt: 1,769.', 'Bo Cole: 1,501.', 'Nobody: 12.', 'Ida Brandt: 547.', 'Bo Cole: 46.'),
    ],
    [
      'an explainer that asks nobody',
      article(
        'The port of Elden opens in May.',
        '**What does it cost?**',
        'Two million in all.',
        '**Who pays?**',
        'The town pays half of it.',
        '**When does it open?**',
        'It opens in May.',
      ),
    ],
  ]);
});
