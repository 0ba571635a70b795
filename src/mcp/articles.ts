import type { Tagger } from '../analysis/tagger';
import { Article } from '../articles/article';
import { shownChecks } from '../articles/checks';
import { judge, type JudgeReason } from '../articles/eligibility';
import { analysisFor } from '../cli/analysis';
import type { Redaction } from '../export/redaction';
import type { UserSays } from '../platform/node/userFiles';
import { ToolError } from '../tools/input';
import type { Subject } from '../tools/tool';

const REASONS: Record<JudgeReason, string> = {
  empty: 'The text is empty.',
  'not-prose': 'The text does not look like prose.',
  'not-english': 'The text is not in English, the only language that the analysis reads.',
};

export type AnalyseForTools = (text: string, user: UserSays) => Subject;

/**
 * Analyses articles for the tools, with the level and the checks that are on by default, and takes out the names that
 * are to be left out.
 *
 * @returns a function that throws ToolError for a text that is no English article; it keeps what it made last
 */
export function articleAnalyst(
  tagger: Tagger | null,
  redaction: Redaction,
  explain: Subject['explain'],
): AnalyseForTools {
  let last: { readonly of: string; readonly subject: Subject } | undefined;
  return (text, user) => {
    const of = JSON.stringify([text, user]);
    if (last?.of === of) return last.subject;
    const { reason, language } = judge(text, { fileName: '', languageId: 'news-article' });
    if (reason) throw new ToolError(REASONS[reason]);
    const redacted = redaction.of(analysisFor(text, user, { tagger, language }), text);
    const article = new Article(redacted.text, redacted.analysis, 'likely');
    const checks = shownChecks(article.analysis, { profile: 'essential', severities: {} });
    const { partial } = article.analysis;
    const subject = { article, partial, checks: checks.map(({ check }) => check), explain };
    last = { of, subject };
    return subject;
  };
}
