import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { CLAIM_COLUMNS, type Cell, type ClaimColumn } from './claimColumns';

/** So many claims are compressed together: a few megabytes, which is what is held in memory. */
const CLAIMS_PER_GROUP = 10_000;

const TYPES = {
  text: 'STRING',
  boolean: 'BOOLEAN',
  integer: 'INT32',
  decimal: 'DOUBLE',
} as const satisfies Record<ClaimColumn['type'], string>;

/**
 * A table of claims as Apache Parquet.
 *
 * @param claims the cells of each claim, in the order of {@link CLAIM_COLUMNS}
 * @returns the bytes of the file, piece by piece
 */
export async function* claimsAsParquet(claims: AsyncIterable<readonly Cell[]>): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const schema = schemaFromColumnData({
    columnData: CLAIM_COLUMNS.map(({ name, type }) => ({
      name,
      data: [],
      type: TYPES[type],
      nullable: true,
    })),
  });
  const file = new ParquetWriter({ writer, schema, createdBy: 'Sourcelight' });
  const write = (group: readonly (readonly Cell[])[]) =>
    file.write({
      columnData: CLAIM_COLUMNS.map(({ name }, at) => ({
        name,
        data: group.map(cells => cells[at] ?? null),
      })),
      rowGroupSize: CLAIMS_PER_GROUP,
    });
  let group: (readonly Cell[])[] = [];
  for await (const cells of claims) {
    group.push(cells);
    if (group.length < CLAIMS_PER_GROUP) continue;
    await write(group);
    group = [];
    yield taken(writer);
  }
  if (group.length > 0) await write(group);
  await file.finish();
  yield taken(writer);
}

/** What was written since the last time. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
