import { incremental, own, published } from '../articles/incremental';
import { fuzzed } from './fuzzed';

describe('fuzzing an article that is edited', () => {
  fuzzed(
    'has after each edit the analysis that it would have from scratch',
    incremental([...own, ...published()], 5),
  );
});
