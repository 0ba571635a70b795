import type { Decision } from '../../../src/articles/decisions/decision';
import {
  decisionLine,
  mergeDecisions,
  serialiseDecisions,
} from '../../../src/articles/decisions/decisionFile';
import { DecisionStore } from '../../../src/articles/decisions/store';
import { Emitter } from '../../../src/articles/events';

export const FERRY = 'ws/ferry.txt';
export const BRIDGE = 'ws/bridge.txt';
export const UNTITLED = 'untitled:1';

/** A folder on a disk that several windows share. */
export class Disk {
  text: string | null = null;
  isReadOnly = false;
  cannotBeRead = false;
  writes = 0;
  /** In milliseconds. */
  now = 0;
  /** How long a read or a write takes. */
  later = later;
  readonly changed = new Emitter<string>();

  /** Somebody else writes the file. */
  put(text: string): void {
    this.text = text;
    this.tell();
  }

  /** Tells the windows of a change. */
  tell = (): void => {
    this.changed.fire('ws');
  };
}

export class Window {
  readonly warnings: string[] = [];
  keptInMemory = 0;
  readonly unreadable: (readonly string[])[] = [];
  changes = 0;
  readonly shared: string[] = [];
  readonly hidden = new Map<string, string>();
  readonly store: DecisionStore;

  constructor(disk: Disk) {
    this.store = new DecisionStore({
      storage: {
        placeOf: key => {
          const [folder = '', ...path] = key.split('/');
          const file = path.join('/');
          return folder === 'ws' ? { folder, file } : { folder: null, file: key };
        },
        read: async () => {
          await disk.later();
          if (disk.cannotBeRead) throw new Error('no answer');
          return disk.text;
        },
        write: async (_, text) => {
          await disk.later();
          if (disk.isReadOnly) throw new Error('read-only');
          disk.writes++;
          disk.put(text);
        },
        onDidChange: disk.changed.event,
      },
      privateStorage: {
        read: folder => this.hidden.get(folder) ?? '',
        write: async (folder, text) => {
          await later();
          this.hidden.set(folder, text);
        },
      },
      log: {
        debug: () => undefined,
        info: () => undefined,
        warn: message => void this.warnings.push(message),
        error: () => undefined,
      },
      now: () => disk.now,
      tellKeptInMemory: () => void this.keptInMemory++,
      tellShared: folder => void this.shared.push(folder),
      tellUnreadable: (_, lines) => void this.unreadable.push(lines),
    });
    this.store.onDidChange(() => void this.changes++);
  }

  async idsOf(key: string): Promise<string[]> {
    this.store.of(key);
    await this.store.settled();
    return this.store.of(key).map(({ id }) => id);
  }
}

export function about(id: string, file: string | null): Decision {
  return { id, at: '2031-04-02T09:00:00.000Z', kind: 'dismiss', check: 'cue.loaded', file, target: null };
}

export function hidden(id: string): Decision {
  return { ...about(id, 'ferry.txt'), private: true };
}

export function fileWith(...decisions: Decision[]): string {
  return serialiseDecisions(mergeDecisions([], decisions.map(decisionLine)));
}

function later(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
