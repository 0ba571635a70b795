import { expose } from 'comlink';
import { AnalysisSteps } from './analysis/analyze';
import { readWeights } from './analysis/tagger';
import { judge } from './articles/eligibility';
import type { Analyst } from './articles/protocol';
import { AnalysisWorker } from './articles/service';
import { translator } from './export/english';
import { redact } from './export/redact';
import { sourcesReport } from './export/report';
import { ownEndpoint } from '#platform';

const begin: Analyst['begin'] = (text, options) => new AnalysisSteps(text, options);
const report: Analyst['report'] = (analysis, text, { hidden, language, sentences }) => {
  const told = redact(analysis, text, hidden, 'replace');
  return sourcesReport(told.analysis, told.text, { l10n: translator(sentences), language });
};

expose(new AnalysisWorker({ begin, judge, readWeights, report }), ownEndpoint());
