import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Articles } from '../../articles/articles';
import type { DecisionStore } from '../../articles/decisions/store';
import type { Needs } from './corrections';
import { aboutArticle, atPlace } from './correctionSubject';
import { keyOf } from '../documents';
import { SET_STATUS } from './verification';

const KIND = vscode.CodeActionKind.RefactorRewrite.append('sourcelight');

interface Offer {
  readonly needs: Needs;
  readonly command: string;
  readonly title: () => string;
}

/** In the order in which they are offered: what is done most often comes first. */
const OFFERS: readonly Offer[] = [
  { needs: 'selection', command: 'sourcelight.addSource', title: () => l10n.t('Add as a Source') },
  { needs: 'selection', command: 'sourcelight.addQuote', title: () => l10n.t('Add as a Quote') },
  { needs: 'selection', command: 'sourcelight.addClaim', title: () => l10n.t('Add as a Claim…') },
  { needs: 'claim', command: 'sourcelight.confirmClaim', title: () => l10n.t('This Claim Is Rightly Found') },
  { needs: 'claim', command: 'sourcelight.notClaim', title: () => l10n.t('Not a Claim') },
  { needs: 'claim', command: 'sourcelight.otherSource', title: () => l10n.t('Other Source…') },
  { needs: 'quotation', command: 'sourcelight.notQuote', title: () => l10n.t('Not a Quote') },
  { needs: 'actor', command: 'sourcelight.notSource', title: () => l10n.t('Not a Source') },
  { needs: 'actor', command: 'sourcelight.sameActor', title: () => l10n.t('Same as…') },
  { needs: 'actor', command: 'sourcelight.splitActor', title: () => l10n.t('Somebody Else Than the Others') },
  { needs: 'actor', command: 'sourcelight.namedOrAnonymous', title: () => l10n.t('Named or Anonymous…') },
  { needs: 'claim', command: SET_STATUS.confirmed, title: () => l10n.t('Mark as Confirmed') },
  { needs: 'claim', command: SET_STATUS.disputed, title: () => l10n.t('Mark as Disputed') },
  { needs: 'claim', command: SET_STATUS.wrong, title: () => l10n.t('Mark as Wrong') },
  { needs: 'claim', command: 'sourcelight.editNote', title: () => l10n.t('Note…') },
];

/** Offers at the cursor what can be said about the finding there. */
export function registerCorrectionMenus(
  articles: Articles,
  decisions: Pick<DecisionStore, 'placeOf'>,
): vscode.Disposable {
  // Any language: a file of another one can be switched on.
  return vscode.languages.registerCodeActionsProvider(
    '*',
    {
      provideCodeActions(document, range, { triggerKind }) {
        // A light bulb at every claim would be no advice but a nuisance.
        if (triggerKind !== vscode.CodeActionTriggerKind.Invoke) return [];
        const key = keyOf(document);
        const there = aboutArticle(key, articles, decisions);
        if (!there) return [];
        const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        const selection = span.start < span.end ? span : null;
        const subject = { ...atPlace(there, span), selection };
        return OFFERS.filter(({ needs }) => subject[needs]).map(({ command, title }) => {
          const action = new vscode.CodeAction(title(), KIND);
          action.command = { title: title(), command, arguments: [key, span] };
          return action;
        });
      },
    },
    { providedCodeActionKinds: [KIND] },
  );
}
