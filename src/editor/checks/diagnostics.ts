import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Check, CheckCode, Span } from '../../analysis/contract';
import type { Article } from '../../articles/article';
import type { Articles } from '../../articles/articles';
import { shownChecks, type CheckSeverity, type ShownCheck } from '../../articles/checks';
import { overlaps } from '../../articles/spans';
import { rangeOf } from '../analysed';
import type { CheckDocs } from './checkDocs';
import { checkInWords } from './checkWords';
import { documentOf, keyOf } from '../documents';
import { onDidChangeSettings, settings } from '../settings';

/** VS Code takes no more for one file. */
export const MOST = 1000;

const SEVERITIES: Record<CheckSeverity, vscode.DiagnosticSeverity> = {
  hint: vscode.DiagnosticSeverity.Hint,
  information: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Warning,
};

/**
 * Lists the checks of every open article under Problems, and marks them in the text. While an article is edited, VS
 * Code itself moves the marks along; they are replaced only when the checks have changed.
 */
export function registerDiagnostics(articles: Articles, docs: CheckDocs): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('sourcelight');
  const shown = new Map<string, Article>();
  let linkTo: ((code: CheckCode) => vscode.Uri) | undefined;

  const show = (key: string) => {
    const state = articles.state(key);
    if (state?.kind === 'analysing' || state?.kind === 'failed') return;
    const document = documentOf(key);
    if (state?.kind !== 'analysed' || !document) {
      shown.delete(key);
      collection.delete(vscode.Uri.parse(key, true));
      return;
    }
    const { article } = state;
    if (!linkTo || shown.get(key) === article) return;
    shown.set(key, article);
    const checks = shownChecks(article, settings.checks(document));
    collection.set(document.uri, diagnosticsOf(document, article, checks, linkTo));
  };
  const showAll = () => {
    shown.clear();
    for (const document of vscode.workspace.textDocuments) show(keyOf(document));
  };

  void docs.links().then(links => {
    linkTo = links;
    showAll();
  });
  return vscode.Disposable.from(
    collection,
    articles.onDidChange(show),
    onDidChangeSettings(['checks'], showAll),
  );
}

/** In the order of the text; where there are more than VS Code takes, the last one says so. */
export function diagnosticsOf(
  document: vscode.TextDocument,
  article: Article,
  checks: readonly ShownCheck[],
  linkTo: (code: CheckCode) => vscode.Uri,
): vscode.Diagnostic[] {
  const taken = checks.length > MOST ? checks.slice(0, MOST - 1) : checks;
  const diagnostics = taken.map(({ check, severity }) => {
    const diagnostic = new vscode.Diagnostic(
      rangeOf(document, check.span),
      checkInWords(check),
      SEVERITIES[severity],
    );
    diagnostic.source = 'Sourcelight';
    diagnostic.code = { value: check.code, target: linkTo(check.code) };
    diagnostic.relatedInformation = relatedTo(check, article).map(
      ({ span, words }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(document.uri, rangeOf(document, span)),
          words,
        ),
    );
    return diagnostic;
  });
  const firstLeftOut = checks[taken.length];
  if (firstLeftOut) {
    const words = l10n.t(
      'VS Code lists no more than {0} checks of a file: {1} from here on are not listed.',
      MOST,
      checks.length - taken.length,
    );
    const notice = new vscode.Diagnostic(
      rangeOf(document, firstLeftOut.check.span),
      words,
      vscode.DiagnosticSeverity.Information,
    );
    notice.source = 'Sourcelight';
    diagnostics.push(notice);
  }
  return diagnostics;
}

interface Related {
  readonly span: Span;
  readonly words: string;
}

/** What else the reader wants to look at: what is claimed, and where the source is first mentioned. */
function relatedTo({ attribution, actor, span }: Check, article: Article): Related[] {
  const claim = attribution === null ? undefined : article.attribution(attribution)?.content[0];
  const told = actor === null ? undefined : article.toldActor(actor);
  const first = told?.raw.mentions[0]?.span.slice(0, 1).map(told.since.span)[0];
  const places: [Span | undefined, string][] = [
    [claim, l10n.t('What is claimed')],
    [first, l10n.t('Where the source is first mentioned')],
  ];
  return places.flatMap(([place, words]) =>
    place && !overlaps([place], span) ? [{ span: place, words }] : [],
  );
}
