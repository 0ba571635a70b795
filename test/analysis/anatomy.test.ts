import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAnatomy } from '../../src/analysis/anatomy';
import type { Span } from '../../src/analysis/contract';
import { splitParagraphs } from '../../src/analysis/paragraphs';

const STORY =
  'The council voted on Monday to close the harbour bridge to lorries after engineers found rust in four of its piers, ' +
  'and Mayor Ida Brandt said the work would begin in May.';
const LAST = 'The vote was seven to four, and nobody in the hall was surprised by it in the least.';

function anatomy(text: string) {
  const words = (span: Span | null) => span && text.slice(span.start, span.end);
  const { headline, byline, dateline, date, outlet, excluded } = findAnatomy(text, splitParagraphs(text));
  return {
    headline: words(headline),
    byline: words(byline),
    dateline: words(dateline),
    date,
    outlet,
    excluded: excluded.map(words),
  };
}

const article = (...paragraphs: string[]) => paragraphs.join('\n\n');

describe('findAnatomy', () => {
  it('finds nothing in an empty text', () => {
    const nothing = { headline: null, byline: null, dateline: null, date: null, outlet: null, excluded: [] };
    assert.deepEqual(anatomy(''), nothing);
  });

  it('finds every part of an article', () => {
    const text = article(
      'Elden shuts its harbour bridge to lorries',
      'By Ida Lund, Harbour Correspondent, Elden Mail',
      'Monday, May 18, 2015',
      `PORT ELDEN (Reuters) — ${STORY}`,
      'The harbour bridge at dusk. (Jan Holm/Getty Images)',
      LAST,
      'Read more: The bridge that nobody wanted',
    );
    assert.deepEqual(anatomy(text), {
      headline: 'Elden shuts its harbour bridge to lorries',
      byline: 'By Ida Lund, Harbour Correspondent, Elden Mail',
      dateline: 'PORT ELDEN (Reuters)',
      date: '2015-05-18',
      outlet: 'Elden Mail',
      excluded: [
        'The harbour bridge at dusk. (Jan Holm/Getty Images)',
        'Read more: The bridge that nobody wanted',
      ],
    });
  });

  describe('headline', () => {
    const headlines: [first: string, next?: string][] = [
      ['Elden shuts its harbour bridge to lorries'],
      ['Will Elden shut its harbour bridge?'],
      ['Brandt: ‘We were warned’'],
      ['Council Votes To Close Harbour Bridge To Lorries.'],
      [
        'Elden has closed its harbour bridge, according to the Elden Mail.',
        'According to a local paper, Elden has closed its harbour bridge to lorries and to buses, and may close it to cars before the winter.',
      ],
      ['Elden shuts its harbour bridge.', `PORT ELDEN, Maine (AP) — ${STORY}`],
    ];
    for (const [first, next = STORY] of headlines) {
      it(first, () => assert.equal(anatomy(article(first, next, LAST)).headline, first));
    }

    const others: [what: string, text: string][] = [
      ['a first sentence', article('The council voted on Monday to close the bridge.', LAST)],
      [
        'a first sentence that is told again with a weekday',
        article(
          'Elden closed its harbour bridge on Monday.',
          'Elden closed its harbour bridge because of rust in four of its piers, the mayor said.',
        ),
      ],
      ['two sentences', article('It rained. Nobody came to the harbour', LAST)],
      ['a dateline', article(`PORT ELDEN — ${STORY}`, LAST)],
      ['a long paragraph', article(`${STORY} ${LAST}`.replace(/\.$/, ''), LAST)],
      ['words that lead on', article('She said this:', LAST)],
      ['a byline', article('By Ida Lund', STORY)],
    ];
    for (const [what, text] of others) {
      it(`is not ${what}`, () => assert.equal(anatomy(text).headline, null));
    }

    it('is the first Markdown heading', () =>
      assert.equal(
        anatomy(`# The bridge is closed.\n\n${STORY}\n\n## What comes next\n\n${LAST}`).headline,
        'The bridge is closed.',
      ));
    it('is a heading with a line under it', () =>
      assert.equal(anatomy(`The bridge is closed.\n=====\n\n${STORY}`).headline, 'The bridge is closed.'));
    it('comes after a byline or a date', () =>
      assert.equal(
        anatomy(article('May 18, 2015', 'By Ida Lund', 'Bridge closed to lorries', STORY)).headline,
        'Bridge closed to lorries',
      ));
    it('stands alone in a draft', () =>
      assert.equal(anatomy('Bridge closed to lorries').headline, 'Bridge closed to lorries'));
  });

  describe('byline', () => {
    const bylines: [byline: string, outlet?: string | null, date?: string | null, span?: string][] = [
      ['By Ida Lund'],
      ['BY IDA LUND'],
      ['By: Ida Lund'],
      ['Words by Ida Lund and Jan van der Holm'],
      ['By Ida Lund, Jan Holm and Eva O’Brien'],
      ['By J.P. Lund and Ida Lund-Holm'],
      ['By Ida Lund in Port Elden'],
      ['Ida Lund, Staff Writer'],
      ['Ida Lund, political correspondent'],
      ['By Ida Lund, Elden Mail', 'Elden Mail'],
      ['By Ida Lund for the Elden Mail', 'the Elden Mail'],
      ['By Reuters', 'Reuters'],
      ['By Associated Press', 'Associated Press'],
      ['By our staff reporter'],
      ['By Ida Lund | Elden Mail | May 18, 2015', 'Elden Mail', '2015-05-18', 'By Ida Lund'],
      ['By Ida Lund\nStaff Reporter', null, null, 'By Ida Lund'],
      ['Ida Lund | Staff Reporter', null, null, 'Ida Lund'],
      ['By Ida Lund – Published 2 June 2024 at 10:05', null, '2024-06-02', 'By Ida Lund'],
      ['By Ida Lund • @idalund', null, null, 'By Ida Lund'],
    ];
    for (const [byline, outlet = null, date = null, span = byline] of bylines) {
      it(byline, () => {
        const found = anatomy(article('Bridge closed to lorries', byline, STORY));
        assert.deepEqual([found.byline, found.outlet, found.date], [span, outlet, date]);
      });
    }

    it('may stand at the end of a long article', () => {
      const text = article(
        'Bridge closed to lorries',
        ...Array.from({ length: 12 }, () => STORY),
        'By Ida Lund',
      );
      assert.equal(anatomy(text).byline, 'By Ida Lund');
    });

    const others = [
      'By Monday the bridge was closed',
      'By all accounts it was late.',
      'Ida Lund, the mayor’s sister, left.',
      'Ida Lund',
      'Ida Lund and Jan Holm said so',
      'By the Harbour',
      'By Ida Lund, who left the town in May and never came back',
      'Chief Editor',
    ];
    for (const text of others) {
      it(`is not: ${text}`, () =>
        assert.equal(anatomy(article('Bridge closed to lorries', text, STORY)).byline, null));
    }
  });

  describe('dateline', () => {
    const datelines: [dateline: string, dash: string, outlet?: string | null, date?: string | null][] = [
      ['HARBOURTOWN (Reuters)', ' — ', 'Reuters'],
      ['HARBOURTOWN', ' — '],
      ['LONDON, March 14', ' - '],
      ['LONDON, March 14, 2022 (Reuters)', ' - ', 'Reuters', '2022-03-14'],
      ['PORT ELDEN, Maine (AP)', ' — ', 'AP', null],
      ['PORT ELDEN, N.H., Sept. 28 (UPI)', ' -- ', 'UPI'],
      ['ST. ELDEN', ' ― '],
      ['Port Elden (AFP)', ' – ', 'AFP'],
      ['Elden, 14 March', ' – '],
      ['(Reuters)', ' - ', 'Reuters'],
    ];
    for (const [dateline, dash, outlet = null, date = null] of datelines) {
      it(dateline, () => {
        const found = anatomy(article('Bridge closed to lorries', `${dateline}${dash}${STORY}`));
        assert.deepEqual([found.dateline, found.outlet, found.date], [dateline, outlet, date]);
        assert.equal(found.headline, 'Bridge closed to lorries');
      });
    }

    const others = [
      `BREAKING — ${STORY}`,
      `UPDATE - ${STORY}`,
      `Mayor Ida Brandt — ${STORY}`,
      `LUND: ${STORY}`,
      `NATO said the bridge - ${STORY}`,
      `IDA-BRANDT was late. ${STORY}`,
    ];
    for (const text of others) {
      it(`is not: ${text.slice(0, 30)}…`, () => assert.equal(anatomy(text).dateline, null));
    }
  });

  describe('date', () => {
    const dates: [line: string, date: string | null][] = [
      ['Monday, May 18, 2015', '2015-05-18'],
      ['May 18th, 2015', '2015-05-18'],
      ['18 May 2015', '2015-05-18'],
      ['2015-05-18', '2015-05-18'],
      ['Published: Sept. 2, 2024 3:04 PM ET', '2024-09-02'],
      ['Updated 2 June 2024, 10:05', '2024-06-02'],
      ['February 30, 2024', null],
    ];
    for (const [line, date] of dates) {
      it(`${line} is ${date ?? 'no day'}, and a dateline`, () => {
        const found = anatomy(article('Bridge closed to lorries', line, STORY));
        assert.deepEqual([found.date, found.dateline], [date, line]);
      });
    }

    it('is not a date in the story', () => {
      const found = anatomy(article('Bridge closed to lorries', `It opened on May 18, 2015, and ${STORY}`));
      assert.deepEqual([found.date, found.dateline], [null, null]);
    });

    it('is read from front matter, which is no article text', () => {
      const text = `---\ntitle: Bridge\ndate: 2024-05-06 10:00\n---\n\n# Bridge closed\n\n${STORY}`;
      const found = anatomy(text);
      assert.deepEqual([found.date, found.headline], ['2024-05-06', 'Bridge closed']);
      assert.equal(found.excluded.join('\n'), 'title: Bridge\ndate: 2024-05-06 10:00');
    });
  });

  describe('excluded', () => {
    const boilerplate = [
      'Photo: Jan Holm',
      'Photograph by Jan Holm',
      'FILE - The harbour bridge in 2019.',
      'Mayor Ida Brandt speaks on Monday. (AP Photo/Jan Holm)',
      'Mayor Ida Brandt speaks on Monday (Photo by Jan Holm/Getty Images).',
      'Jan Holm via Getty Images',
      'Jan Holm / Reuters.',
      'Getty/Instagram.',
      'Read more: The bridge that nobody wanted',
      'READ MORE',
      'Read the full report here.',
      'Read the rest here.',
      'Related: The bridge that nobody wanted',
      'See also: The bridge that nobody wanted',
      'Watch: The bridge from above',
      'https://elden.example/bridge',
      'Share this article',
      'Share | Tweet | Email',
      'Facebook Twitter WhatsApp',
      'Follow Ida Lund on Twitter @idalund',
      'Follow us on Facebook and Instagram.',
      'Sign up for our morning newsletter.',
      'Subscribe to the Elden Mail today',
      'Get the day’s news in your inbox every morning.',
      'Advertisement',
      'Story continues below advertisement',
      'Correction: An earlier version of this article misspelled the name of the bridge.',
      'Editor’s note: The bridge has since been closed.',
      'This story has been updated with comment from the mayor.',
      'An earlier version of this article misstated the year.',
      '(Reporting by Ida Lund; Editing by Jan Holm)',
      'Additional reporting by Eva Holm in Port Elden.',
      'Eva Holm contributed to this report.',
      '© 2024 The Elden Mail. All rights reserved.',
      '###',
      '-30-',
    ];
    for (const line of boilerplate) {
      it(line, () => {
        const { excluded, headline } = anatomy(article('Bridge closed to lorries', STORY, line, LAST));
        assert.deepEqual([excluded, headline], [[line], 'Bridge closed to lorries']);
      });
    }

    const story = [
      'Read more than a few of her letters and the bridge comes up in every one, she said.',
      'Share prices in the port operator fell by a tenth on Monday.',
      'Photographs of the bridge were found in the mayor’s office.',
      'Follow the river for a mile on foot and you reach the bridge.',
      'The council will correct the minutes: the vote was seven to four.',
      'Updates to the bridge will cost 12 million crowns, said a man at Getty Images.',
      'The Elden Mail (which is owned by Reuters) declined to comment.',
      'Brandt subscribed to the plan and signed up to a new bridge.',
      'The money contributed to this town’s bridge was spent on lorries.',
      'Get out of the way, she told the lorries, and they did.',
      'Watch how the mayor votes, said Lund.',
      'Support for the bridge is at an all-time low now, the council said.',
      'This article of the constitution was amended in 1998, and it has held.',
      '“Read more: it is good for you,” Brandt said.',
      'Video of the crash shows the lorry on the wrong side of the road.',
      'Twitter declined to comment.',
    ];
    for (const line of story) {
      it(`does not hold: ${line}`, () => {
        assert.deepEqual(anatomy(article('Bridge closed to lorries', STORY, line, LAST)).excluded, []);
      });
    }
  });

  it('gives spans within the text for any text', () => {
    const part = fc.constantFrom(
      'By ',
      'Ida Lund',
      ' — ',
      'PORT ELDEN',
      '(AP)',
      '\n\n',
      '\n',
      'Read more: ',
      'May 18, 2015',
      '. ',
      '# ',
      '---\n',
      'date: ',
      '| ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), parts => {
        const text = parts.join('');
        const { headline, byline, dateline, excluded } = findAnatomy(text, splitParagraphs(text));
        for (const span of [headline, byline, dateline, ...excluded]) {
          if (span) assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
