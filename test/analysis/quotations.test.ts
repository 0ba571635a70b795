import assert from 'node:assert/strict';
import type { ParagraphQuotation } from '../../src/analysis/paragraph';
import { splitParagraphs } from '../../src/analysis/paragraphs';
import { findQuotations, joinQuotations } from '../../src/analysis/quotations';

function show(text: string, { span, marks }: ParagraphQuotation): string {
  const partner =
    !marks.open && !marks.close
      ? ' [block]'
      : !marks.open
        ? ' [unopened]'
        : !marks.close
          ? ' [unclosed]'
          : '';
  return text.slice(span.start, span.end) + partner;
}

/** Each quotation as it stands in the text, indented by its depth. */
function quotations(text: string): string[] {
  return findQuotations(text).map(found => '  '.repeat(found.depth) + show(text, found));
}

function roles(text: string): string[] {
  return findQuotations(text).map(({ role, inner }) => `${role}: ${text.slice(inner.start, inner.end)}`);
}

type Case = readonly [text: string, ...expected: string[]];

function table(name: string, read: (text: string) => string[], cases: readonly Case[]): void {
  describe(name, () => {
    for (const [text, ...expected] of cases)
      it(text || '(nothing)', () => assert.deepEqual(read(text), expected));
  });
}

describe('findQuotations', () => {
  table('pairs every style of mark', quotations, [
    [''],
    ['The bridge will close in May.'],
    ['“It is late,” Brandt said. “We stay.”', '“It is late,”', '“We stay.”'],
    ['"It is late," Brandt said. "We stay."', '"It is late,"', '"We stay."'],
    ['‘It is late,’ Brandt said. ‘We stay.’', '‘It is late,’', '‘We stay.’'],
    ["'It is late,' Brandt said. 'We stay.'", "'It is late,'", "'We stay.'"],
    ["''It isn't late,'' Brandt said. ''We stay.''", "''It isn't late,''", "''We stay.''"],
    ["``It isn't late,'' Brandt said. ``We stay.''", "``It isn't late,''", "``We stay.''"],
    ['‘‘It is late,’’ Brandt said.', '‘‘It is late,’’'],
    ["`It is late,' Brandt said.", "`It is late,'"],
    ['«It is late», Brandt said. « We stay. »', '«It is late»', '« We stay. »'],
    ['»It is late«, Brandt said. »We stay.«', '»It is late«', '»We stay.«'],
    ['»It is late», Brandt said.', '»It is late»'],
    ['‹It is late›, Brandt said.', '‹It is late›'],
    ['„It is late“, Brandt said. „We stay.“', '„It is late“', '„We stay.“'],
    ['„It is late”, Brandt said.', '„It is late”'],
    ['‚It is late‘, Brandt said.', '‚It is late‘'],
    ['＂It is late,＂ Brandt said.', '＂It is late,＂'],
    ['She said, “It is late".', '“It is late"'],
    ['She said, "It is late”.', '"It is late”'],
    ['“It is late,“ Brandt said. “We stay.“', '“It is late,“', '“We stay.“'],
    ['”It is late,” Brandt said. ”We stay.”', '”It is late,”', '”We stay.”'],
    ['" It is late, " Brandt said. “ We stay. ”', '" It is late, "', '“ We stay. ”'],
    ['*"It is late,"* Brandt said. **“We stay.”**', '"It is late,"', '“We stay.”'],
    ['(“It is late,” she said.) ["We stay."]', '“It is late,”', '"We stay."'],
    ['She said: “... and then we left …”', '“... and then we left …”'],
    ['“$5 is “steep,”” he said. "@ida says so."', '“$5 is “steep,””', '  “steep,”', '"@ida says so."'],
    ['“I never—” he began. “—and never will.”', '“I never—”', '“—and never will.”'],
    ['"I never"—he paused—"meant it," she said.', '"I never"', '"meant it,"'],
    ['Brandt — "the mayor" — left.', '"the mayor"'],
    ['It was ex-"friend" Lund who left.', '"friend"'],
    ['Her “if/then” plan and “either”/“or” choice', '“if/then”', '“either”', '“or”'],
    ['“It is late.”“We stay,” Brandt wrote.', '“It is late.”', '“We stay,”'],
    ['"It is late.""We stay," Brandt wrote.', '"It is late."', '"We stay,"'],
    ['He said"It is late," and she "We stay"and left.', '"It is late,"', '"We stay"'],
  ]);

  table('leaves apostrophes, primes and decoration alone', quotations, [
    ["Brandt's plan, the players' union, O'Neill's and the '90s: it's theirs, isn't it?"],
    ['Brandt’s plan, the players’ union, O’Neill’s and the ’90s: it’s theirs, isn’t it?'],
    ["It was rock ’n’ roll, rock ‘n’ roll and rock 'n' roll, goin’ on ’til dawn."],
    ["Goin' home, he told 'em 'twas nothin' the workers' wives couldn't do."],
    ['The Joneses’ and the Smiths’ dogs, in the ‘60s and ‘70s.'],
    ['He is 5\'10" tall, she is 5’ 2", the pipe is 6" wide and 20\' long.'],
    ['At 5’10” he is the tallest in the hall.'],
    ['It was sold at the Toys"R"Us shop.'],
    ['""""""""""""""""""""'],
    ['<a href="https://example.org/" title="Nothing">Read it here.</a>'],
    ['one‚ two‚ three'],
    ['‘The players’ union will strike,’ he said.', '‘The players’ union will strike,’'],
    ["'The players' union won't strike,' he said of the '90s.", "'The players' union won't strike,'"],
    ['“The ’90s were the players’ years,” he said.', '“The ’90s were the players’ years,”'],
    ["'Stoic' drivers wait.", "'Stoic'"],
    ["'Dreamers' wait, and drivers don't.", "'Dreamers'"],
    ['The ‘dreamers’ plan and the ‘doers’ plan.', '‘dreamers’', '‘doers’'],
    ["The 'dreams' of the workers' sons.", "'dreams'"],
    ['‘Tis the season,’ he said.', '‘Tis the season,’'],
    ['He called it ‘the players’’ fault.', '‘the players’’'],
    ['“He is 5’10”,” she said. “She is 5’2”.”', '“He is 5’10”,”', '“She is 5’2”.”'],
  ]);

  table('nests', quotations, [
    ['“He told me, ‘Go home,’ and I did,” she said.', '“He told me, ‘Go home,’ and I did,”', '  ‘Go home,’'],
    ['‘He told me, “Go home,” and I did,’ she said.', '‘He told me, “Go home,” and I did,’', '  “Go home,”'],
    ['"He told me, \'Go home.\'"', '"He told me, \'Go home.\'"', "  'Go home.'"],
    ["'''Go home,' he told me,'' she said.", "'''Go home,' he told me,''", "  'Go home,'"],
    ["''He told me, 'Go home.'''", "''He told me, 'Go home.'''", "  'Go home.'"],
    ['“‘Go home,’ he told me.”', '“‘Go home,’ he told me.”', '  ‘Go home,’'],
    [
      '"It comes across as “too loud” or “too shrill.”"',
      '"It comes across as “too loud” or “too shrill.”"',
      '  “too loud”',
      '  “too shrill.”',
    ],
    [
      '"It comes across as "too loud" or "too shrill"."',
      '"It comes across as "too loud" or "too shrill"."',
      '  "too loud"',
      '  "too shrill"',
    ],
    [
      '“She said: ‘He called it “late” and left.’”',
      '“She said: ‘He called it “late” and left.’”',
      '  ‘He called it “late” and left.’',
      '    “late”',
    ],
    ['«She said “no” to me», he wrote.', '«She said “no” to me»', '  “no”'],
  ]);

  table('keeps its feet where a mark has no partner', quotations, [
    ['“It is late. We stay here', '“It is late. We stay here [unclosed]'],
    ['Brandt said: “It is late. We stay here.', '“It is late. We stay here. [unclosed]'],
    ['“It is late,” she said. “We stay here.', '“It is late,”', '“We stay here. [unclosed]'],
    ['‘It is late. We stay here.', '‘It is late. We stay here. [unclosed]'],
    ["'It is late. We don't stay here.", "'It is late. We don't stay here. [unclosed]"],
    ['He added: ‘It is late.', '‘It is late. [unclosed]'],
    ['It is late. We stay,” Brandt said.', 'It is late. We stay,” [unopened]'],
    ['Brandt called it a “sham.” She left. It is late,” she said.', '“sham.”', 'It is late,” [unopened]'],
    [
      '“The port will face a long strike; a deal would leave open the chance of talks “with the owners,” tweeted Lund.',
      '“The port will face a long strike; a deal would leave open the chance of talks “with the owners,”',
    ],
    [
      '"The port will face a strike; it may "hurt us all," tweeted Lund. "We wait," he added.',
      '"The port will face a strike; it may "hurt us all,"',
      '"We wait,"',
    ],
    [
      'If they go, “the port will close; it would leave open the chance of talks “with the owners,” tweeted Lund.',
      '“the port will close; it would leave open the chance of talks “with the owners,”',
    ],
    [
      'If he goes, “Northport will close; it would leave open the chance of talks “with the owners,” tweeted Lund.',
      '“Northport will close; it would leave open the chance of talks “with the owners,”',
    ],
    ['“It is late. “We stay here,” she said.', '“It is late. [unclosed]', '“We stay here,”'],
    [
      '“It is late, she said. “We stay,” he said. “We go,” said Lund.',
      '“It is late, she said. [unclosed]',
      '“We stay,”',
      '“We go,”',
    ],
    ['He told me, “Go home, ‘they said.” “We stay.”', '“Go home, ‘they said.”', '“We stay.”'],
    ['Brandt said it was “late” and “dark and cold.', '“late”', '“dark and cold. [unclosed]'],
    ['“'],
    ['””'],
    ['“ ”'],
  ]);

  table('takes a block quote for a quotation without marks', quotations, [
    ['> We stay here.\n> We wait.', '> We stay here.\n> We wait. [block]'],
    ['> We call it “late” here.', '> We call it “late” here. [block]', '  “late”'],
    ['> “We stay here,” she wrote.', '“We stay here,”'],
    ['>'],
  ]);

  table('tells titles and scare quotes from speech', roles, [
    ['“Close the bridge,” Brandt said.', 'speech: Close the bridge,'],
    ['Brandt said the bridge was “old and unsafe.”', 'speech: old and unsafe.'],
    ['Brandt called the plan “shameful.”', 'speech: shameful.'],
    ['Critics described the vote as a “farce” on Monday.', 'speech: farce'],
    ['“No.”', 'speech: No.'],
    ['“Never again!” the crowd shouted.', 'speech: Never again!'],
    ['“Lock The Gates,” the marchers chanted.', 'speech: Lock The Gates,'],
    [
      'The plan would “put every lorry on the coast road by spring” at once.',
      'speech: put every lorry on the coast road by spring',
    ],
    ['She won a prize for the novel “A Winter in Elden” in May.', 'title: A Winter in Elden'],
    ['She won a prize for her book, “The day the bridge fell,” in May.', 'title: The day the bridge fell,'],
    ['He sang in the film “Harbour” and left.', 'title: Harbour'],
    ['A report entitled “Rust Below the Line” came out.', 'title: Rust Below the Line'],
    ['Brandt spoke on KEL’s “The Morning Tide,” a radio show.', 'title: The Morning Tide,'],
    ['On “Face the Harbour,” Brandt said it was late.', 'title: Face the Harbour,'],
    ['The “Elden at Night” exhibition opens on Monday.', 'title: Elden at Night'],
    ['They played “Who Goes There?” and “Home” in the rain.', 'title: Who Goes There?', 'scare: Home'],
    ['The “temporary” closure is in its third year.', 'scare: temporary'],
    ['The so-called “bridge of sighs” is in its third year.', 'scare: bridge of sighs'],
    ['They live in a “liquid market,” where prices move.', 'scare: liquid market,'],
    ['William “Bill” Stone left.', 'scare: Bill'],
    ['State Del. Marcia “Cia” Lund left, and so did Robert C. “Bob” Stone.', 'scare: Cia', 'scare: Bob'],
    ['Brandt Calls Closure Of Harbour Bridge A ‘Total Disgrace’', 'speech: Total Disgrace'],
    ['Mayor Was ‘Mocking’ Bridge Critics', 'speech: Mocking'],
    ['“A long quotation never closed', 'speech: A long quotation never closed'],
    ['She counted “3,210 broken bolts” there.', 'scare: 3,210 broken bolts'],
    ['He told the court: “Guilty.”', 'speech: Guilty.'],
    ['“Late,” “dark” and “cold,” said Lund.', 'speech: Late,', 'speech: dark', 'speech: cold,'],
  ]);
});

