import assert from 'node:assert/strict';
import ts from 'typescript';
import { sourceFiles } from '../../manifest/support';

const files = sourceFiles('src', 'editor').filter(({ contents }) => contents.includes('TreeItem'));

/** The functions that make an item of a tree, but for an empty one; the code of each. */
const makers = files.flatMap(({ file, contents }) => {
  const found: { readonly name: string; readonly code: string }[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isNewExpression(node) && node.expression.getText().endsWith('TreeItem')) {
      const [label] = node.arguments ?? [];
      if (label?.getText() !== "''") {
        const maker = makerOf(node);
        found.push({ name: `${file}: ${maker.name}`, code: maker.code });
      }
    }
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(file, contents, ts.ScriptTarget.Latest, true));
  return found;
});

/** The function, or the case of a switch, in which a node stands. */
function makerOf(node: ts.Node): { readonly name: string; readonly code: string } {
  for (let at = node; ; at = at.parent) {
    if (ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at)) {
      return { name: at.name?.getText() ?? '', code: at.getText() };
    }
    if (ts.isCaseClause(at)) return { name: at.expression.getText(), code: at.getText() };
    if (ts.isSourceFile(at)) return { name: '', code: at.getText() };
  }
}

describe('every item of a tree', () => {
  it('is made somewhere', () => {
    assert.ok(makers.length >= 8, `${makers.length} functions`);
  });

  for (const { name, code } of makers) {
    it(`has a label for screen readers: ${name}`, () => {
      assert.match(code, /\.accessibilityInformation = |accessibilityInformation:/);
    });
  }
});
