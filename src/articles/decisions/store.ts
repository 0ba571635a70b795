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
import { OwnChanges } from './ownChanges';

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

/** The editor's own storage, for what the user keeps out of the files. */
export interface PrivateStorage {
  /** Empty where nothing was kept yet. */
  read(folder: string): string;
  write(folder: string, text: string): Promise<void>;
}

export interface DecisionStoreOptions {
  readonly storage: DecisionStorage;
  readonly privateStorage: PrivateStorage;
  readonly log: Log;
  /** The time, in milliseconds. */
  readonly now: () => number;
  /** Called once, when a decision is kept in memory: it ends with the window. Tells the article's folder, if it has one. */
  readonly tellKeptInMemory: (folder: string | null) => void;
  /** Called for each file once, where it has lines that cannot be read; they are kept as they are. */
  readonly tellUnreadable: (folder: string, lines: readonly string[]) => void;
  /** Called whenever a decision was written to a folder's file. */
  readonly tellShared: (folder: string) => void;
}

/** So often at most a file is read anew because it was written meanwhile. */
const MOST_REREADS = 8;

/** So long, in milliseconds, another window may take to write a file. */
const WRITING = 100;

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
  /** By folder: what this window did to its file. */
  readonly #ownChanges = new Map<string, OwnChanges>();
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

  /** Keeps decisions about an article, in its folder's file where that can be written: all of them in one go. */
  async add(articleKey: string, ...decisions: readonly Decision[]): Promise<void> {
    const { folder } = this.#options.storage.placeOf(articleKey);
    await this.#keepAll(folder, decisions.map(decisionLine));
  }

  /**
   * Keeps decisions about an article that are in its folder's file in the editor's own storage instead. What version
   * control has kept of the file stays there.
   *
   * @returns false where the file cannot be written; they are still in it then
   */
  async makePrivate(articleKey: string, ids: ReadonlySet<string>): Promise<boolean> {
    const { folder } = this.#options.storage.placeOf(articleKey);
    if (folder === null) return true;
    const shared = this.#in(folder).filter(decision => ids.has(decision.id) && !decision.private);
    await this.#keepPrivate(
      folder,
      shared.map(decision => decisionLine({ ...decision, private: true })),
    );
    this.#memory.set(folder, withoutDecisions(this.#memory.get(folder) ?? [], ids));
    return this.#removeFromFile(folder, ({ decision }) => decision !== null && ids.has(decision.id));
  }

  /** An article, or a folder of articles, is at another place now: decisions go with it. */
  async move(fromKey: string, toKey: string): Promise<void> {
    const from = this.#options.storage.placeOf(fromKey);
    const to = this.#options.storage.placeOf(toKey);
    // What is in memory may be forgotten in the next moment, as an untitled article is closed when it has been saved.
    if (from.folder !== null) await this.#loaded(from.folder);
    const isMoved = (decision: Decision) =>
      decision.file === from.file || decision.file?.startsWith(`${from.file}/`) === true;
    const moved = this.#in(from.folder).filter(isMoved);
    if (moved.length === 0) return;
    const lines = moved.map(decision =>
      decisionLine({
        ...decision,
        file: to.file + (decision.file ?? '').slice(from.file.length),
      }),
    );
    const isOld = ({ decision }: DecisionLine) => decision !== null && isMoved(decision);
    const isSameFile = from.folder === to.folder;
    // Within one file, both at once: no moment, and no failed write, leaves a decision in it twice or not at all.
    await this.#keepAll(to.folder, lines, inFile =>
      isSameFile ? inFile.filter(line => !isOld(line)) : inFile,
    );
    await this.#removeAll(from.folder, isOld);
  }

  /** There are two articles now where there was one: its decisions are about both, and can be taken back for each. */
  async copy(fromKey: string, toKey: string): Promise<void> {
    const to = this.#options.storage.placeOf(toKey);
    for (const { folder } of [this.#options.storage.placeOf(fromKey), to])
      if (folder !== null) await this.#loaded(folder);
    const about = (key: string) => this.of(key).filter(({ file }) => file !== null);
    const there = new Set(about(toKey).map(withoutNames));
    const copied = about(fromKey).filter(decision => !there.has(withoutNames(decision)));
    await this.#keepAll(
      to.folder,
      copied.map(decision => decisionLine({ ...decision, id: crypto.randomUUID(), file: to.file })),
    );
  }

  /**
   * Takes decisions back, where an article is.
   *
   * @returns false where their file cannot be written; they are kept then
   */
  async remove(articleKey: string, ids: ReadonlySet<string>): Promise<boolean> {
    const { folder } = this.#options.storage.placeOf(articleKey);
    return this.#removeAll(folder, ({ decision }) => decision !== null && ids.has(decision.id));
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
    let work: readonly Promise<void>[];
    do {
      work = [...this.#work.values()];
      await Promise.all(work);
    } while (work.some((done, i) => done !== [...this.#work.values()][i]));
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  /** Once a folder's file has been read. */
  async #loaded(folder: string): Promise<void> {
    this.#in(folder);
    await this.#work.get(folder);
  }

  #in(folder: string | null): Decision[] {
    if (folder !== null && !this.#files.has(folder)) {
      this.#files.set(folder, []);
      void this.#read(folder);
    }
    const kept = folder === null ? [] : [...(this.#files.get(folder) ?? []), ...this.#privateLines(folder)];
    const all = [...kept, ...(this.#memory.get(folder) ?? [])].flatMap(({ decision }) => decision ?? []);
    // A line that could not be taken out of the file stands there beside its private one.
    const byId = new Map(all.map(decision => [`${decision.id} ${decision.file ?? ''}`, decision]));
    return [...byId.values()];
  }

  #privateLines(folder: string): DecisionLines {
    return parseDecisions(this.#options.privateStorage.read(folder));
  }

  async #keepPrivate(folder: string, lines: DecisionLines): Promise<void> {
    const kept = mergeDecisions(this.#privateLines(folder), lines);
    await this.#options.privateStorage.write(folder, serialiseDecisions(kept));
    this.#changed.fire();
  }

  /** Each where it belongs; see `#keep`. */
  async #keepAll(
    folder: string | null,
    lines: DecisionLines,
    rest?: (inFile: DecisionLines) => DecisionLines,
  ): Promise<void> {
    const isPrivate = ({ decision }: DecisionLine) => folder !== null && decision?.private === true;
    if (folder !== null && lines.some(isPrivate)) await this.#keepPrivate(folder, lines.filter(isPrivate));
    const shared = lines.filter(line => !isPrivate(line));
    if (shared.length > 0) await this.#keep(folder, shared, rest);
  }

  /**
   * In the folder's file, in memory where that cannot be written. What an earlier write left in memory is written too.
   *
   * @param rest what of the file stays beside them
   */
  async #keep(
    folder: string | null,
    added: DecisionLines,
    rest = (lines: DecisionLines): DecisionLines => lines,
  ): Promise<void> {
    const change = (lines: DecisionLines) =>
      mergeDecisions(mergeDecisions(rest(lines), this.#memory.get(folder) ?? []), added);
    if (folder !== null && (await this.#update(folder, change))) {
      this.#options.tellShared(folder);
      if (this.#memory.delete(folder)) this.#changed.fire();
      return;
    }
    this.#memory.set(folder, mergeDecisions(this.#memory.get(folder) ?? [], added));
    this.#changed.fire();
    this.#tellKeptInMemory(folder);
  }

  /** @returns false where the file cannot be written; they are kept in it then */
  async #removeAll(folder: string | null, isRemoved: (line: DecisionLine) => boolean): Promise<boolean> {
    const left = (lines: DecisionLines) => lines.filter(line => !isRemoved(line));
    const inMemory = this.#memory.get(folder) ?? [];
    const inPrivate = folder === null ? [] : this.#privateLines(folder);
    if (inMemory.some(isRemoved)) this.#memory.set(folder, left(inMemory));
    if (folder !== null && inPrivate.some(isRemoved)) {
      await this.#options.privateStorage.write(folder, serialiseDecisions(left(inPrivate)));
    }
    if ([...inMemory, ...inPrivate].some(isRemoved)) this.#changed.fire();
    return folder === null || this.#removeFromFile(folder, isRemoved);
  }

  /** From the file as it is at that moment, whatever of it is known here. */
  async #removeFromFile(folder: string, isRemoved: (line: DecisionLine) => boolean): Promise<boolean> {
    if (await this.#update(folder, lines => lines.filter(line => !isRemoved(line)))) return true;
    return this.#files.get(folder)?.some(isRemoved) !== true;
  }

  /** A file that another window is writing to is empty for a moment. */
  async #textOf(folder: string): Promise<string | null> {
    const { storage } = this.#options;
    const text = await storage.read(folder);
    if (text !== '' || (this.#files.get(folder) ?? []).length === 0) return text;
    await new Promise(resolve => setTimeout(resolve, WRITING));
    return storage.read(folder);
  }

  async #read(folder: string): Promise<void> {
    await this.#update(folder, lines => lines);
  }

  /** @returns whether the file could be read, and written where it is another one then */
  async #update(folder: string, change: (lines: DecisionLines) => DecisionLines): Promise<boolean> {
    let isDone = false;
    await this.#afterOthers(folder, async () => {
      try {
        await this.#changeFile(folder, change);
        isDone = true;
      } catch (error) {
        this.#options.log.warn(`The decisions in ${folder} cannot be read or written: ${String(error)}`);
      }
    });
    return isDone;
  }

  /**
   * Reads the file anew, so that what another window or person wrote meanwhile is kept; puts right what another window
   * wrote over; changes it, and writes it where it is another one then. What is written while this is done is read, too.
   */
  async #changeFile(folder: string, change: (lines: DecisionLines) => DecisionLines): Promise<void> {
    const ownChanges = this.#ownChangesIn(folder);
    let text = await this.#textOf(folder);
    for (let rereads = 0; ; rereads++) {
      const inFile = parseDecisions(text ?? '');
      const restored = ownChanges.restored(this.#files.get(folder) ?? [], text === null ? null : inFile);
      const lines = change(restored.lines);
      const changed = serialiseDecisions(lines);
      if (changed !== serialiseDecisions(inFile)) {
        const before = text;
        text = await this.#textOf(folder);
        if (text !== before && rereads < MOST_REREADS) continue;
        try {
          await this.#options.storage.write(folder, changed);
        } catch (error) {
          this.#take(folder, inFile);
          throw error;
        }
      }
      ownChanges.record(restored, lines);
      this.#take(folder, lines);
      return;
    }
  }

  #ownChangesIn(folder: string): OwnChanges {
    const known = this.#ownChanges.get(folder) ?? new OwnChanges(this.#options.now);
    this.#ownChanges.set(folder, known);
    return known;
  }

  #afterOthers(folder: string, work: () => Promise<void>): Promise<void> {
    const done = (this.#work.get(folder) ?? Promise.resolve()).then(work);
    this.#work.set(folder, done);
    return done;
  }

  /** Takes over what is in a folder's file. */
  #take(folder: string, lines: DecisionLines): void {
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

  #tellKeptInMemory(folder: string | null): void {
    if (this.#toldKeptInMemory) return;
    this.#toldKeptInMemory = true;
    this.#options.tellKeptInMemory(folder);
  }
}

/** What a decision says, whatever it is called and whichever file it is about. */
function withoutNames(decision: Decision): string {
  return JSON.stringify({ ...decision, id: '', file: '' });
}
