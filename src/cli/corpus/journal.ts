import { createReadStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import type { CorpusOutcome } from '../../articles/corpus/run';
import { OWN_FILE } from './modes';

interface Entry<T> {
  readonly path: string;
  readonly key: string;
  readonly outcome: CorpusOutcome<T>;
}

interface Place {
  readonly key: string;
  /** In bytes from the beginning of the file. */
  readonly start: number;
  readonly length: number;
}

/**
 * What a run has done so far, a line for each article, in a file: a run that was killed goes on from there. In memory
 * is only where each article's line stands. A line that was cut off, and a journal of another stamp, count for nothing.
 */
export class Journal<T> {
  readonly #places = new Map<string, Place>();
  #end = 0;

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  /** Opens the journal of an interrupted run, or begins one. */
  static async open<T>(path: string, stamp: string): Promise<Journal<T>> {
    const journal = new Journal<T>(path, await open(path, 'a+', OWN_FILE));
    await journal.#readOn(stamp);
    // Also where the last line was cut off: what is written next begins a line of its own.
    await journal.file.truncate(journal.#end);
    if (journal.#end === 0) await journal.#write({ stamp });
    return journal;
  }

  /** How many articles it has. */
  get size(): number {
    return this.#places.size;
  }

  has(path: string, key: string): boolean {
    return this.#places.get(path)?.key === key;
  }

  async add(entry: Entry<T>): Promise<void> {
    this.#places.set(entry.path, { key: entry.key, ...(await this.#write(entry)) });
  }

  /** Null where the article is not in it. */
  async outcome(path: string): Promise<CorpusOutcome<T> | null> {
    const place = this.#places.get(path);
    if (!place) return null;
    const bytes = Buffer.alloc(place.length);
    await this.file.read(bytes, 0, place.length, place.start);
    return (JSON.parse(bytes.toString()) as Entry<T>).outcome;
  }

  close(): Promise<void> {
    return this.file.close();
  }

  /** The run has come to its end. */
  async remove(): Promise<void> {
    await this.close();
    await rm(this.path, { force: true });
  }

  async #write(value: unknown): Promise<{ start: number; length: number }> {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    const start = this.#end;
    await this.file.appendFile(bytes);
    this.#end += bytes.length;
    return { start, length: bytes.length };
  }

  async #readOn(stamp: string): Promise<void> {
    for await (const line of linesOf(this.path)) {
      const value = parse(line);
      if (this.#end === 0 && value?.stamp !== stamp) return;
      if (!value) return;
      const { path, key } = value as Partial<Entry<T>>;
      if (path !== undefined && key !== undefined) {
        this.#places.set(path, { key, start: this.#end, length: line.length });
      }
      this.#end += line.length;
    }
  }
}

/** Whole lines with their ends. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...pending, chunk.subarray(from, at + 1)]);
      pending = [];
      from = at + 1;
    }
    pending.push(chunk.subarray(from));
  }
}

function parse(line: Buffer): Record<string, unknown> | null {
  try {
    return JSON.parse(line.toString()) as Record<string, unknown>;
  } catch {
    return null;
  }
}
