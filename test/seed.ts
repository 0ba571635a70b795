import fc from 'fast-check';

/** The same examples in every run, so that only a change can make a property fail; `FUZZ_SEED` tries others. */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1) });
