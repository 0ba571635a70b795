import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { confidential } from '../../articles/decisions/builders';
import type { Correction } from '../../articles/decisions/decision';
import type { ActiveArticle } from '../activeArticle';
import { tellMissing } from './corrections';
import { subjectOf, wordsOf, type SubjectWith } from './correctionSubject';
import { anew, type Decider } from './decide';
import type { DecisionFiles } from './decisionFiles';
import { lacksUnionMerge, writeUnionMerge } from './unionMerge';
import type { DecisionNode } from '../tree/treeModel';

/** Lets the user keep decisions out of the file that others may read, and names of sources out of exports. */
export function registerConfidential(context: {
  readonly active: ActiveArticle;
  readonly decisions: DecisionFiles;
  readonly decider: Decider;
}): vscode.Disposable {
  const { active, decisions, decider } = context;
  const onActor = (command: string, run: (subject: SubjectWith<'actor'>) => unknown) =>
    vscode.commands.registerCommand(command, async (...args: unknown[]) => {
      const subject = await subjectOf(args, active, decisions);
      if (subject?.actor) await run({ ...subject, actor: subject.actor });
      else tellMissing('actor');
    });
  return vscode.Disposable.from(
    decisions.onDidShareFirst(folder => void tellShared(folder)),
    onActor('sourcelight.keepConfidential', async ({ key, article, decided, actor }) => {
      if (!actor.confidential) await decider.decide(key, confidential(decided, wordsOf(article, actor)));
    }),
    onActor('sourcelight.notConfidential', async ({ key, actor }) => {
      const ids = actor.decisions ?? [];
      const standing = decisions
        .of(key)
        .filter(({ id, kind }) => kind === 'confidential' && ids.includes(id));
      if (standing.length > 0) await decider.takeBack(key, standing);
      else void vscode.window.showInformationMessage(l10n.t('This source is not confidential.'));
    }),
    vscode.commands.registerCommand(
      'sourcelight.makeDecisionPrivate',
      async ({ key, decision }: DecisionNode) => {
        const isDone = await decisions.makePrivate(key, new Set([decision.id]));
        void vscode.window.showInformationMessage(
          isDone
            ? l10n.t(
                'This is kept on this machine only from now on. Version control may still have it from before.',
              )
            : l10n.t('This is still in the file with the decisions, which cannot be written.'),
        );
      },
    ),
    vscode.commands.registerCommand('sourcelight.shareDecision', async ({ key, decision }: DecisionNode) => {
      await decider.replace(key, decision, shared(decision));
    }),
  );
}

function shared(decision: Correction): Correction {
  const copy = anew(decision);
  delete (copy as { private?: true }).private;
  return copy;
}

/** Once, after the first decision: who may read it, and what git needs for it. */
async function tellShared(folder: string): Promise<void> {
  const merge = l10n.t('Let Git Merge It');
  const offers = (await lacksUnionMerge(folder)) ? [merge] : [];
  const chosen = await vscode.window.showInformationMessage(
    l10n.t(
      'What you decide is kept in “.sourcelight/decisions.ndjson”, which may enter version control with the articles. In the view “Who Said What”, under “Decisions”, each one can be kept on this machine only.',
    ),
    ...offers,
  );
  if (chosen === merge) await writeUnionMerge(folder);
}
