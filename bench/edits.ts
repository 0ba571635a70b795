import { AnalysisSteps } from '../src/analysis/analyze';
import type { Tagger } from '../src/analysis/tagger';
import { judge } from '../src/articles/eligibility';
import type { TextChange } from '../src/articles/keptText';
import { AnalysisWorker } from '../src/articles/service';
import { writeArticle } from './articles';
import { table } from './page';
import { spread } from './spread';

const words = 100_000;
const count = 60;

/**
 * From the change that the worker is told, in milliseconds by the clock, until it knows the marks of the edited paragraph
 * and the whole analysis: in its code alone, with no other thread and no editor.
 */
export async function edits(tagger: Tagger): Promise<string> {
  const worker = new AnalysisWorker({
    begin: (...about: ConstructorParameters<typeof AnalysisSteps>) => new AnalysisSteps(...about),
    judge,
    readWeights: () => tagger,
    report: () => ({ title: '', body: '' }),
  });
  worker.takeWeights(new Uint8Array());
  const article = { key: 'a', fileName: 'a.txt', languageId: 'news-article', judge: false };
  let ticket = 0;
  let has: number | null = null;
  const analyse = async (change: TextChange) => {
    const from = performance.now();
    const standing = { ticket: ++ticket, has, visible: null };
    let outcome = await worker.analyse({ ...article, decisions: [], words: null }, change, standing);
    const marks = performance.now() - from;
    while (outcome.status === 'analysing') outcome = worker.goOn(article.key, standing);
    if (outcome.status !== 'analysed') throw new Error(`The article is ${outcome.status}.`);
    has = outcome.whole.number;
    return { marks, whole: performance.now() - from };
  };
  const text = writeArticle(words, 1);
  await analyse({ start: 0, end: 0, text });
  const times: Awaited<ReturnType<typeof analyse>>[] = [];
  // From the end on, so that the places before hold.
  for (let nth = count; nth > 0; nth--) {
    const at = text.lastIndexOf('\n\n', (nth * text.length) / count);
    times.push(await analyse({ start: at, end: at, text: ` It rained for ${nth} days, they said.` }));
  }
  const row = (what: string, each: readonly number[]) => {
    const { half, most } = spread(each);
    return [what, half.toFixed(1), most.toFixed(1)];
  };
  return table(
    [`edits of ${words.toLocaleString('en')} words, the worker’s code alone`, 'half, ms', '19 of 20, ms'],
    [
      row(
        'the marks of the edited paragraph',
        times.map(({ marks }) => marks),
      ),
      row(
        'the whole analysis',
        times.map(({ whole }) => whole),
      ),
    ],
  );
}
