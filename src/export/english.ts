// A type alone, gone in what is built.
// eslint-disable-next-line no-restricted-imports
import type { l10n } from 'vscode';

const HOLE = /\{(\d+)\}/g;

type Translator = Pick<typeof l10n, 't'>;

/**
 * Stands for `vscode.l10n` where there is no VS Code.
 *
 * @param sentences translations by the sentences in English; what has none stays in English
 */
export function translator(sentences: Readonly<Record<string, string>>): Translator {
  return {
    t: (message: string, ...args: readonly (string | number | boolean)[]) =>
      (sentences[message] ?? message).replace(HOLE, (hole, index) => String(args[Number(index)] ?? hole)),
  } as Translator;
}

export const english = translator({});
