import { assertChains } from './article';

const tables: Readonly<Record<string, readonly string[]>> = {
  'names of people': [
    '[1 Jane Doe] won. [1 Doe] smiled. [2 Tom Roe] lost.',
    '[1 Mayor Jane Doe] won. [1 Ms. Doe] smiled. [1 The mayor] left.',
    '[1 J. Doe] won the seat. Many cheered as [1 Jane Doe] smiled.',
    '[1 Robert Vale] ran twice. [1 Bob Vale] lost.',
    '[1 Marcia "Dot" Quill] sang. The crowd adored [1 Dot].',
    "The house is [1 Jane Doe]'s. [1 Doe]'s lawyer left.",
    'Doe Wins Northport Vote\n[1 Jane Doe] won the vote on Monday. [1 Doe] smiled.',
    'The crowd cheered when [1 Vale] spoke. [1 Robert Vale] is a singer.',
    '[1 Anna Vale] met [2 Robert Vale]. [1 Anna Vale] left and [2 Robert] stayed.',
    '[1 Mrs. Vale] met [2 Mr. Vale] in Northport.',
    '[1 Ursula von der Aa] spoke. [1 Von der Aa] left.',
    '[1 Lin Mei-hua] spoke. [2 Lin Wei] listened.',
  ],
  'names of bodies': [
    "[1 The Harbour Workers' Union] ([1 HWU]) struck. [1 The HWU] won.",
    '[1 The HWU] struck on Monday. [1 The Harbour Workers Union] won.',
    '[1 The Northport City Council] met. [1 The City Council] agreed. [1 The council] paid.',
    '[1 The Ministry of Trade] agreed. [2 The Ministry of Health] did not. [1 The trade ministry] paid.',
    '[1 Lumo Corp.] grew. [1 Lumo] paid. [1 The company] gained.',
    '[1 The Northport Gazette] asked. [1 The Gazette] printed it. [1 The newspaper] sold.',
    '[1 The Harbour Institute] published the survey. [2 The Lakeside Institute] did not.',
  ],
  descriptions: [
    '[1 Emily Quill], [1 a spokeswoman for the council], agreed. [1 The spokeswoman] left.',
    '[1 The mayor], [1 Jane Doe], agreed.',
    '[1 Jane Doe], 45, [1 a farmer], agreed.',
    '[1 Sen. Tom Roe] agreed. [1 The senator] left.',
    '{[1 Anonymous officials]} said it. {[1 These officials]} did not elaborate. {[1 The officials]} left.',
    '{[1 A senior official]} agreed. {[1 The official]} left.',
    '{[1 A senior official]} agreed. {[2 Another official]} did not.',
    '{[1 Police]} said the road was closed. {[1 Police]} said it was ice.',
    '[1 Jane Doe] is [1 a teacher]. [1 The teacher] left.',
    '[1 Jane Doe], the mayor, met [2 Tom Roe], a builder. [3 The two officials] shook hands.',
    '[1 The French president] met [2 the Russian president]. [1 The French president] left.',
  ],
  pronouns: [
    '[1 Jane Doe] agreed. [1 She] left, and [1 her] aides stayed.',
    '[1 Jane Doe] said [1 she] knew [2 Tom Roe]. [2 He] left.',
    '[1 The spokeswoman] met [2 Tom Roe]. [1 She] agreed. [2 He] left.',
    '[1 Two officials] agreed. [1 They] left.',
    '[1 The council] met. [1 It] agreed.',
    '{[1 Ann Lee]} told reporters: <“[1 I] am glad.”>',
    '<“[1 I] am glad,”> said {[1 Ann Lee]}.',
    '{[1 Tom Roe]} said of [2 Jim Hale]: <“[2 He] is tired.”>',
  ],
};

describe('actors', () => {
  for (const [name, lines] of Object.entries(tables))
    describe(`bring together ${name}`, () => {
      for (const line of lines) it(line.replace(/\n/gu, ' ⏎ '), () => assertChains(line));
    });
});