describe('joinQuotations', () => {
  function join(article: string): string[] {
    const paragraphs = splitParagraphs(article).map(({ start, end }) => {
      const text = article.slice(start, end);
      return { start, text, quotations: findQuotations(text) };
    });
    return joinQuotations(paragraphs).map(({ pieces, balanced }) => {
      const texts = pieces.map(({ span }) => article.slice(span.start, span.end));
      return `${balanced ? 'balanced' : 'unbalanced'} ${texts.join(' | ')}`;
    });
  }

  table('joins what runs over several paragraphs', join, [
    ['“One,” she said. “Two.”', 'balanced “One,”', 'balanced “Two.”'],
    ['“One.\n\n“Two.\n\n“Three,” she said.', 'balanced “One. | “Two. | “Three,”'],
    ['She said: "One.\n\n"Two."\n\n"Three," he said.', 'balanced "One. | "Two."', 'balanced "Three,"'],
    ['‘One.\n\n‘Two,’ she said.', 'balanced ‘One. | ‘Two,’'],
    ['“One ‘and a half.’\n\n“Two.”', 'balanced “One ‘and a half.’ | “Two.”', 'balanced ‘and a half.’'],
    ['“One.\n\nShe left.\n\n“Two.”', 'unbalanced “One.', 'balanced “Two.”'],
    ['“One.\n\nTwo,” she said.', 'unbalanced “One. | Two,”'],
    [
      '“We stay here, she said.\n\n“We go,” said Lund.',
      'unbalanced “We stay here, she said.',
      'balanced “We go,”',
    ],
    ['"One.\n\n“Two,” she said.', 'unbalanced "One.', 'balanced “Two,”'],
    ['“One.\n\n“Two.', 'unbalanced “One. | “Two.'],
    ['One,” she said.', 'unbalanced One,”'],
    ['“It may “hurt us all,” she said.', 'unbalanced “It may “hurt us all,”'],
    ['“He is 6" tall,” she said.', 'balanced “He is 6" tall,”'],
    ['“It is “late” here,” she said.', 'balanced “It is “late” here,”', 'balanced “late”'],
    ['> One.\n>\n> Two.\n\nShe left.', 'balanced > One. | > Two.'],
    ['No marks.\n\nNone.'],
  ]);

  it('calls a quotation over several paragraphs speech, and places its pieces', () => {
    const first = { start: 10, text: '“Old.', quotations: findQuotations('“Old.') };
    const second = { start: 20, text: '“New” it was.', quotations: findQuotations('“New” it was.') };
    assert.deepEqual(joinQuotations([first, second]), [
      {
        pieces: [
          { paragraph: 0, quotation: 0, span: { start: 10, end: 15 } },
          { paragraph: 1, quotation: 0, span: { start: 20, end: 25 } },
        ],
        role: 'speech',
        depth: 0,
        balanced: true,
      },
    ]);
  });
});
