import * as vscode from 'vscode';
import type { Correction } from '../../articles/decisions/decision';
import type { DecisionStore } from '../../articles/decisions/store';

type Corrections = ReadonlyMap<string, readonly Correction[]>;

/**
 * What the user decided about the articles of an archive, the private decisions among them. Dismissals are left out:
 * nothing of what is kept of an article depends on them.
 */
export class ArchiveDecisions implements vscode.Disposable {
  /** By folder: the corrections by file, and an article that is there. */
  readonly #folders = new Map<
    string | null,
    { readonly article: string; readonly corrections: Corrections }
  >();
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  readonly #subscription: vscode.Disposable;

  /** Tells the articles (as URIs) about which something else is decided than what was read. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly store: Pick<DecisionStore, 'around' | 'placeOf' | 'settled' | 'onDidChange'>) {
    const listening = store.onDidChange(() => {
      this.#compare();
    });
    this.#subscription = vscode.Disposable.from(listening);
  }

  /** Those about an article, by their ids. */
  async about(article: string): Promise<readonly Correction[]> {
    const { folder, file } = this.store.placeOf(article);
    if (!this.#folders.has(folder)) {
      // Reading begins when they are first asked for.
      this.store.around(article);
      await this.store.settled();
      this.#folders.set(folder, { article, corrections: this.#read(article) });
    }
    return this.#folders.get(folder)?.corrections.get(file) ?? [];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #read(article: string): Corrections {
    const corrections = this.store.around(article).filter(decision => decision.kind !== 'dismiss');
    const byFile = new Map<string, Correction[]>();
    for (const correction of corrections.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const about = byFile.get(correction.file);
      if (about) about.push(correction);
      else byFile.set(correction.file, [correction]);
    }
    return byFile;
  }

  #compare(): void {
    const changed: string[] = [];
    for (const [folder, { article, corrections: before }] of this.#folders) {
      const corrections = this.#read(article);
      this.#folders.set(folder, { article, corrections });
      for (const file of new Set([...before.keys(), ...corrections.keys()])) {
        if (JSON.stringify(before.get(file)) === JSON.stringify(corrections.get(file))) continue;
        changed.push(
          folder === null ? file : vscode.Uri.joinPath(vscode.Uri.parse(folder, true), file).toString(),
        );
      }
    }
    if (changed.length > 0) this.#changed.fire(changed);
  }
}
