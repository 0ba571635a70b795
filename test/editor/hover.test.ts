import * as assert from 'node:assert/strict';
import { api, ARTICLE, cardsAt, closeAll, show } from './support';

describe('the hover card', () => {
  afterEach(closeAll);

  const read = async (words: string) => {
    const document = await show(ARTICLE);
    await (await api()).analysisOf(document.uri);
    return (await cardsAt(document, words)).map(({ value }) => value.replaceAll('\\', '')).join('\n\n');
  };

  it('says of a named source who it is and what it claimed', async () => {
    const card = await read('Ines Okafor');
    assert.match(card, /Ines Okafor/);
    assert.match(card, /Person · named/);
    assert.match(
      card,
      /\[The ferry to Low Island will sail again in April,?]\(command:sourcelight\.showClaim/,
    );
  });

  it('says of an anonymous source how it is described and why there is no name', async () => {
    const card = await read('officials, who');
    assert.match(card, /anonymous group/);
    assert.match(card, /How many: two/);
    assert.match(card, /Why there is no name: “because they feared for their jobs”/);
  });

  it('says of a claim who says so, why it was marked and how sure that is', async () => {
    const card = await read('waited long');
    assert.match(card, /\*\*(Mayor )?Ines Okafor\*\* says so/);
    assert.match(card, /Direct quote, marked because of .*“told”/);
    assert.match(card, /right \(\d+%\)/);
  });

  it('is not shown on one who is only mentioned', async () => {
    assert.doesNotMatch(await read('Low Island will run'), /Low Island/);
  });

  it('is not shown on words that are nobody’s', async () => {
    assert.equal(await read('412 residents'), '');
  });

  it('trusts no command but its own, and shows the article’s words as they are', async () => {
    const document = await show(
      'A name with marks\n\nThe mayor said that [this](command:workbench.action.quit) is *not* a link and <b>not</b> bold.',
    );
    await (await api()).analysisOf(document.uri);
    const cards = await cardsAt(document, 'command:workbench');
    assert.ok(cards.length > 0, 'there is a card');
    for (const { value, isTrusted } of cards) {
      assert.deepEqual(isTrusted, {
        enabledCommands: ['sourcelight.showClaim', 'sourcelight.explainCheck'],
      });
      assert.doesNotMatch(value, /\]\(command:workbench|<b>|[^\\]\*not/);
    }
  });
});
