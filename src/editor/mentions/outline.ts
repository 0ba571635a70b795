import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Attribution, Span } from '../../analysis/contract';
import type { Article } from '../../articles/article';
import type { Articles } from '../../articles/articles';
import { extentOf, turnsOf, type Turn } from '../../articles/mentions';
import { rangeOf, registerWhereAnalysed } from '../analysed';
import { keyOf } from '../documents';
import { anonymousInBrief, kindWords, rolesInWords, shortened } from '../words';

const NAME_LENGTH = 100;

/**
 * The outline and the breadcrumbs: the headline with what is claimed in it, then who speaks in which turn, with the claims.
 *
 * An actor comes once for each turn, not once for all: breadcrumbs lead to the symbol whose range is around the cursor,
 * and those of two actors who take turns would lie across one another. No turn runs over a line's end, so sticky scroll
 * stays out of prose. Markdown is left out: VS Code would put its headings one level down, beside a group of ours.
 */
export function registerOutline(articles: Articles): vscode.Disposable {
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols(document) {
      const state = articles.state(keyOf(document));
      return state?.kind === 'analysed' ? symbolsOf(state.article, document) : null;
    },
  };
  return registerWhereAnalysed(
    articles,
    documents =>
      vscode.languages.registerDocumentSymbolProvider(
        documents.filter(({ language }) => language !== 'markdown'),
        provider,
        { label: 'Sourcelight' },
      ),
    { anew: true },
  );
}

function symbolsOf(article: Article, document: vscode.TextDocument): vscode.DocumentSymbol[] {
  const { headline } = article.analysis.article;
  const turns = turnsOf(article);
  if (!headline) return turns.map(turn => turnSymbol(article, document, turn));
  const isInHeadline = ({ span }: Turn) => headline.start <= span.start && span.end <= headline.end;
  const top = symbol(
    document,
    article.words([headline]),
    l10n.t('headline'),
    vscode.SymbolKind.File,
    headline,
  );
  top.children = turns.filter(isInHeadline).map(turn => turnSymbol(article, document, turn));
  return [top, ...turns.filter(turn => !isInHeadline(turn)).map(turn => turnSymbol(article, document, turn))];
}

function turnSymbol(article: Article, document: vscode.TextDocument, turn: Turn): vscode.DocumentSymbol {
  const { actor, claims, span } = turn;
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
  const whole = extentOf({ content: [...claim.content, ...claim.cue] });
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
