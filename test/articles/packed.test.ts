import assert from 'node:assert/strict';
import { Packed, Packer, type PackedItems } from '../../src/articles/packed';

const items = [
  { id: 'k1', mentions: [1, 2], name: 'Ida Brandt “Ferry”' },
  { id: 'k2', mentions: [], name: 'Åse 𝒳' },
];

function packedBy(packer: Packer): PackedItems {
  for (const item of items) packer.add(item);
  return packer.finish();
}

describe('packed items', () => {
  for (const apart of [null, 'mentions'])
    it(`are read as they were put in, with ${apart ?? 'nothing'} read by itself`, () => {
      const packed = Packed.of(packedBy(new Packer(apart)), apart);
      const read = items.map((_, nth) => packed.at(nth));
      assert.equal(JSON.stringify(read), JSON.stringify(items));
      assert.deepEqual(read, items);
      assert.equal(packed.at(1), read[1]);
      assert.equal(packed.slice(1, 2).at(0), read[1]);
      assert.deepEqual([packed.length, packed.at(2), packed.at(-1)], [2, undefined, undefined]);
    });

  it('are not read where that is by itself until it is asked for', () => {
    const { bytes, ends } = packedBy(new Packer('mentions'));
    bytes.fill(0, ends[0], ends[1]);
    const first = Packed.of<(typeof items)[0]>({ bytes, ends }, 'mentions').at(0)!;
    assert.equal(first.name, items[0]!.name);
    assert.throws(() => first.mentions, SyntaxError);
  });
});
