import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { confidential } from '../articles/decisions/builders';
import type { DecisionStore } from '../articles/decisions/store';
import type { ActiveArticle } from './activeArticle';
import { tellMissing } from './corrections';
import { subjectOf, wordsOf } from './correctionSubject';
import type { Decider } from './decide';

/** Lets the user keep the name of a source out of exports: a decision that never leaves the editor's own storage. */
export function registerConfidential(context: {
  readonly active: ActiveArticle;
  readonly decisions: DecisionStore;
  readonly decider: Decider;
}): vscode.Disposable {
  const { active, decisions, decider } = context;
  return vscode.Disposable.from(
    vscode.commands.registerCommand('sourcelight.keepConfidential', async (...args: unknown[]) => {
      const subject = await subjectOf(args, active, decisions);
      if (!subject?.actor) {
        tellMissing('actor');
        return;
      }
      const { key, article, decided, actor } = subject;
      if (!actor.confidential) await decider.decide(key, confidential(decided, wordsOf(article, actor)));
    }),
    vscode.commands.registerCommand('sourcelight.notConfidential', async (...args: unknown[]) => {
      const subject = await subjectOf(args, active, decisions);
      const ids = subject?.actor?.decisions ?? [];
      const standing = subject
        ? decisions.of(subject.key).filter(({ id, kind }) => kind === 'confidential' && ids.includes(id))
        : [];
      if (subject && standing.length > 0) await decider.takeBack(subject.key, standing);
      else void vscode.window.showInformationMessage(l10n.t('This source is not confidential.'));
    }),
  );
}
