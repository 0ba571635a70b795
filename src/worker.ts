import { expose } from 'comlink';
import { AnalysisSteps } from './analysis/analyze';
import { readWeights } from './analysis/tagger';
import { judge } from './articles/eligibility';
import type { Analyst } from './articles/protocol';
import { AnalysisWorker } from './articles/service';
import { ownEndpoint } from '#platform';

const begin: Analyst['begin'] = (text, options) => new AnalysisSteps(text, options);

expose(new AnalysisWorker({ begin, judge, readWeights }), ownEndpoint());
