import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

const src = join(__dirname, '..', '..', 'src');
/** Their modules can be loaded without VS Code. */
const hostFree = /^(?:analysis|articles|cli|export|mcp|tools|platform.node)[/\\]/;

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** The file that has it. */
  readonly where: string;
}

/** The regular expressions that are written in a file as literals. */
function literalsIn(file: string): Pattern[] {
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
function madeWhileLoading(file: string): Pattern[] {
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

/** Every regular expression of the code, by how it is written: `/source/flags`. */
export function patternsOfCode(): Map<string, Pattern> {
  const patterns = new Map<string, Pattern>();
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const file = join(src, name);
    for (const pattern of [...literalsIn(file), ...(hostFree.test(name) ? madeWhileLoading(file) : [])]) {
      const key = `/${pattern.source}/${pattern.flags}`;
      if (!patterns.has(key)) patterns.set(key, pattern);
    }
  }
  return patterns;
}
