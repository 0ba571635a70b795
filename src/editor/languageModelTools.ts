import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { Article } from '../articles/article';
import type { Articles } from '../articles/articles';
import { shownChecks } from '../articles/checks';
import type { AnalysisClient } from '../articles/client';
import { confidentialActors } from '../articles/confidential';
import { redact } from '../export/redact';
import { answerOf, TOOLS } from '../tools';
import { readInput, ToolError, type ToolInput } from '../tools/input';
import type { Subject, Tool } from '../tools/tool';
import type { ActiveArticle } from './activeArticle';
import { checkInWords } from './checks/checkWords';
import { articleDocument, keyOf } from './documents';
import { onDidChangeSettings, settings } from './settings';
import type { Switches } from './switches';
import { reasonInWords } from './words';

const SETTING = 'languageModelTools';
/** What a text without a file is taken for. */
const LANGUAGE = 'news-article';

interface About {
  readonly active: ActiveArticle;
  readonly articles: Articles;
  readonly client: Pick<AnalysisClient, 'analyse' | 'forget'>;
  readonly switches: Switches;
}

/** Lets language models ask about articles, where the user has switched that on and this VS Code knows of them. */
export function registerLanguageModelTools(about: About): vscode.Disposable {
  const lm = (vscode as Partial<typeof vscode>).lm as Partial<typeof vscode.lm> | undefined;
  const registerTool = lm?.registerTool;
  if (!registerTool) return vscode.Disposable.from();
  let registered: vscode.Disposable[] = [];
  const update = () => {
    for (const tool of registered) tool.dispose();
    registered = settings.languageModelTools()
      ? TOOLS.map(tool => registerTool(toolName(tool), languageModelTool(tool, about)))
      : [];
  };
  update();
  return vscode.Disposable.from(onDidChangeSettings([SETTING], update), {
    dispose: () => {
      for (const tool of registered) tool.dispose();
    },
  });
}

/** All extensions share one list of tools. */
export function toolName({ name }: Tool): string {
  return `sourcelight_${name}`;
}

/** A tool as VS Code has it: its answer is JSON, or a sentence about why there is none. */
export function languageModelTool(tool: Tool, about: About): vscode.LanguageModelTool<object> {
  return {
    prepareInvocation({ input }) {
      const article = articleInWords(input, about.active);
      return {
        invocationMessage: invocationMessages[tool.name]?.(article) ?? article,
        confirmationMessages: {
          title: l10n.t('Let the language model read what Sourcelight found?'),
          message: l10n.t(
            'Names, claims and checks of {0} go to the language model and to whoever runs it. Sources that you marked confidential are not named.',
            article,
          ),
        },
      };
    },
    async invoke({ input }, token) {
      const { from, ...which } = readInput(input);
      const subject = await subjectOf(which, about, token);
      return new vscode.LanguageModelToolResult([
        new vscode.LanguageModelTextPart(answerOf(tool, subject, from)),
      ]);
    },
  };
}

const invocationMessages: Partial<Record<string, (article: string) => string>> = {
  get_sources: article => l10n.t('Reading the sources of {0}', article),
  list_claims: article => l10n.t('Reading the claims of {0}', article),
  check_sourcing: article => l10n.t('Checking the sourcing of {0}', article),
};

function articleInWords(input: unknown, { document }: ActiveArticle): string {
  const given = input as Partial<ToolInput>;
  if (typeof given.text === 'string') return l10n.t('a text');
  if (typeof given.path === 'string') return given.path;
  return document ? vscode.workspace.asRelativePath(document.uri) : l10n.t('the article in the editor');
}

type Which = Pick<ToolInput, 'path' | 'text'>;

function subjectOf({ path, text }: Which, about: About, token: vscode.CancellationToken): Promise<Subject> {
  return text === undefined ? openSubject(path, about) : givenSubject(text, about, token);
}

/** @throws ToolError where there is no such article, or nothing is known of it */
async function openSubject(path: string | undefined, about: About): Promise<Subject> {
  const { active, articles, switches } = about;
  const document = path === undefined ? active.document : openDocument(path);
  if (!document || !switches.concerns(document)) {
    throw new ToolError(
      path === undefined ? 'No article is in the editor.' : `${path} is not open in the editor.`,
    );
  }
  articles.open(articleDocument(document, switches));
  const state = await articles.settled(keyOf(document));
  if (state?.kind === 'leftAlone') throw new ToolError(reasonInWords(state.reason, state.language));
  if (state?.kind !== 'analysed') throw new ToolError('The analysis failed.');
  return withoutConfidential(state.article, document, !state.current);
}

/** By its address, its path on disk or its path in the workspace. */
function openDocument(path: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) =>
    [uri.toString(), uri.fsPath, uri.path, vscode.workspace.asRelativePath(uri)].includes(path),
  );
}

/** A text from elsewhere; nothing was decided about it. */
async function givenSubject(
  text: string,
  { client }: About,
  token: vscode.CancellationToken,
): Promise<Subject> {
  const key = `sourcelight-tool:${crypto.randomUUID()}`;
  const abort = new AbortController();
  const cancelling = token.onCancellationRequested(() => {
    abort.abort();
  });
  try {
    const request = {
      key,
      text,
      fileName: '',
      languageId: LANGUAGE,
      judge: true,
      decisions: [],
      words: null,
    };
    const result = await client.analyse(request, abort.signal);
    if (result.status === 'leftAlone') throw new ToolError(reasonInWords(result.reason, result.language));
    if (result.status === 'superseded') throw new vscode.CancellationError();
    return withoutConfidential(new Article(text, result.analysis, settings.level(), result.overview), {
      languageId: LANGUAGE,
    });
  } finally {
    cancelling.dispose();
    client.forget(key);
  }
}

/** What the user sees of an article, without the names of those who are marked confidential. */
function withoutConfidential(shown: Article, scope: vscode.ConfigurationScope, isOlder = false): Subject {
  const confidential = confidentialActors(shown);
  const { analysis, text } = redact(shown.analysis, shown.text, confidential, 'replace');
  const checks = shownChecks(analysis, settings.checks(scope)).map(({ check }) => check);
  const partial = isOlder || analysis.partial;
  return { article: new Article(text, analysis), partial, checks, explain: checkInWords };
}
