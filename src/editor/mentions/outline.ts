import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Attribution, Span } from '../../analysis/contract';
import type { Article, ClaimsAround } from '../../articles/article';
import type { Articles } from '../../articles/articles';
import { Emitter } from '../../articles/events';
import { turnsOf, type Turn } from '../../articles/mentions';
import { extentOf } from '../../articles/spans';
import { rangeOf, registerWhereAnalysed } from '../analysed';
import { keyOf, visiblePart } from '../documents';
import { anonymousInBrief, earlierClaims, kindWords, laterClaims, rolesInWords, shortened } from '../words';

const NAME_LENGTH = 100;

/** So many claims are serialised, with who makes them, in half of the time for which the thread may be held. */
export const MOST = 100;

/**
 * The outline and the breadcrumbs: the headline with what is claimed in it, then who speaks in which turn, with the claims.
 *
 * An actor comes once for each turn, not once for all: breadcrumbs lead to the symbol whose range is around the cursor,
 * and those of two actors who take turns would lie across one another. No turn runs over a line's end, so sticky scroll
 * stays out of prose. Markdown is left out: VS Code would put its headings one level down, beside a group of ours.
 *
 * That of an analysis that has not come to the article's end says so in its last line.
 *
 * VS Code takes an outline only as a whole, so that of an article with more claims has those around the text on
 * display, says how many come before and after, and goes along with the text.
 */
export function registerOutline(articles: Articles): vscode.Disposable {
  const moved = new Emitter<string>();
  /** The part of a long article whose claims are in its outline. */
  const outlined = new WeakMap<vscode.TextDocument, vscode.Range>();
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols(document) {
      const state = articles.state(keyOf(document));
      if (state?.kind !== 'analysed') return null;
      const around = state.article.claimsAround(middleOnDisplay(document), MOST);
      const part = around.claims.length < around.total ? partOf(document, around) : undefined;
      if (part) outlined.set(document, part);
      else outlined.delete(document);
      return symbolsOf(state.article, document, around);
    },
  };
  return vscode.Disposable.from(
    moved,
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document }, visibleRanges }) => {
      const part = outlined.get(document);
      if (part && visibleRanges.some(range => !part.contains(range))) moved.fire(keyOf(document));
    }),
    registerWhereAnalysed(
      articles,
      documents =>
        vscode.languages.registerDocumentSymbolProvider(
          documents.filter(({ language }) => language !== 'markdown'),
          provider,
          { label: 'Sourcelight' },
        ),
      { anew: true, also: moved.event },
    ),
  );
}

function middleOnDisplay(document: vscode.TextDocument): number {
  const visible = visiblePart(document);
  return visible ? Math.floor((visible.start + visible.end) / 2) : 0;
}

/** From the first of these claims to the last, and to the article's own ends where there are no others. */
function partOf(document: vscode.TextDocument, { claims, first, total }: ClaimsAround): vscode.Range {
  const all = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  const [begin, end] = [claims[0], claims.at(-1)].map(
    claim => claim && rangeOf(document, extentOf(claim.content)),
  );
  return new vscode.Range(
    first > 0 && begin ? begin.start : all.start,
    first + claims.length < total && end ? end.end : all.end,
  );
}

export function symbolsOf(
  article: Article,
  document: vscode.TextDocument,
  around: ClaimsAround,
): vscode.DocumentSymbol[] {
  const { headline } = article.anatomy;
  const turns = turnsOf(article, around.claims);
  const rest = (of: readonly Turn[]) => of.map(turn => turnSymbol(article, document, turn));
  const others = (headlined: readonly Turn[]) => [
    ...leftOutSymbols(document, around, 'before'),
    ...rest(turns.filter(turn => !headlined.includes(turn))),
    ...leftOutSymbols(document, around, 'after'),
    ...(article.partial ? [partialSymbol(document)] : []),
  ];
  if (!headline) return others([]);
  const top = symbol(
    document,
    article.words([headline]),
    l10n.t('headline'),
    vscode.SymbolKind.File,
    headline,
  );
  const headlined = turns.filter(({ span }) => headline.start <= span.start && span.end <= headline.end);
  top.children = rest(headlined);
  return [top, ...others(headlined)];
}

/** Leads to the claims that are not in the outline: where it is selected, the outline goes on there. */
function leftOutSymbols(
  document: vscode.TextDocument,
  { claims, first, total }: ClaimsAround,
  where: 'before' | 'after',
): vscode.DocumentSymbol[] {
  const count = where === 'before' ? first : total - first - claims.length;
  const nearest = where === 'before' ? claims[0] : claims.at(-1);
  if (count === 0 || !nearest) return [];
  const { start, end } = extentOf(nearest.content);
  const name = where === 'before' ? earlierClaims(count) : laterClaims(count);
  const place = where === 'before' ? { start: start - 1, end: start - 1 } : { start: end, end };
  return [symbol(document, name, '', vscode.SymbolKind.Namespace, place)];
}

function partialSymbol(document: vscode.TextDocument): vscode.DocumentSymbol {
  const end = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
  const name = l10n.t('Not analyzed to its end');
  return symbol(document, name, '', vscode.SymbolKind.Namespace, { start: end, end });
}

function turnSymbol(article: Article, document: vscode.TextDocument, turn: Turn): vscode.DocumentSymbol {
  const { claims, span } = turn;
  const actor = turn.actor?.raw;
  const name = actor?.name ?? l10n.t('Nobody given');
  const brief = actor && anonymousInBrief(actor);
  const about = actor ? [...(brief ? [brief] : []), ...rolesInWords(actor).slice(0, 1)] : [];
  const turnOf = symbol(document, name, about.join(' · '), vscode.SymbolKind.Object, span);
  turnOf.children = claims.map(claim => claimSymbol(article, document, claim));
  return turnOf;
}

function claimSymbol(
  article: Article,
  document: vscode.TextDocument,
  claim: Attribution,
): vscode.DocumentSymbol {
  const words = article.words(claim.content);
  const whole = extentOf([...claim.content, ...claim.cue]);
  return symbol(
    document,
    words,
    kindWords[claim.kind](),
    vscode.SymbolKind.String,
    whole,
    claim.content[0] ?? whole,
  );
}

function symbol(
  document: vscode.TextDocument,
  name: string,
  detail: string,
  kind: vscode.SymbolKind,
  span: Span,
  selected = span,
): vscode.DocumentSymbol {
  // VS Code refuses a symbol without a name, which an edit may have taken away.
  const shown = shortened(name, NAME_LENGTH) || '…';
  return new vscode.DocumentSymbol(shown, detail, kind, rangeOf(document, span), rangeOf(document, selected));
}
