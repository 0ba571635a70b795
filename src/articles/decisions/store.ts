import { Emitter, type Disposable, type Event } from '../events';
import type { Log } from '../host';
import type { Decision } from './decision';
import {
  decisionLine,
  mergeDecisions,
  parseDecisions,
  serialiseDecisions,
  withoutDecisions,
  type DecisionLine,
  type DecisionLines,
} from './decisionFile';

/** Where the decisions about an article are kept. */
export interface DecisionPlace {
  /** Names the workspace folder; null where the article is in none. */
  readonly folder: string | null;
  /** The article, as a decision names it: relative to the folder, with `/`. */
  readonly file: string;
}

/** The decisions' files, one for each workspace folder. */
export interface DecisionStorage {
  placeOf(articleKey: string): DecisionPlace;
  /** The file's text; null where there is no file. */
  read(folder: string): Promise<string | null>;
  /** Rejects where the folder cannot be written to. */
  write(folder: string, text: string): Promise<void>;
  /** A file was changed, be it by us or somebody else; tells its folder. */
  readonly onDidChange: Event<string>;
}

export interface DecisionStoreOptions {
  readonly storage: DecisionStorage;
  readonly log: Log;
  /** Called once, when a decision is kept in memory: it ends with the window. */
  readonly tellKeptInMemory: () => void;
  /** Called for each file once, where it has lines that cannot be read; they are kept as they are. */
  readonly tellUnreadable: (folder: string, lines: readonly string[]) => void;
}

/** What the user decided, in every workspace folder; what cannot be written is kept in memory. */
export class DecisionStore implements Disposable {
  readonly #options: DecisionStoreOptions;
  readonly #changed = new Emitter<void>();
  readonly #watching: Disposable;
  readonly #files = new Map<string, DecisionLines>();
  /** By folder: what its file could not take; by null: what belongs to no folder. */
  readonly #memory = new Map<string | null, DecisionLines>();
  /** The last read or write of each folder's file; the next one waits for it. */
  readonly #work = new Map<string, Promise<void>>();
  readonly #toldUnreadable = new Set<string>();
  #toldKeptInMemory = false;

  /** Decisions were read, made or taken back. */
  readonly onDidChange = this.#changed.event;

  constructor(options: DecisionStoreOptions) {
    this.#options = options;
    this.#watching = options.storage.onDidChange(folder => {
      if (this.#files.has(folder)) void this.#read(folder);
    });
  }

  /** Those about an article. Its folder's file is read when it is first asked about; `onDidChange` tells when it has been. */
  of(articleKey: string): readonly Decision[] {
    const { folder, file } = this.#options.storage.placeOf(articleKey);
    return this.#in(folder).filter(decision => decision.file === null || decision.file === file);
  }

  /** All that there are where an article is. */
  around(articleKey: string): readonly Decision[] {
    return this.#in(this.#options.storage.placeOf(articleKey).folder);
  }

  placeOf(articleKey: string): DecisionPlace {
    return this.#options.storage.placeOf(articleKey);
  }

  /** Keeps a decision about an article, in its folder's file where that can be written. */
  async add(articleKey: string, decision: Decision): Promise<void> {
    const { folder } = this.#options.storage.placeOf(articleKey);
    const added = [decisionLine(decision)];
    if (folder === null || !(await this.#write(folder, lines => mergeDecisions(lines, added)))) {
      this.#memory.set(folder, mergeDecisions(this.#memory.get(folder) ?? [], added));
      this.#changed.fire();
      this.#tellKeptInMemory();
    }
  }

  /**
   * Takes decisions back, where an article is.
   *
   * @returns false where their file cannot be written; they are kept then
   */
  async remove(articleKey: string, ids: ReadonlySet<string>): Promise<boolean> {
    const { folder } = this.#options.storage.placeOf(articleKey);
    const inMemory = this.#memory.get(folder) ?? [];
    this.#memory.set(folder, withoutDecisions(inMemory, ids));
    const isInFile = ({ decision }: DecisionLine) => decision !== null && ids.has(decision.id);
    if (folder !== null && this.#files.get(folder)?.some(isInFile)) {
      return this.#write(folder, lines => withoutDecisions(lines, ids));
    }
    this.#changed.fire();
    return true;
  }

  /** Forgets what is kept in memory about an article alone: its name may be given to another one. */
  forget(articleKey: string): void {
    const { folder, file } = this.#options.storage.placeOf(articleKey);
    const inMemory = this.#memory.get(folder);
    if (inMemory) {
      this.#memory.set(
        folder,
        inMemory.filter(({ decision }) => decision?.file !== file),
      );
    }
  }

  /** Once what is under way has been read and written. */
  async settled(): Promise<void> {
    await Promise.all(this.#work.values());
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  #in(folder: string | null): Decision[] {
    if (folder !== null && !this.#files.has(folder)) {
      this.#files.set(folder, []);
      void this.#read(folder);
    }
    const inFile = folder === null ? [] : (this.#files.get(folder) ?? []);
    return [...inFile, ...(this.#memory.get(folder) ?? [])].flatMap(({ decision }) => decision ?? []);
  }

  #read(folder: string): Promise<void> {
    return this.#afterOthers(folder, async () => {
      try {
        this.#show(folder, parseDecisions((await this.#options.storage.read(folder)) ?? ''));
      } catch (error) {
        this.#options.log.warn(`The decisions in ${folder} cannot be read: ${String(error)}`);
      }
    });
  }

  /**
   * Reads the file anew before it is written, so that what another window or person wrote meanwhile is kept. What an
   * earlier write left in memory is written too.
   *
   * @returns whether it could be written
   */
  async #write(folder: string, change: (lines: DecisionLines) => DecisionLines): Promise<boolean> {
    let written = false;
    await this.#afterOthers(folder, async () => {
      try {
        const { storage } = this.#options;
        const inFile = parseDecisions((await storage.read(folder)) ?? '');
        const lines = change(mergeDecisions(inFile, this.#memory.get(folder) ?? []));
        await storage.write(folder, serialiseDecisions(lines));
        written = true;
        this.#memory.delete(folder);
        this.#show(folder, lines);
      } catch (error) {
        this.#options.log.warn(`The decisions in ${folder} cannot be written: ${String(error)}`);
      }
    });
    return written;
  }

  #afterOthers(folder: string, work: () => Promise<void>): Promise<void> {
    const done = (this.#work.get(folder) ?? Promise.resolve()).then(work);
    this.#work.set(folder, done);
    return done;
  }

  #show(folder: string, lines: DecisionLines): void {
    const before = serialiseDecisions(this.#files.get(folder) ?? []);
    this.#files.set(folder, lines);
    if (serialiseDecisions(lines) !== before) this.#changed.fire();
    const unreadable = lines.flatMap(({ raw, decision }) => (decision ? [] : raw));
    if (unreadable.length === 0 || this.#toldUnreadable.has(folder)) return;
    this.#toldUnreadable.add(folder);
    this.#options.log.warn(
      [`Lines of the decisions in ${folder} cannot be read and stay as they are:`, ...unreadable].join('\n'),
    );
    this.#options.tellUnreadable(folder, unreadable);
  }

  #tellKeptInMemory(): void {
    if (this.#toldKeptInMemory) return;
    this.#toldKeptInMemory = true;
    this.#options.tellKeptInMemory();
  }
}
