import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { VerificationStatus } from '../../analysis/contract';
import { statusOf } from '../../articles/claims';
import { note, status } from '../../articles/decisions/builders';
import { VERIFICATION_STATUSES } from '../../articles/decisions/decision';
import type { DecisionStore } from '../../articles/decisions/store';
import type { ActiveArticle } from '../activeArticle';
import { tellMissing } from './corrections';
import { subjectOf, wordsOf, type Subject } from './correctionSubject';
import { quoted, statusWords } from './correctionWords';
import type { Decider } from './decide';

/** By status: what came out when the user looked into a claim. */
export const SET_STATUS = {
  unchecked: 'sourcelight.markUnchecked',
  confirmed: 'sourcelight.markConfirmed',
  disputed: 'sourcelight.markDisputed',
  wrong: 'sourcelight.markWrong',
} as const satisfies Record<VerificationStatus, string>;

/** Lets the user say what became of a claim, and keep a note on it or on a source. */
export function registerVerification(context: {
  readonly active: ActiveArticle;
  readonly decisions: DecisionStore;
  readonly decider: Decider;
}): vscode.Disposable {
  const { active, decisions, decider } = context;
  const register = (command: string, run: (subject: Subject) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (...args: unknown[]) => {
      const subject = await subjectOf(args, active, decisions);
      if (subject) await run(subject);
      else tellMissing('claim');
    });
  const set = async ({ key, decided, claim }: Subject, value: VerificationStatus) => {
    if (claim) await decider.decide(key, status(decided, claim, value, claim.verification?.note ?? ''));
    else tellMissing('claim');
  };
  return vscode.Disposable.from(
    ...VERIFICATION_STATUSES.map(value => register(SET_STATUS[value], subject => set(subject, value))),
    register('sourcelight.setStatus', async subject => {
      if (!subject.claim) {
        tellMissing('claim');
        return;
      }
      const value = await askForStatus(statusOf(subject.claim));
      if (value) await set(subject, value);
    }),
    register('sourcelight.editNote', async subject => {
      const { article, key, decided, claim, actor } = subject;
      if (!claim && !actor) {
        tellMissing('claim');
        return;
      }
      const written = await vscode.window.showInputBox({
        title: l10n.t('Note on “{0}”', quoted(claim ? article.words(claim.content) : (actor?.name ?? ''))),
        prompt: l10n.t('Nothing takes the note away'),
        value: claim ? (claim.verification?.note ?? '') : (actor?.note ?? ''),
      });
      if (written === undefined) return;
      if (claim) await decider.decide(key, status(decided, claim, statusOf(claim), written.trim()));
      else if (actor) await decider.decide(key, note(decided, wordsOf(article, actor), written.trim()));
    }),
  );
}

async function askForStatus(now: VerificationStatus): Promise<VerificationStatus | undefined> {
  const items = VERIFICATION_STATUSES.map(value => ({
    value,
    label: statusWords[value](),
    description: value === now ? l10n.t('now') : '',
  }));
  const picked = await vscode.window.showQuickPick(items, { title: l10n.t('Verification of This Claim') });
  return picked?.value;
}
