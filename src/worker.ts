import { expose } from 'comlink';
import { analyze } from './analysis/analyze';
import { judge } from './articles/eligibility';
import { AnalysisWorker } from './articles/service';
import { ownEndpoint } from '#platform';

expose(new AnalysisWorker({ analyze, judge }), ownEndpoint());
