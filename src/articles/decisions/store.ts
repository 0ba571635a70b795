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
  /** Called once, when a decision is kept in memory: it ends with the window. */
  readonly tellKeptInMemory: () => void;
  /** Called for each file once, where it has lines that cannot be read; they are kept as they are. */
  readonly tellUnreadable: (folder: string, lines: readonly string[]) => void;
  /** Called whenever a decision was written to a folder's file. */
  readonly tellShared: (folder: string) => void;
}

/** For so long after a line was written, in milliseconds, another window may write what it read before. */
const RACE = 5000;

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
  /** By folder: what this window last wrote that was not there before, and when. */
  readonly #written = new Map<string, { readonly lines: DecisionLines; readonly at: number }>();
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
    if (folder !== null && decision.private) await this.#keepPrivate(folder, added);
    else await this.#keep(folder, added);
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
    if (from.folder !== null && !this.#files.has(from.folder)) this.#in(from.folder);
    await this.#work.get(from.folder ?? '');
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
    const isPrivate = ({ decision }: DecisionLine) => to.folder !== null && decision?.private === true;
    if (to.folder !== null && lines.some(isPrivate))
      await this.#keepPrivate(to.folder, lines.filter(isPrivate));
    const shared = lines.filter(line => !isPrivate(line));
    const isOld = ({ decision }: DecisionLine) => decision !== null && isMoved(decision);
    const isSameFile = from.folder === to.folder;
    // Within one file, both at once: no moment, and no failed write, leaves a decision in it twice or not at all.
    const rest = (lines: DecisionLines) => (isSameFile ? lines.filter(line => !isOld(line)) : lines);
    if (shared.length > 0) await this.#keep(to.folder, shared, rest);
    await this.#removeAll(from.folder, isOld);
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

  /**
   * In the folder's file, in memory where that cannot be written.
   *
   * @param rest what of the file stays beside them
   */
  async #keep(
    folder: string | null,
    added: DecisionLines,
    rest = (lines: DecisionLines): DecisionLines => lines,
  ): Promise<void> {
    if (folder !== null && (await this.#write(folder, lines => mergeDecisions(rest(lines), added)))) {
      this.#options.tellShared(folder);
      return;
    }
    this.#memory.set(folder, mergeDecisions(this.#memory.get(folder) ?? [], added));
    this.#changed.fire();
    this.#tellKeptInMemory();
  }

  /** @returns false where the file cannot be written; they are kept in it then */
  async #removeAll(folder: string | null, isRemoved: (line: DecisionLine) => boolean): Promise<boolean> {
    const left = (lines: DecisionLines) => lines.filter(line => !isRemoved(line));
    this.#memory.set(folder, left(this.#memory.get(folder) ?? []));
    if (folder === null) {
      this.#changed.fire();
      return true;
    }
    const inPrivate = this.#privateLines(folder);
    if (inPrivate.some(isRemoved)) {
      await this.#options.privateStorage.write(folder, serialiseDecisions(left(inPrivate)));
    }
    return this.#removeFromFile(folder, isRemoved);
  }

  async #removeFromFile(folder: string, isRemoved: (line: DecisionLine) => boolean): Promise<boolean> {
    if (this.#files.get(folder)?.some(isRemoved)) {
      return this.#write(folder, lines => lines.filter(line => !isRemoved(line)));
    }
    this.#changed.fire();
    return true;
  }

  /** A file that another window is writing to is empty for a moment. */
  async #textOf(folder: string): Promise<string> {
    const { storage } = this.#options;
    const text = await storage.read(folder);
    if (text !== '' || (this.#files.get(folder) ?? []).length === 0) return text ?? '';
    await new Promise(resolve => setTimeout(resolve, WRITING));
    return (await storage.read(folder)) ?? '';
  }

  #read(folder: string): Promise<void> {
    return this.#afterOthers(folder, async () => {
      try {
        const lines = parseDecisions(await this.#textOf(folder));
        const lost = this.#lostTo(folder, lines);
        this.#show(folder, lines);
        if (lost.length > 0) void this.#write(folder, inFile => mergeDecisions(inFile, lost));
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
        const inFile = parseDecisions(await this.#textOf(folder));
        const lines = change(mergeDecisions(inFile, this.#memory.get(folder) ?? []));
        await storage.write(folder, serialiseDecisions(lines));
        this.#written.set(folder, { lines: notIn(inFile, lines), at: Date.now() });
        written = true;
        this.#memory.delete(folder);
        this.#show(folder, lines);
      } catch (error) {
        this.#options.log.warn(`The decisions in ${folder} cannot be written: ${String(error)}`);
      }
    });
    return written;
  }

  /**
   * What this window has just written and another one, which had read the file before, wrote over: it is gone, and
   * decisions have come that this window did not know. Where somebody takes lines out by hand, none come.
   */
  #lostTo(folder: string, lines: DecisionLines): DecisionLines {
    const written = this.#written.get(folder);
    if (!written || Date.now() - written.at > RACE) return [];
    const news = notIn(this.#files.get(folder) ?? [], lines);
    return news.some(({ decision }) => decision) ? notIn(lines, written.lines) : [];
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

/** The lines that are not among others. */
function notIn(others: DecisionLines, lines: DecisionLines): DecisionLines {
  const raws = new Set(others.map(({ raw }) => raw));
  return lines.filter(({ raw }) => !raws.has(raw));
}
