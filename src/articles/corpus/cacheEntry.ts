import { hash } from './key';

const ENTRY = /^\{"checksum":"([0-9a-f]{64})","value":(.*)\}$/;

/** A value as it is kept in a cache: JSON, with the checksum of the value's own JSON. */
export async function writeCacheEntry(value: unknown): Promise<string> {
  const json = JSON.stringify(value);
  return `{"checksum":"${await checksum(json)}","value":${json}}`;
}

/** @returns null where the entry is damaged, or is something else */
export async function readCacheEntry<T>(entry: string): Promise<T | null> {
  const [, sum, json = ''] = ENTRY.exec(entry) ?? [];
  return sum !== undefined && sum === (await checksum(json)) ? (JSON.parse(json) as T) : null;
}

function checksum(json: string): Promise<string> {
  return hash(new TextEncoder().encode(json));
}
