import * as vscode from 'vscode';
import type { CheckCode } from '../../analysis/contract';

const FILE = 'docs/checks.md';

/** The page comes from the extension's own files; where those are an address on the web, it is still opened here. */
export const CHECK_DOCS_SCHEME = 'sourcelight-docs';
const PAGE = vscode.Uri.from({ scheme: CHECK_DOCS_SCHEME, path: `/${FILE}` });

interface Section {
  /** Counted from 1, as the links of VS Code do. */
  readonly line: number;
  /** As the Markdown preview names it. */
  readonly slug: string;
}

/** The page about the checks, a section for each; it opens without a network. */
export class CheckDocs implements vscode.Disposable {
  readonly #text: () => Promise<string>;
  readonly #provider: vscode.Disposable;
  #sections: Promise<(code: CheckCode) => Section | undefined> | undefined;

  constructor(files: { readonly read: (relative: string) => Promise<Uint8Array> }) {
    this.#text = async () => new TextDecoder().decode(await files.read(FILE));
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(CHECK_DOCS_SCHEME, {
      provideTextDocumentContent: this.#text,
    });
  }

  /** Where a link to a check's section leads, once the page has been read. */
  async links(): Promise<(code: CheckCode) => vscode.Uri> {
    const sectionOf = await this.#read();
    return code => PAGE.with({ fragment: `L${sectionOf(code)?.line ?? 1}` });
  }

  /** Shows the section about a check. */
  async show(code: CheckCode): Promise<void> {
    const slug = (await this.#read())(code)?.slug ?? '';
    await vscode.commands.executeCommand('markdown.showPreview', PAGE.with({ fragment: slug }));
  }

  dispose(): void {
    this.#provider.dispose();
  }

  #read(): Promise<(code: CheckCode) => Section | undefined> {
    // Without the page there is nothing to explain, but the checks are as good as with it.
    this.#sections ??= this.#text().then(sectionsOf, () => () => undefined);
    return this.#sections;
  }
}

function sectionsOf(text: string): (code: CheckCode) => Section | undefined {
  const headings = text.split('\n').flatMap((words, index) => {
    const heading = /^#+ (.*)/.exec(words)?.[1]?.trim();
    return heading === undefined ? [] : [{ heading, line: index + 1, slug: slugOf(heading) }];
  });
  return code => headings.find(({ heading }) => heading.split(/[\s`:]+/).includes(code));
}

function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s+/g, '-');
}
