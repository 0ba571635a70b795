import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Correction, Decision } from '../../articles/decisions/decision';
import type { DecisionStore } from '../../articles/decisions/store';
import { decisionInWords, quoted } from './correctionWords';
import { tellInPassing } from '../telling';

/** Decisions about one article that still stand. */
interface Standing {
  readonly key: string;
  /** At least one. */
  readonly decisions: readonly Decision[];
}

/** Writes decisions down, and remembers the order in which they can be taken back. */
export class Decider {
  readonly #made: { readonly key: string; readonly ids: ReadonlySet<string> }[] = [];

  constructor(private readonly store: Pick<DecisionStore, 'add' | 'remove' | 'of'>) {}

  /** Writes down what was decided in one go, which is taken back in one go as well. */
  async keep(key: string, ...decisions: readonly Decision[]): Promise<void> {
    this.#made.push({ key, ids: new Set(decisions.map(({ id }) => id)) });
    await this.store.add(key, ...decisions);
  }

  /** Writes a decision down, and tells so in passing. */
  async decide(key: string, decision: Correction): Promise<void> {
    await this.keep(key, decision);
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

  /** What was last decided in this window, as far as it still stands; else the latest decision about the article. */
  async undo(activeKey: string | undefined): Promise<void> {
    const last = this.#lastMade() ?? (activeKey === undefined ? undefined : this.#latest(activeKey));
    if (!last) {
      void vscode.window.showInformationMessage(l10n.t('There is no decision to take back.'));
      return;
    }
    if (await this.takeBack(last.key, last.decisions)) tellInPassing(takenBackInWords(last.decisions));
  }

  #lastMade(): Standing | undefined {
    for (let made = this.#made.at(-1); made; made = this.#made.at(-1)) {
      const { key, ids } = made;
      const decisions = this.store.of(key).filter(({ id }) => ids.has(id));
      if (decisions.length > 0) return { key, decisions };
      this.#made.pop();
    }
    return undefined;
  }

  #latest(key: string): Standing | undefined {
    const decision = [...this.store.of(key)].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
    return decision && { key, decisions: [decision] };
  }
}

function takenBackInWords(decisions: readonly Decision[]): string {
  const [decision] = decisions;
  if (!decision || decisions.length > 1) return l10n.t('Taken back: {0} decisions.', decisions.length);
  return decision.kind === 'dismiss'
    ? l10n.t('Taken back: a check was dismissed.')
    : l10n.t('Taken back: {0}, “{1}”.', decisionInWords(decision), quoted(decision.target.exact));
}

/** The same, decided now: what is written once is never changed. */
export function anew<D extends Correction>(decision: D): D {
  return { ...decision, id: crypto.randomUUID(), at: new Date().toISOString() };
}
