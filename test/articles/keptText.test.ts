import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changed, KeptText, type TextChange } from '../../src/articles/keptText';

/** A document that is edited, and how often its text was asked for. */
class Document {
  version = 1;
  reads = 0;
  readonly kept = new KeptText(this);

  constructor(public content: string) {}

  text(): string {
    this.reads++;
    return this.content;
  }

  edit(...changes: readonly TextChange[]): readonly TextChange[] {
    this.content = changes.reduce(changed, this.content);
    this.version++;
    return changes;
  }
}

const words = fc.string({ maxLength: 12 });

describe('the text of a document that is typed into', () => {
  it('is what the document has after any changes, and the document is asked once', () => {
    const change = fc.record({ at: fc.nat(80), length: fc.nat(9), text: words });
    const step = fc.record({ changes: fc.array(change, { maxLength: 3 }), isAsked: fc.boolean() });
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(step), (text, steps) => {
        const document = new Document(text);
        assert.equal(document.kept.now, text);
        for (const { changes, isAsked } of steps) {
          for (const { at, length, text } of changes) {
            const start = Math.min(at, document.content.length);
            const end = Math.min(start + length, document.content.length);
            document.kept.changed(document.edit({ start, end, text }));
          }
          if (isAsked) assert.equal(document.kept.now, document.content);
        }
        assert.equal(document.kept.now, document.content);
        assert.equal(document.reads, 1);
      }),
    );
  });

  it('takes changes that are told at once one after the other', () => {
    const document = new Document('ferry and pier');
    assert.equal(document.kept.now, 'ferry and pier');
    document.kept.changed(
      document.edit({ start: 10, end: 14, text: 'quay' }, { start: 0, end: 5, text: 'A tram' }),
    );
    assert.equal(document.kept.now, 'A tram and quay');
  });

  it('does not change again what was read with the change in it', () => {
    const document = new Document('ferry');
    const changes = document.edit({ start: 0, end: 0, text: 'A ' });
    assert.equal(document.kept.now, 'A ferry');
    document.kept.changed(changes);
    assert.equal(document.kept.now, 'A ferry');
  });

  it('is read anew after changes that lie far apart', () => {
    const document = new Document('ferry '.repeat(10_000));
    assert.equal(document.kept.now, document.content);
    document.kept.changed(
      document.edit({ start: 50_000, end: 50_001, text: 'b' }, { start: 0, end: 1, text: 'a' }),
    );
    assert.equal(document.kept.now, document.content);
    assert.equal(document.reads, 2);
  });
});
