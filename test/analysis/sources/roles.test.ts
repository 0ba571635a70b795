import assert from 'node:assert/strict';
import { slice, sourceOf } from '../actors/article';

/** The source in braces, its actor's name, and its roles as "former role @ affiliation". */
const table: readonly (readonly [line: string, name: string, roles: string])[] = [
  ['{Jane Doe, a spokeswoman for the city council,} said no.', 'Jane Doe', 'spokeswoman @ city council'],
  ['{City council spokeswoman Jane Doe} said no.', 'Jane Doe', 'spokeswoman @ City council'],
  [
    '{Harbour Workers Union spokeswoman Jane Doe} said no.',
    'Jane Doe',
    'spokeswoman @ Harbour Workers Union',
  ],
  [
    '{U.S. diplomat Tom Roe of the Council on Coastal Affairs} said no.',
    'Tom Roe',
    'U.S. diplomat @ Council on Coastal Affairs',
  ],
  [
    "{Tom Roe, the Reform Party's top diplomatic official,} said no.",
    'Tom Roe',
    'top diplomatic official @ Reform Party',
  ],
  [
    '{A spokesman for the Norlandic Embassy in Northport} said no.',
    'A spokesman for the Norlandic Embassy in Northport',
    'spokesman @ Norlandic Embassy in Northport',
  ],
  ['{Former mayor Jane Doe} said no.', 'Jane Doe', 'former mayor'],
  [
    '{Jane Doe, a former director of the Harbour Institute,} said no.',
    'Jane Doe',
    'former director @ Harbour Institute',
  ],
  ['{Prof. Ann Lee of the Harbour Institute} said no.', 'Ann Lee', 'Prof. @ Harbour Institute'],
  ['{Secretary of State Tom Roe} said no.', 'Tom Roe', 'Secretary of State'],
  [
    '{Jane Doe, a professor of law at Northport University,} said no.',
    'Jane Doe',
    'professor of law @ Northport University',
  ],
  ['{Doe spokesman Jim Hale} said no.', 'Jim Hale', 'spokesman @ Doe'],
  ["{The company's chief executive, Tom Roe,} said no.", 'Tom Roe', 'chief executive @ company'],
  ['{Lumo Chief Executive Tom Roe} said no.', 'Tom Roe', 'Chief Executive @ Lumo'],
  ['{Tom Roe, 45, a farmer,} said no.', 'Tom Roe', 'farmer'],
  ['{Tom Roe} is a lawyer.', 'Tom Roe', 'lawyer'],
  ['{Northport Police Chief Tom Roe} said no.', 'Tom Roe', 'Chief @ Northport Police'],
  ['{Mr. Roe} said no.', 'Roe', ''],
  ["{One of the family's lawyers, Ann Lee,} said no.", 'Ann Lee', 'lawyers @ family'],
  ['{Historian and lecturer Ann Lee} said no.', 'Ann Lee', 'Historian; lecturer'],
  [
    '{Ann Lee, founder and president of the Harbour Institute,} said no.',
    'Ann Lee',
    'founder; president @ Harbour Institute',
  ],
  ['{Ann Lee, formerly the mayor of Northport,} said no.', 'Ann Lee', 'former mayor @ Northport'],
  ['{The ex-mayor, Ann Lee,} said no.', 'Ann Lee', 'former ex-mayor'],
  ['{Outgoing mayor Ann Lee} said no.', 'Ann Lee', 'Outgoing mayor'],
  ['{Then-mayor Ann Lee} said no.', 'Ann Lee', 'former mayor'],
  ['{Ann Lee, whose brother is a judge,} said no.', 'Ann Lee', ''],
  ['{Ann Lee of The Hague} said no.', 'Ann Lee', 'of The Hague @ Hague'],
  ['{Ann Lee} of The harbour said no.', 'Ann Lee', ''],
];

describe('a role', () => {
  for (const [line, name, roles] of table)
    it(`is read with its affiliation off: ${line}`, () => {
      const { actor, text } = sourceOf(line);
      assert.equal(actor.name, name);
      const read = actor.roles.map(({ span, former, affiliation }) =>
        [
          former ? 'former ' : '',
          slice(text, span),
          affiliation ? ` @ ${slice(text, affiliation.span)}` : '',
        ].join(''),
      );
      assert.equal(read.join('; '), roles);
    });
});
