import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Correction, Decision } from '../../articles/decisions/decision';
import type { DecisionStore } from '../../articles/decisions/store';
import { decisionInWords, quoted } from './correctionWords';

/** How long the status bar tells what was decided, in milliseconds. */
const TOLD = 6000;

/** Writes decisions down, tells so in passing, and remembers the order in which they can be taken back. */
export class Decider {
  readonly #made: { readonly key: string; readonly id: string }[] = [];

  constructor(private readonly store: Pick<DecisionStore, 'add' | 'remove' | 'of'>) {}

  async decide(key: string, decision: Correction): Promise<void> {
    this.#made.push({ key, id: decision.id });
    await this.store.add(key, decision);
    tellInPassing(
      l10n.t(
        '{0}: “{1}”. “Sourcelight: Undo Last Decision” takes it back.',
        decisionInWords(decision),
        quoted(decision.target.exact),
      ),
    );
  }

  /** Another decision in the place of one, as when it is shared, or about other words. */
  async replace(key: string, before: Decision, after: Correction): Promise<void> {
    if (await this.takeBack(key, [before])) await this.decide(key, after);
  }

  /** Tells where that cannot be done. */
  async takeBack(key: string, decisions: readonly Pick<Decision, 'id'>[]): Promise<boolean> {
    if (await this.store.remove(key, new Set(decisions.map(({ id }) => id)))) return true;
    void vscode.window.showWarningMessage(
      l10n.t('Nothing was taken back: the file with the decisions cannot be written.'),
    );
    return false;
  }

  /** The last decision made in this window that still stands; else the latest about the article. */
  async undo(activeKey: string | undefined): Promise<void> {
    const last = this.#lastMade() ?? (activeKey === undefined ? undefined : this.#latest(activeKey));
    if (!last) {
      void vscode.window.showInformationMessage(l10n.t('There is no decision to take back.'));
      return;
    }
    if (!(await this.takeBack(last.key, [last.decision]))) return;
    const { decision } = last;
    tellInPassing(
      decision.kind === 'dismiss'
        ? l10n.t('Taken back: a check was dismissed.')
        : l10n.t('Taken back: {0}, “{1}”.', decisionInWords(decision), quoted(decision.target.exact)),
    );
  }

  #lastMade(): { readonly key: string; readonly decision: Decision } | undefined {
    for (let made = this.#made.pop(); made; made = this.#made.pop()) {
      const { key, id } = made;
      const decision = this.store.of(key).find(standing => standing.id === id);
      if (decision) return { key, decision };
    }
    return undefined;
  }

  #latest(key: string): { readonly key: string; readonly decision: Decision } | undefined {
    const decision = [...this.store.of(key)].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
    return decision && { key, decision };
  }
}

/** The same, decided now: what is written once is never changed. */
export function anew<D extends Correction>(decision: D): D {
  return { ...decision, id: crypto.randomUUID(), at: new Date().toISOString() };
}

function tellInPassing(what: string): void {
  vscode.window.setStatusBarMessage(what, TOLD);
}
