'use strict';
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { reporters } = require('mocha');

/** Prints as mocha does, and leaves the counts and what failed in the file that COUNTS names, for `npm test` to sum up. */
module.exports = class extends reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const file = process.env.COUNTS;
      if (!file) return;
      const { passes, pending } = this.stats;
      const failures = this.failures.map(test => test.titlePath().join(' › '));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ passed: passes, failures, skipped: pending }));
    });
  }
};
