import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import * as ts from 'typescript';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** The file that has it. */
  readonly where: string;
}

/** The regular expressions that are written in a file as literals. */
export function literalsIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        where: relative(process.cwd(), file),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

/** The regular expressions that a module, and what it is the first to import, makes of strings while it loads. */
export function madeWhileLoading(file: string): Pattern[] {
  const found: Pattern[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args: [string | RegExp, string?]) => {
      const made = new target(...args);
      const caller = new Error().stack?.split('\n')[2] ?? '';
      if (!caller.includes('node_modules'))
        found.push({ source: made.source, flags: made.flags, where: relative(process.cwd(), file) });
      return made;
    },
  });
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- before anything else can load it
    require(file);
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}
