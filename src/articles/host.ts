import type { Endpoint } from 'comlink';
import type { Span } from '../analysis/contract';

/** What ring 2 asks of the host it runs in: a thread, a clock, a log. */

export interface WorkerThread {
  readonly endpoint: Endpoint;
  /** Told once, when the thread ends without having been asked to. */
  onDidDie(listener: (reason: string) => void): void;
  terminate(): void;
}

/** The extension's own files, by a path relative to its folder. */
export interface ExtensionFiles {
  path(relative: string): string;
  read(relative: string): Promise<Uint8Array>;
}

export type StartWorker = () => Promise<WorkerThread>;

export interface Clock {
  /** Calls back once after `milliseconds`, unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Whether to analyse an article: ask what kind of text it is first, do it anyway, or leave it alone. */
export type Choice = 'judge' | 'always' | 'switched-off' | 'excluded';

/** An article as its editor holds it; `text()` and `version` always belong together. */
export interface ArticleDocument {
  /** Tells articles apart: a URI. */
  readonly key: string;
  readonly fileName: string;
  readonly languageId: string;
  readonly version: number;
  text(): string;
  choice(): Choice;
  /** The part of the text that is on display; null where none is. */
  visible(): Span | null;
}
