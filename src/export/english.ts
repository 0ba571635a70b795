// A type alone, gone in what is built.
// eslint-disable-next-line no-restricted-imports
import type { l10n } from 'vscode';

const HOLE = /\{(\d+)\}/g;

/** Leaves sentences in English: stands for `vscode.l10n` where there is no VS Code. */
export const english = {
  t: (message: string, ...args: readonly (string | number | boolean)[]) =>
    message.replace(HOLE, (hole, index) => String(args[Number(index)] ?? hole)),
} as Pick<typeof l10n, 't'>;
