import { analyze } from '../analysis/analyze';
import type { Tagger } from '../analysis/tagger';
import { Article } from '../articles/article';
import { shownChecks } from '../articles/checks';
import { judge, type JudgeReason } from '../articles/eligibility';
import { ToolError } from '../tools/input';
import type { Subject } from '../tools/tool';

const REASONS: Record<JudgeReason, string> = {
  empty: 'The text is empty.',
  'not-prose': 'The text does not look like prose.',
  'not-english': 'The text is not in English, the only language that the analysis reads.',
};

/**
 * Analyses articles for the tools, with the level and the checks that are on by default.
 *
 * @returns a function that throws ToolError for a text that is no English article; it keeps what it made of the last text
 */
export function articleAnalyst(
  tagger: Tagger | null,
  explain: Subject['explain'],
): (text: string) => Subject {
  let last: Subject | undefined;
  return text => {
    if (last?.article.text === text) return last;
    const { reason, language } = judge(text, { fileName: '', languageId: 'news-article' });
    if (reason) throw new ToolError(REASONS[reason]);
    const article = new Article(text, analyze(text, { tagger, language }), 'likely');
    const checks = shownChecks(article.analysis, { profile: 'essential', severities: {} });
    last = { article, checks: checks.map(({ check }) => check), explain };
    return last;
  };
}
