import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judge } from '../../src/articles/eligibility';
import { detectLanguage } from '../../src/articles/language';
import { anyCharacter } from '../characters';

function verdict(text: string, fileName = 'draft.txt', languageId = 'plaintext'): string {
  const { eligible, reason, language } = judge(text, { fileName, languageId });
  assert.equal(eligible, reason === null);
  return reason ?? `eligible ${language}`;
}

const NEWS = {
  en: `Elden shuts its harbour bridge to lorries

PORT ELDEN — The council voted on Monday to close the harbour bridge to lorries after engineers found rust in four of its piers.

“It is late, but it is not too late,” Mayor Ida Brandt said. Work is to begin in May, she told reporters.`,
  fr: `Le pont du port fermé aux camions

Le conseil municipal a voté lundi la fermeture du pont du port aux camions, après la découverte de rouille sur quatre piles.

« Il est tard, mais pas trop tard », a déclaré la maire, Ida Brandt.`,
  de: `Hafenbrücke für Lastwagen gesperrt

Der Stadtrat hat am Montag beschlossen, die Hafenbrücke für Lastwagen zu sperren, nachdem an vier Pfeilern Rost gefunden worden war.

„Es ist spät, aber nicht zu spät“, sagte Bürgermeisterin Ida Brandt.`,
  es: `El puente del puerto, cerrado a los camiones

El ayuntamiento votó el lunes a favor de cerrar el puente del puerto a los camiones tras hallarse óxido en cuatro de sus pilares.

«Es tarde, pero no demasiado tarde», dijo la alcaldesa, Ida Brandt.`,
  nl: `Havenbrug dicht voor vrachtwagens

De gemeenteraad heeft maandag besloten de havenbrug te sluiten voor vrachtwagens, nadat in vier pijlers roest was gevonden.

„Het is laat, maar niet te laat”, zei burgemeester Ida Brandt.`,
  pt: `Ponte do porto fechada a camiões

A câmara votou na segunda-feira pelo encerramento da ponte do porto a camiões, depois de ter sido encontrada ferrugem em quatro pilares.

“É tarde, mas não é tarde demais”, disse a presidente da câmara, Ida Brandt.`,
  it: `Chiuso ai camion il ponte del porto

Il consiglio comunale ha votato lunedì la chiusura del ponte del porto ai camion, dopo che in quattro piloni è stata trovata della ruggine.

«È tardi, ma non troppo tardi», ha detto la sindaca Ida Brandt.`,
  ru: `Мост в порту закрыт для грузовиков

В понедельник городской совет проголосовал за закрытие моста в порту для грузовиков: в четырёх опорах нашли ржавчину.`,
  ja: `港の橋、トラック通行止めに

市議会は月曜日、四本の橋脚にさびが見つかったことを受けて、港の橋をトラック通行止めにすることを決めた。工事は五月に始まる予定だと市長は記者団に語った。住民からは、決定が遅すぎたという声が上がっている。`,
};

const LINES = (...lines: string[]) => lines.join('\n');

