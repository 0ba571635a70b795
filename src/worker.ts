import { expose } from 'comlink';
import { analyze } from './analysis/analyze';
import { AnalysisWorker } from './articles/service';
import { ownEndpoint } from '#platform';

expose(
  new AnalysisWorker({
    analyze: (text, file) => analyze(text, { file }),
    judge: () => ({ reason: null, language: 'en' }),
  }),
  ownEndpoint(),
);
