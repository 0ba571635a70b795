import { expose } from 'comlink';
import { analyze } from './analysis/analyze';
import { readWeights } from './analysis/tagger';
import { judge } from './articles/eligibility';
import { AnalysisWorker } from './articles/service';
import { ownEndpoint } from '#platform';

expose(new AnalysisWorker({ analyze, judge, readWeights }), ownEndpoint());
