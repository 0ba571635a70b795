import assert from 'node:assert/strict';
import { analyze } from '../../src/analysis/analyze';
import { findAnatomy } from '../../src/analysis/anatomy';
import type { ExcludedKind, Span } from '../../src/analysis/contract';
import { splitParagraphs } from '../../src/analysis/paragraphs';

const STORY =
  'The council voted on Monday to close the harbour bridge to lorries after engineers found rust in four of its piers, ' +
  'and Mayor Ida Brandt said the work would begin in May.';
const LAST = 'The vote was seven to four, and nobody in the hall was surprised by it in the least.';

function anatomy(text: string) {
  const words = (span: Span | null) => span && text.slice(span.start, span.end);
  const { headline, standfirst, byline, dateline, date, outlet, excluded } = findAnatomy(
    text,
    splitParagraphs(text),
  );
  return {
    headline: words(headline),
    standfirst: words(standfirst),
    byline: words(byline),
    dateline: words(dateline),
    date,
    outlet,
    excluded: excluded.map(words),
    kinds: excluded.map(({ kind }) => kind),
  };
}

const article = (...paragraphs: string[]) => paragraphs.join('\n\n');

describe('findAnatomy', () => {
  it('finds nothing in an empty text', () => {
    const nothing = {
      headline: null,
      standfirst: null,
      byline: null,
      dateline: null,
      date: null,
      outlet: null,
    };
    assert.deepEqual(anatomy(''), { ...nothing, excluded: [], kinds: [] });
  });

  it('finds every part of an article', () => {
    const text = article(
      'LOCAL NEWS',
      'Elden shuts its harbour bridge to lorries',
      'Engineers found rust in four piers. Buses may still cross.',
      'By Ida Lund, Harbour Correspondent, Elden Mail',
      'Monday, May 18, 2015',
      `PORT ELDEN (Reuters) — ${STORY}`,
      'The harbour bridge at dusk. (Jan Holm/Getty Images)',
      LAST,
      'Read more: The bridge that nobody wanted',
    );
    assert.deepEqual(anatomy(text), {
      headline: 'Elden shuts its harbour bridge to lorries',
      standfirst: 'Engineers found rust in four piers. Buses may still cross.',
      byline: 'By Ida Lund, Harbour Correspondent, Elden Mail',
      dateline: 'PORT ELDEN (Reuters)',
      date: '2015-05-18',
      outlet: 'Elden Mail',
      excluded: [
        'LOCAL NEWS',
        'Monday, May 18, 2015',
        'The harbour bridge at dusk. (Jan Holm/Getty Images)',
        'Read more: The bridge that nobody wanted',
      ],
      kinds: ['metadata', 'metadata', 'caption', 'related'],
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
      ['NEW ELDEN (AP)', ' — ', 'AP'],
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
      `NEW — ${STORY}`,
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
      ['February 30, 2024', null],
    ];
    for (const [line, date] of dates) {
      it(`${line} is ${date ?? 'no day'}, and a dateline`, () => {
        const found = anatomy(article('Bridge closed to lorries', line, STORY));
        assert.deepEqual([found.date, found.dateline], [date, line]);
      });
    }

    for (const [line, date] of [
      ['Published: Sept. 2, 2024 3:04 PM ET', '2024-09-02'],
      ['Updated 2 June 2024, 10:05', '2024-06-02'],
      ['First published on 2 June 2024', '2024-06-02'],
    ] as const) {
      it(`${line} is ${date}, and no dateline`, () => {
        const found = anatomy(article('Bridge closed to lorries', line, STORY));
        assert.deepEqual([found.date, found.dateline, found.kinds], [date, null, ['metadata']]);
      });
    }

    it('is the first of several', () => {
      const lines = ['Published 2 June 2024', 'Updated 3 June 2024 at 10:05'];
      const found = anatomy(article('Bridge closed to lorries', ...lines, STORY));
      assert.deepEqual([found.date, found.excluded], ['2024-06-02', lines]);
    });

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
    const leftOut: Record<ExcludedKind, string[]> = {
      caption: [
        'Photo: The harbour bridge before the storm, seen from the ferry.',
        'FILE - The harbour bridge in 2019.',
        'File photo: the harbour bridge in 2019.',
        'Image caption, The harbour bridge in 2019',
        'Video caption: Lorries queue at the harbour bridge',
        'Mayor Ida Brandt speaks on Monday. (AP Photo/Jan Holm)',
        'Mayor Ida Brandt speaks on Monday (Photo by Jan Holm/Getty Images).',
        'The harbour bridge at dusk. (Jan Holm/Getty Images)',
        'Lorries wait at the bridge (photo: Jan Holm)',
        'The harbour bridge at dusk. Photo: Jan Holm',
        'The harbour bridge at dusk. Photograph: Jan Holm/Elden Mail',
        'The harbour bridge at dusk. Credit: Jan Holm',
        '“Enough”: a banner on the bridge. Photo by Jan Holm',
        'Pictured: the mayor and her deputy on the bridge',
        'Above: the mayor on the bridge.',
        'From left: Ida Brandt, Jan Holm and Eva Lund.',
        'From left, Ida Brandt, Jan Holm and Eva Lund on the bridge.',
        'Clockwise from top left: the bridge, the ferry, the pier.',
        '![The harbour bridge at dusk](bridge.jpg)',
        '![](bridge.jpg "Harbour bridge")',
        '[![The harbour bridge](bridge.jpg)](https://elden.example/bridge)',
        '![The harbour bridge][bridge]',
        '*Photo: The harbour bridge before the storm, seen from the ferry.*',
        '<img src="bridge.jpg" alt="The harbour bridge">',
        '<figcaption>The harbour bridge at dusk.</figcaption>',
      ],
      credit: [
        'Photo: Jan Holm',
        'Photo: Jan Holm/Elden Mail',
        'Photograph by Jan Holm',
        'Photo courtesy of the Elden Museum',
        'Photo credit: Jan van der Holm',
        'Image source, Getty Images',
        'Credit: Jan Holm',
        'Source: Harbour Office',
        'Sources: Harbour Office; Elden Mail',
        'Jan Holm via Getty Images',
        'Jan Holm / Reuters.',
        'Getty/Instagram.',
        '(Reporting by Ida Lund; Editing by Jan Holm)',
        'Additional reporting by Eva Holm in Port Elden.',
        '— additional reporting from Eva Holm',
        'Graphics by Eva Holm',
        'Eva Holm contributed to this report.',
        'Eva Holm and Jan Lund contributed reporting.',
        'Eva Holm in Port Elden contributed reporting.',
        'Contributing: Eva Holm',
        'h/t Elden Mail',
        '(h/t Elden Mail.)',
        '© 2024 The Elden Mail. All rights reserved.',
        'All rights reserved.',
        'This material may not be published, broadcast, rewritten or redistributed without permission.',
        'Contact the reporter at ida.lund@elden.example.',
        'Contact the newsroom: desk@elden.example',
        'Reach Ida Lund at ida.lund@elden.example',
        'You can reach her on Signal at idalund.42',
        'Email: ida.lund@elden.example',
        'Got a tip? Write to tips@elden.example.',
        '*Additional reporting by Eva Holm.*',
      ],
      related: [
        'Read more: The bridge that nobody wanted',
        'READ MORE',
        'Read the full report here.',
        'Read the rest here.',
        'Related: The bridge that nobody wanted',
        'Related stories',
        'See also: The bridge that nobody wanted',
        'Watch: The bridge from above',
        'Watch the full interview below:',
        'Listen to the whole speech here',
        'You may also like',
        'More on this story',
        'What to read next',
        'Also in the Mail:',
        'For more on the harbour, visit our harbour page',
        'Up next',
        '**Read more:** [The bridge that nobody wanted](/bridge)',
        '[The bridge that nobody wanted](https://elden.example/bridge)',
        '→ [The bridge that nobody wanted](/bridge)',
        'https://elden.example/bridge',
      ],
      share: [
        'Share this article',
        'Share | Tweet | Email',
        'Facebook Twitter WhatsApp',
        '[Share on Facebook](https://elden.example/share)',
        'Share and comment below.',
        'Follow Ida Lund on Twitter @idalund',
        'Follow us on Facebook and Instagram.',
        'Follow @eldenmail',
        'On Twitter, follow Ida Lund at @idalund',
        '12 comments',
        'Leave a comment',
        'Join the conversation',
        'Print',
      ],
      newsletter: [
        'Sign up for our morning newsletter.',
        'Subscribe to the Elden Mail today',
        'Get the day’s news in your inbox every morning.',
        'For more, sign up for the Harbour newsletter.',
        'For more from the Elden Mail, download our app.',
        'Enter your email address',
        'Advertisement',
        'ADVERTISEMENT',
        'Sponsored content',
        'Story continues below advertisement',
        'Already a subscriber? Log in',
        'Support local journalism today',
        '*Sign up for our [morning newsletter](/letters).*',
      ],
      correction: [
        'Correction: An earlier version of this article misspelled the name of the bridge.',
        'Correction (May 18): The bridge is 90 years old, not 80.',
        'CORRECTION APPENDED',
        'Clarification: The vote was held on Monday.',
        'Editor’s note: The bridge has since been closed.',
        'Editor’s note: This article was updated after the vote.',
        'Editor’s note: This interview has been edited for length.',
        'This story has been updated with comment from the mayor.',
        'An earlier version of this article misstated the year.',
        'This article was amended on 18 May to correct the name of the bridge.',
        'Because of an editing error, an article on Monday about the bridge misstated its age.',
        'A picture caption in an earlier version of this article misidentified the mayor.',
        '*Correction: The bridge is 90 years old, not 80.*',
      ],
      metadata: [
        '4 min read',
        '4-minute read',
        'Reading time: 4 minutes',
        'Published 3 hours ago',
        'Updated 10:05 a.m. ET',
        'Last updated: 10:05',
        'Updated: today, 10:05',
        '2 hours ago',
        '10:05 a.m.',
        'Tags: bridges, harbour, Elden',
        'Topics: Bridges',
        'Filed under: Politics',
        'Categories | Bridges, Harbour',
        '#bridges #harbour',
        'Home > News > Harbour',
        'News / Politics / Harbour',
        'This article first appeared in the Elden Mail.',
        'Originally published in the Elden Mail',
        'Table of contents',
        'In this article',
        '[What the engineers found](#engineers)',
        '<!-- the bridge story, second draft -->',
      ],
      other: ['###', '-30-', '***', 'ENDS'],
    };
    for (const [kind, lines] of Object.entries(leftOut)) {
      for (const line of lines) {
        it(`${kind}: ${line}`, () => {
          const { excluded, kinds, headline } = anatomy(
            article('Bridge closed to lorries', STORY, line, LAST),
          );
          // A rule is no paragraph.
          if (/^\*+$/.test(line)) assert.deepEqual(excluded, []);
          else assert.deepEqual([excluded, kinds], [[line.replace(/^→ /, '→ ')], [kind]]);
          assert.equal(headline, 'Bridge closed to lorries');
        });
      }
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
      'Photo editors at the Elden Mail went on strike on Monday.',
      'Photos: nobody took any, and nobody will say why the bridge was empty on the day that it mattered most to the town.',
      'Source after source told the council that the bridge was safe.',
      'Sources: the mayor will resign.',
      'Pictured in court on Monday, the engineer said nothing.',
      'Above all, she said, the bridge must stay open.',
      'From left to right, the parties agree on the bridge.',
      'Right: that is what everybody thought, and everybody was wrong about the bridge and its piers for a good forty years.',
      'Credit: the banks no longer give it, the mayor said.',
      'Getty said that the picture was its own.',
      'Reuters reported on Monday that the bridge would close.',
      'Reporting by the Elden Mail led to the inquiry, and nobody has thanked it.',
      'Additional lorries were sent to the tunnel.',
      'Contributing to the delay was a strike at the yard.',
      'Eva Holm contributed to the fund, the records show.',
      'Copyright law does not protect the shape of a bridge, the court held.',
      'Contact with the ship was lost on Monday at noon, the coast guard said.',
      'Reach for the tunnel, the council told the drivers.',
      'Email the council had sent was found on Monday.',
      'Got a bridge? Then you have rust, the engineers joke.',
      'See the harbour and you see the town, Brandt said.',
      'Watch the river, the old men say, and you will never be poor.',
      'Read the minutes of the meeting and you will find no vote.',
      'Listen to the engineers, she told the council, and close it.',
      'More people crossed the bridge in May than ever before.',
      'More: that is what the port wants, and what the council will not give.',
      'Related companies own the yard and the quay.',
      'Trending upward since March, rust now covers four piers.',
      'Recommended repairs were never made, the report says.',
      '“See also: rust,” the engineer had written in the margin.',
      'You may also like the tunnel, the mayor told drivers, but you will not like the queue.',
      'Share of the vote fell to four per cent.',
      'Share this burden with us, the mayor asked the port.',
      'Tweets by the mayor were read out in the hall.',
      'Follow the money, Lund told the hall.',
      'Print is dead, the publisher said, and closed the works.',
      'Comments by the mayor angered the port.',
      'Join the queue, a driver said.',
      'Sign up or leave, the foreman told the dockers.',
      'Subscribers to the water company will pay for the bridge.',
      'Get a lawyer, the judge told the engineer.',
      'Advertisements for the tunnel line the road.',
      'Sponsored by the port, the race crossed the bridge in May.',
      'Support the bridge or lose the town, Brandt said.',
      'Enter the harbour at low tide and you can see the rust.',
      'Corrections officers closed the road to the prison.',
      'Correction of the error took a year, the engineer said.',
      'Editor’s note in hand, the publisher left the hall.',
      'This story begins with a bridge.',
      'This report was written by engineers, and the council never read it.',
      'The story has been told many times on the quay.',
      'An article on Monday about the bridge led to the vote.',
      'An article in the charter was amended in 1998.',
      'Four minutes is what it takes to read the notice on the bridge.',
      'Published in May, the report found rust in four piers.',
      'Published reports say that the bridge is safe.',
      'Updated figures show that 412 lorries cross each day.',
      'Updated on Monday, the notice now speaks of May.',
      'Tags on the piers show where the rust is.',
      'Topics at the meeting: the bridge, which is rusting, and the tunnel, which is full.'.replace(
        ': ',
        ' were ',
      ),
      'Home is where the harbour is, Brandt said.',
      'News of the vote reached the yard at noon.',
      'Politics has nothing to do with it, Brandt said.',
      'Exclusive rights to the quay were sold in May.',
      'Opinion in the town is divided.',
      'In this article of faith the town has never wavered.',
      'About the author of the report nothing is known.',
      '10:05 a.m. was the minute at which the bridge closed.',
      'It first appeared in the harbour in May, and it has been there since, a barge without a name.'.replace(
        'It',
        'The barge',
      ),
      'Originally published figures were wrong, the port said.',
      'Abstract paintings hang in the hall.',
      'Contents of the barge were not known.',
      '[Ida Lund](/lund) said that the bridge was safe.',
      'The report, [published in May](/report), found rust.',
      '![Rust](rust.jpg) The bridge is closed to lorries, the council said on Monday.',
      '**The bridge is closed.** Nobody knows for how long.',
      '*“We were warned,”* Brandt said.',
      'Ida Lund reported from the bridge that night that it was closed, and then went home.',
      'Left: nothing. Right: nothing. That, a driver said, was the view from the bridge in the fog on the morning of the crash.'.replace(
        'Left: ',
        'To the left ',
      ),
    ];
    for (const line of story) {
      it(`does not hold: ${line}`, () => {
        assert.deepEqual(anatomy(article('Bridge closed to lorries', STORY, line, LAST)).excluded, []);
      });
    }
  });

  describe('excluded by its place', () => {
    const places: [what: string, text: string, excluded: [words: string, kind: ExcludedKind][]][] = [
      [
        'a line in italics under an image',
        article('# Bridge closed', STORY, '![Bridge](bridge.jpg)', '*The bridge at dusk.*', LAST),
        [
          ['![Bridge](bridge.jpg)', 'caption'],
          ['*The bridge at dusk.*', 'caption'],
        ],
      ],
      [
        'a caption of two lines under an image',
        article(
          '# Bridge closed',
          STORY,
          '![Bridge](bridge.jpg)\n_The bridge at dusk._\n_Photo: Jan Holm_',
          LAST,
        ),
        [
          ['![Bridge](bridge.jpg)', 'caption'],
          ['_The bridge at dusk._', 'caption'],
          ['_Photo: Jan Holm_', 'credit'],
        ],
      ],
      [
        'the line right under an image',
        article('# Bridge closed', STORY, '![Bridge](bridge.jpg)\nThe bridge at dusk', LAST),
        [
          ['![Bridge](bridge.jpg)', 'caption'],
          ['The bridge at dusk', 'caption'],
        ],
      ],
      [
        'but no paragraph behind an image',
        article('# Bridge closed', STORY, '![Bridge](bridge.jpg)', LAST),
        [['![Bridge](bridge.jpg)', 'caption']],
      ],
      [
        'but no paragraph in a text with a line for each',
        `Bridge closed to lorries\n${STORY}\n![Bridge](bridge.jpg)\n${LAST}\n${STORY}`,
        [['![Bridge](bridge.jpg)', 'caption']],
      ],
      ['but no words in italics elsewhere', article('# Bridge closed', STORY, '*We were warned.*', LAST), []],
      [
        'a list under “Related”',
        article(
          'Bridge closed',
          STORY,
          '## Related\n\n- The bridge that nobody wanted\n- A town and its tunnel',
          LAST,
        ),
        [
          ['Related', 'related'],
          ['The bridge that nobody wanted', 'related'],
          ['A town and its tunnel', 'related'],
        ],
      ],
      [
        'but no list under another heading',
        article('Bridge closed', STORY, '## What the engineers want\n\n- A new pier\n- Less salt', LAST),
        [],
      ],
      [
        'a table of contents',
        article('# Bridge closed', '## Contents\n\n1. The rust\n2. The vote', STORY, LAST),
        [
          ['Contents', 'metadata'],
          ['The rust', 'metadata'],
          ['The vote', 'metadata'],
        ],
      ],
      [
        'a section over the headline',
        article('POLITICS', 'Bridge closed to lorries', STORY),
        [['POLITICS', 'metadata']],
      ],
      [
        'a kicker over the headline',
        article('Exclusive |', 'Bridge closed to lorries', STORY),
        [['Exclusive |', 'metadata']],
      ],
      [
        'two of them',
        article('World news', 'Analysis', '# Bridge closed', STORY),
        [
          ['World news', 'metadata'],
          ['Analysis', 'metadata'],
        ],
      ],
      [
        'a kicker with a heading’s mark',
        article('### Local News', '# Bridge closed', STORY),
        [['Local News', 'metadata']],
      ],
      ['but no headline of one word', article('# Elections', STORY, LAST), []],
      [
        'but no such word further down',
        article('Bridge closed to lorries', STORY, LAST, 'Analysis', STORY),
        [],
      ],
      [
        'the author’s job under the byline',
        article('Bridge closed to lorries', 'By Ida Lund', 'Harbour Correspondent', STORY),
        [['Harbour Correspondent', 'credit']],
      ],
      [
        'what is said of the author in the end',
        article(
          'Bridge closed',
          'By Ida Lund',
          STORY,
          LAST,
          'Ida Lund covers the harbour for the Elden Mail.',
        ),
        [['Ida Lund covers the harbour for the Elden Mail.', 'credit']],
      ],
      [
        'but not what is said of somebody else',
        article('Bridge closed', 'By Ida Lund', STORY, LAST, 'Jan Holm covers the piers with tar each May.'),
        [],
      ],
      [
        'what stands under “About the author”',
        article('Bridge closed', STORY, LAST, '## About the author', 'Ida Lund lives on the quay.'),
        [
          ['About the author', 'credit'],
          ['Ida Lund lives on the quay.', 'credit'],
        ],
      ],
      [
        'where a reporter was, in the end',
        article('Bridge closed', STORY, LAST, STORY, LAST, 'Lund reported from Port Elden.'),
        [['Lund reported from Port Elden.', 'credit']],
      ],
      [
        'but not so in the middle',
        article('Bridge closed', STORY, 'Lund reported from Port Elden.', LAST, STORY, LAST, STORY, LAST),
        [],
      ],
    ];
    for (const [what, text, expected] of places) {
      it(what, () => {
        const { excluded, kinds } = anatomy(text);
        assert.deepEqual(
          excluded.map((words, index) => [words, kinds[index]]),
          expected,
        );
      });
    }
  });

  describe('standfirst', () => {
    const SUM = 'Engineers found rust in four piers. Buses may still cross.';
    const standfirsts: [what: string, text: string, standfirst?: string][] = [
      ['before the byline', article('Bridge closed to lorries', SUM, 'By Ida Lund', STORY)],
      ['before the date', article('Bridge closed to lorries', SUM, 'May 18, 2015', STORY)],
      [
        'before when it was published',
        article('Bridge closed to lorries', SUM, 'Published 18 May 2015', STORY),
      ],
      ['before the dateline', article('Bridge closed to lorries', SUM, `PORT ELDEN — ${STORY}`)],
      ['in italics', article('# Bridge closed', `*${SUM}*`, STORY)],
      ['in italics right under the title', `# Bridge closed\n_${SUM}_\n\n${STORY}\n\n${LAST}`],
      ['in bold', article('Bridge closed to lorries', `**${SUM}**`, STORY)],
      [
        'with an image and its caption before the story',
        article('# Bridge closed', `*${SUM}*`, '![Bridge](b.jpg)', '*At dusk.*', STORY),
      ],
      ['as a second heading', article('# Bridge closed', `## ${SUM}`, STORY)],
      [
        'without a full stop',
        article(
          'Bridge closed to lorries',
          'Engineers found rust in four piers; buses may still cross',
          STORY,
        ),
        'Engineers found rust in four piers; buses may still cross',
      ],
      [
        'behind a kicker and the headline',
        article('POLITICS', 'Bridge closed to lorries', SUM, 'By Ida Lund', STORY),
      ],
      [
        'that quotes',
        article('Bridge closed to lorries', '“We were warned,” the mayor says.', 'By Ida Lund', STORY),
        '“We were warned,” the mayor says.',
      ],
    ];
    for (const [what, text, expected = SUM] of standfirsts) {
      it(what, () => assert.equal(anatomy(text).standfirst, expected));
    }

    const others: [what: string, text: string][] = [
      ['the first paragraph', article('Bridge closed to lorries', SUM, STORY, LAST)],
      ['the first paragraph, long', article('Bridge closed to lorries', STORY, LAST)],
      ['what stands under no headline', article(`*${SUM}*`, STORY, LAST)],
      ['the second of two', article('Bridge closed to lorries', STORY, SUM, 'By Ida Lund', STORY)],
      ['a heading within the story', article('Bridge closed to lorries', STORY, `## ${SUM}`, LAST)],
      [
        'two headings, one of them a section',
        article('# Bridge closed', '## The rust in the piers', '### The first pier', STORY),
      ],
      [
        'words in italics further down',
        article('Bridge closed to lorries', 'By Ida Lund', STORY, `*${SUM}*`, LAST),
      ],
      ['a caption', article('# Bridge closed', '![Bridge](b.jpg)', `*${SUM}*`, STORY)],
      [
        'a correction',
        article('# Bridge closed', '*Correction: The bridge is 90 years old, not 80.*', STORY),
      ],
      [
        'a note on the article',
        article('Bridge closed', 'This is the first of four articles on the bridge.', 'By Ida Lund', STORY),
      ],
      [
        'italics within a paragraph',
        article('# Bridge closed', `*Engineers* found rust in the pier of *Elden*.`, STORY),
      ],
      ['a list', article('# Bridge closed', '- Engineers found rust in four piers', STORY)],
      [
        'the dateline’s paragraph',
        article('Bridge closed to lorries', `PORT ELDEN — ${SUM}`, 'By Ida Lund', STORY),
      ],
      ['a word', article('Bridge closed to lorries', '*Elden*', STORY)],
    ];
    for (const [what, text] of others) {
      it(`is not ${what}`, () => assert.equal(anatomy(text).standfirst, null));
    }

    it('is not what front matter says, which is metadata', () => {
      const { standfirst, kinds } = anatomy(
        `---\ntitle: Bridge\ndek: ${SUM}\n---\n\n# Bridge closed\n\n${STORY}`,
      );
      assert.deepEqual([standfirst, kinds], [null, ['metadata']]);
    });
  });

  describe('in Markdown', () => {
    it('leaves the marks out of what it finds', () => {
      const text = article('**Bridge closed to lorries**', '*By [Ida Lund](/lund)*', STORY);
      const { headline, byline } = anatomy(text);
      assert.deepEqual([headline, byline], ['Bridge closed to lorries', 'By [Ida Lund']);
    });
  });
});

describe('lines that could be read in ever more ways', () => {
  const lines = [
    `Lund reported from Elden${'; Holm from Port'.repeat(30)}!`,
    `Reporting by Ida Lund${' Reporting'.repeat(50)}!`,
    `Home${'>      News      '.repeat(12)}> 7`,
  ];
  const kicker = `World news${' and breaking news and world news'.repeat(20)} of it!`;

  it('are read at once over a headline', () => {
    assert.deepEqual(anatomy([kicker, 'Bridge closed', STORY].join('\n\n')).excluded, []);
  });

  for (const line of lines)
    it(`are read at once: ${line.slice(0, 40)} …`, () => {
      assert.deepEqual(anatomy([STORY, LAST, line].join('\n\n')).excluded, []);
    });

  it('are still read', () => {
    const credit = 'Ida Lund and Jan Holm reported from Port Elden, in the north; Ruud Dahl from Verrin.';
    assert.deepEqual(anatomy([STORY, LAST, credit].join('\n\n')).kinds, ['credit']);
  });
});

describe('what is excluded', () => {
  const outside = [
    'By Ida Lund, Elden Mail',
    '*“Nobody asked us,” said Eva Ruud, a docker, on Monday. Photo: Jan Holm*',
    'Correction: Mayor Ida Brandt said on Monday that “the bridge is 90 years old”.',
    'Read more: “We were warned,” says Olaf Dahl, the engineer',
    'Sign up for our newsletter, says Jan Holm, the editor, and “never miss a word”.',
  ];
  const claim = 'Mayor Ida Brandt said on Monday that the bridge was safe.';
  const text = article(
    '# Brandt: ‘We were warned’',
    outside[0] ?? '',
    STORY,
    claim,
    ...outside.slice(1),
    LAST,
  );
  const analysis = analyze(text);
  const inStory = ({ start, end }: Span): boolean =>
    outside.every(words => end <= text.indexOf(words) || start >= text.indexOf(words) + words.length);

  it('has no attribution, quotation, mention or check', () => {
    assert.equal(analysis.article.excluded.length, outside.length - 1);
    const spans = [
      ...analysis.attributions.flatMap(({ content, cue, source }) => [
        ...content,
        ...cue,
        ...(source?.mention ?? []),
      ]),
      ...analysis.quotations.map(({ span }) => span),
      ...analysis.actors.flatMap(({ mentions }) => mentions.flatMap(({ span }) => span)),
      ...analysis.checks.map(({ span }) => span),
    ];
    assert.ok(spans.length > 5);
    assert.deepEqual(
      spans.filter(span => !inStory(span)).map(({ start, end }) => text.slice(start, end)),
      [],
    );
  });

  it('names no actor', () => {
    const names = analysis.actors.map(({ name }) => name).join('; ');
    assert.match(names, /Ida Brandt/);
    assert.doesNotMatch(names, /Ruud|Dahl|Holm|Lund/);
  });

  it('is not the headline: what it says somebody said counts', () => {
    const { headline } = analysis.article;
    assert.ok(
      analysis.attributions.some(({ content }) => headline && (content[0]?.start ?? Infinity) < headline.end),
    );
  });
});
