import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Actor } from '../../analysis/contract';
import type { Articles } from '../../articles/articles';
import { definitionOf } from '../../articles/mentions';
import { rangeOf, registerWhereAnalysed } from '../analysed';
import { keyOf } from '../documents';
import { onDidChangeSettings, settings } from '../settings';
import { shortened } from '../words';

const NAME_LENGTH = 30;

/** In a quote these are the speaker, who is named beside it. */
const FIRST_PERSON = /^(?:I|me|my|mine|myself|we|us|our|ours|ourselves)$/i;

/** Says behind a pronoun which source is meant, where the user wants that. */
export function registerInlayHints(articles: Articles): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    provideInlayHints(document, range) {
      const state = articles.state(keyOf(document));
      if (state?.kind !== 'analysed' || !settings.pronounHints(document)) return null;
      const { article } = state;
      const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      return article.sources.flatMap(actor => {
        const pronouns = actor.mentions
          .filter(({ form, span }) => form === 'pronoun' && !FIRST_PERSON.test(article.words(span)))
          .flatMap(({ span }) => span.filter(({ start, end }) => from <= start && start < end && end <= to));
        if (pronouns.length === 0) return [];
        const definition = definitionOf(article, actor);
        return pronouns.map(({ end }) => {
          const part = new vscode.InlayHintLabelPart(`⟨${briefName(actor)}⟩`);
          if (definition) part.location = new vscode.Location(document.uri, rangeOf(document, definition));
          part.tooltip = l10n.t('Refers to {0}', actor.name);
          const hint = new vscode.InlayHint(document.positionAt(end), [part]);
          hint.paddingLeft = true;
          return hint;
        });
      });
    },
  };
  const refresh = () => {
    changed.fire();
  };
  return vscode.Disposable.from(
    changed,
    articles.onDidChange(refresh),
    onDidChangeSettings(['pronounHints'], refresh),
    registerWhereAnalysed(articles, documents =>
      vscode.languages.registerInlayHintsProvider(documents, provider),
    ),
  );
}

/** A named person's surname; else the name or the description, which is shortened. */
function briefName({ name, type, anonymous }: Actor): string {
  const surname = type === 'person' && !anonymous ? name.split(/\s+/).at(-1) : undefined;
  return shortened(surname ?? name, NAME_LENGTH);
}