describe('judge', () => {
  const prose: [what: string, text: string, fileName?: string, languageId?: string][] = [
    ['a news article', NEWS.en],
    ['a news article in Markdown', `# ${NEWS.en}`, 'bridge.md', 'markdown'],
    ['a file without an extension', NEWS.en, 'bridge'],
    ['a file in a folder named like a list', NEWS.en, '/home/ida/changelog/bridge.txt'],
    ['a file in a folder of Windows', NEWS.en, 'C:\\requirements\\bridge.txt'],
    ['an untitled draft', NEWS.en, 'Untitled-1'],
    [
      'a transcript',
      LINES(
        'LUND: Was it late? I think it was.',
        'BRANDT: It was, and we knew it, and nobody did a thing.',
        'LUND: Who was it that knew?',
      ),
    ],
    ['an article with CRLF', NEWS.en.replaceAll('\n', '\r\n')],
    [
      'an article behind front matter',
      `---\ntitle: Bridge\ndate: 2024-05-06\ntags: [port]\n---\n\n${NEWS.en}`,
      'b.md',
    ],
    ['an article after a byte order mark and blank lines', `\ufeff\n\n\n${NEWS.en}`],
    ['five megabytes of one line', 'The bridge is closed, Mayor Ida Brandt said on Monday. '.repeat(90_000)],
    [
      'an article with a list in it',
      `${NEWS.en}\n\n- Work begins in May\n- Lorries use the coast road\n- Buses may cross`,
    ],
    [
      'an article with a few figures',
      `${NEWS.en}\n\nThe vote was 7-4. It costs $3.5 million, or 12% of the 2024 budget.`,
    ],
  ];
  for (const [what, text, fileName, languageId] of prose) {
    it(`takes ${what}`, () => assert.equal(verdict(text, fileName, languageId), 'eligible en'));
  }

  const short: [what: string, text: string, languageId?: string][] = [
    ['a headline', 'Mayor quits after bridge vote'],
    ['a headline and a byline', 'Mayor quits after bridge vote\n\nBy Jan Lund of Elden'],
    ['a sentence', '“It is late,” she said.'],
    ['a short file of the language news-article', 'milk', 'news-article'],
    ['figures in a file of the language news-article', '1, 2, 3\n1, 2, 3\n1, 2, 3', 'news-article'],
  ];
  for (const [what, text, languageId] of short) {
    it(`takes ${what}, too short to tell the language`, () =>
      assert.equal(verdict(text, 'draft.txt', languageId), 'eligible und'));
  }

  const otherNames = [
    'requirements.txt',
    'requirements-dev.txt',
    'robots.txt',
    'CMakeLists.txt',
    'CHANGELOG.md',
    'CHANGES',
    'release-notes.txt',
    'LICENSE',
    'licence.txt',
    'COPYING',
    'ThirdPartyNotices.txt',
    'README.md',
    'readme.de.md',
    'CONTRIBUTING.md',
    'CODE_OF_CONDUCT.md',
    'AUTHORS',
    'todo.txt',
    'server.log',
    'votes.csv',
    'settings.ini',
    'page.html',
    'film.srt',
    '.gitignore',
    '/srv/app/requirements.txt',
    'C:\\app\\robots.txt',
  ];
  for (const fileName of otherNames) {
    it(`leaves ${fileName} alone, whatever is in it`, () =>
      assert.equal(verdict(NEWS.en, fileName), 'not-prose'));
  }

  const other: [what: string, text: string][] = [
    ['a list of packages', LINES('numpy==1.26.4', 'pandas>=2.0', 'requests', '# for tests', 'pytest~=8.1')],
    [
      'a log',
      LINES(
        '2024-05-06 10:00:01 INFO The server has started and listens on port 80.',
        '2024-05-06 10:00:02 WARN The disk is nearly full, and nobody has looked at it.',
        '2024-05-06 10:00:09 ERROR The disk is full.',
      ),
    ],
    [
      'a system log',
      LINES(
        'May  6 10:00:01 elden sshd[12]: Accepted key for ida.',
        'May  6 10:00:02 elden cron[9]: Job ended.',
      ),
    ],
    [
      'a web server’s log',
      LINES(
        '10.0.0.7 - - [06/May/2024] "GET / HTTP/1.1" 200',
        '10.0.0.8 - - [06/May/2024] "GET /a HTTP/1.1" 404',
      ),
    ],
    ['comma-separated values', LINES('name,office,votes', 'Brandt,mayor,7', 'Lund,clerk,4', 'Holm,clerk,3')],
    ['tab-separated values', LINES('name\tvotes', 'Brandt\t7', 'Lund\t4')],
    [
      'comma-separated sentences',
      LINES(
        'id,who,what',
        '1,Brandt,The bridge is closed.',
        '2,Lund,The bridge is open.',
        '3,Holm,It may rain.',
      ),
    ],
    ['settings', LINES('[server]', 'port = 80', 'host = elden.example', '', '[log]', 'level = info')],
    ['settings with colons', LINES('title: Bridge', 'layout: post', 'tags:', '  - port', 'draft: true')],
    ['JSON', '{\n  "title": "The bridge is closed, the mayor of the town said.",\n  "draft": true\n}'],
    ['a JSON array', '[{"text": "The bridge is closed."}]'],
    ['HTML', '<!doctype html>\n<p>The bridge is closed, Mayor Ida Brandt said on Monday.</p>'],
    ['XML', '<?xml version="1.0"?>\n<p>The bridge is closed, Mayor Ida Brandt said.</p>'],
    ['a script', '#!/bin/sh\n# Close the bridge before the rain comes.\nbridge close --now\n'],
    [
      'code',
      LINES(
        'function close(bridge) {',
        '  // The bridge is closed.',
        '  bridge.open = false;',
        '  return bridge;',
        '}',
      ),
    ],
    [
      'a fenced block of code',
      LINES('Usage', '', '```', 'bridge close', 'bridge open --slowly', '```', '', 'Flags'),
    ],
    [
      'a robots file',
      LINES('User-agent: *', 'Disallow: /drafts/', 'Allow: /', 'Sitemap: https://elden.example/map.xml'),
    ],
    ['a shopping list', LINES('milk', 'eggs', 'two loaves of bread', 'apples')],
    [
      'a list to do',
      LINES('- call Ida', '- ask for the minutes', '- [ ] file by noon', '- [x] book the room'),
    ],
    ['a list of names', LINES('Ida Brandt', 'Jan Lund', 'Eva Holm', 'Per Dahl')],
    [
      'a changelog',
      LINES(
        '# Bridge',
        '',
        '## 1.2.0',
        '- The bridge now closes when it rains.',
        '',
        '## 1.1.9',
        '- The bridge opens at dawn again.',
      ),
    ],
    [
      'a licence',
      'Copyright (c) 2024 Port Elden\n\nPermission is hereby granted, free of charge, to any person, to deal in the bridge without restriction, and to let others do so.',
    ],
    [
      'another licence',
      'The MIT License (MIT)\n\nThe bridge is provided as it is, without a warranty of any kind, to whoever crosses it.',
    ],
    ['a table', LINES('| Name | Votes |', '| --- | --- |', '| Brandt | 7 |', '| Lund | 4 |')],
    ['a lone word', 'Bridge'],
    ['base64', 'QnJpZGdl'.repeat(40)],
    ['figures', LINES('12 14 9', '3 4', '19 20 21')],
    [
      'addresses',
      LINES('https://elden.example/bridge', 'https://elden.example/port', 'https://elden.example/rain'),
    ],
  ];
  for (const [what, text] of other) {
    it(`leaves ${what} alone`, () => assert.equal(verdict(text), 'not-prose'));
  }

  for (const [language, text] of Object.entries(NEWS)) {
    if (language === 'en') continue;
    it(`leaves an article in ${language} alone, and says in what language it is`, () => {
      assert.equal(verdict(text), 'not-english');
      assert.equal(judge(text, { fileName: 'a.article', languageId: 'news-article' }).reason, 'not-english');
      assert.equal(detectLanguage(text), language);
    });
  }

  for (const text of ['', ' ', '\n\n\r\n\t', '\ufeff', '\u0000']) {
    it(`calls ${JSON.stringify(text)} empty, in any language`, () => {
      assert.equal(verdict(text), 'empty');
      assert.equal(verdict(text, 'a.article', 'news-article'), 'empty');
    });
  }

  it('looks at the beginning only', () => {
    const long = NEWS.en.repeat(60);
    assert.equal(verdict(`${long}\n${NEWS.fr.repeat(500)}`), 'eligible en');
  });

  it('judges any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), fc.string(), (text, fileName) => {
        for (const languageId of ['plaintext', 'news-article']) {
          const { eligible, reason } = judge(text, { fileName, languageId });
          assert.equal(eligible, reason === null);
        }
      }),
    );
  });
});
