import type { Analysis } from '../../src/analysis/contract';
import { english } from '../../src/export/english';
import { sourcesReport } from '../../src/export/report';
import { reportFile } from '../../src/export/report/page';
import { actorWith, analysisWith, attributionWith, ferryAnalysis } from '../articles/fixture';

const wording = { l10n: english, language: 'en' };
export const bodyOf = (analysis: Analysis, text: string) => sourcesReport(analysis, text, wording).body;

/** What a reader sees, without the marks that are for drawing. */
export const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
export const section = (html: string, id: string) =>
  new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? '';

/** The page as it stands in a file. */
export function page({ analysis, text }: { analysis: Analysis; text: string }): string {
  return reportFile(sourcesReport(analysis, text, wording), 'en', 'abc');
}

/** One claim by somebody of that name, in an article of these words. */
export function articleBy(name: string, quote: string): { analysis: Analysis; text: string } {
  // So long that a few words more or less change no mark on the axis.
  const text = `${name} said ${quote} today, ${'and on it went '.repeat(52)}`;
  const source = { start: 0, end: name.length };
  const content = { start: name.length + 6, end: name.length + 6 + quote.length };
  const actor = actorWith({ id: 'k1', name, mentions: [{ span: [source], form: 'name' }] });
  const claim = attributionWith({
    id: 'a1',
    content: [content],
    source: { mention: [source], actor: 'k1' },
    via: [{ mention: [source], cue: [], actor: 'k1' }],
  });
  const analysis = analysisWith({
    actors: [actor],
    attributions: [claim],
    checks: [
      {
        code: 'source.single-voice',
        args: { source: name },
        span: source,
        attribution: null,
        actor: 'k1',
      },
    ],
    article: { ...ferryAnalysis.article, headline: source, byline: source, outlet: name, date: null },
  });
  return { analysis, text };
}

/** An article of many actors who take turns. */
export function crowd(actorCount: number, claimCount: number): { analysis: Analysis; text: string } {
  const sentence = 'The tide will turn before noon. ';
  const text = sentence.repeat(claimCount);
  const actors = Array.from({ length: actorCount }, (_, index) =>
    actorWith({ id: `k${index}`, name: `Witness ${index}` }),
  );
  const attributions = Array.from({ length: claimCount }, (_, index) =>
    attributionWith({
      id: `a${index}`,
      kind: index % 2 ? 'direct' : 'indirect',
      content: [{ start: index * sentence.length, end: (index + 1) * sentence.length - 1 }],
      source: { mention: [], actor: `k${index % actorCount}` },
      via: index % 7 ? [] : [{ mention: [], cue: [], actor: `k${(index + 1) % actorCount}` }],
    }),
  );
  return { analysis: analysisWith({ actors, attributions }), text };
}
