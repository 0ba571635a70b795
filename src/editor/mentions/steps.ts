import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Articles } from '../../articles/articles';
import { actorAt, claimBeside, type Direction } from '../../articles/mentions';
import { extentOf, isSame } from '../../articles/spans';
import { registerAtCursor, type Cursor } from '../cursor';
import { tell } from '../telling';
import { showSpans } from '../navigation';

/** Steps from claim to claim, of all actors or of the one at the cursor; after the last comes the first again. */
export function registerSteps(articles: Articles): vscode.Disposable {
  const register = (command: string, direction: Direction, claimsAt: typeof allClaims) =>
    registerAtCursor(articles, command, async cursor => {
      const claims = claimsAt(cursor);
      if (!claims) return;
      const claim = claimBeside(cursor.article, claims, cursor, direction);
      // A selection is read out by screen readers.
      if (claim) await showSpans(cursor.editor.document.uri, claim.content);
      else tell(l10n.t('There is no claim to go to.'));
    });
  return vscode.Disposable.from(
    register('sourcelight.nextClaim', 'next', allClaims),
    register('sourcelight.previousClaim', 'previous', allClaims),
    register('sourcelight.nextClaimOfActor', 'next', claimsOfActor),
    register('sourcelight.previousClaimOfActor', 'previous', claimsOfActor),
  );
}

function allClaims({ article }: Cursor): Int32Array | undefined {
  return article.shown;
}

/** Of the claim that the step before selected, else of whoever the cursor is at. */
function claimsOfActor({ article, start, end, offset }: Cursor): Int32Array | undefined {
  const near = Array.from(article.claimsNear(offset), ({ now }) => now);
  const selected = near.find(({ content }) => isSame(extentOf(content), { start, end }));
  const actor = selected?.source?.actor ?? actorAt(article, offset)?.id;
  if (actor !== undefined) return article.shownOf(actor);
  tell(l10n.t('There is no actor at the cursor.'));
  return undefined;
}
