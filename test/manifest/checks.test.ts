import assert from 'node:assert/strict';
import type { CheckCode } from '../../src/analysis/contract';
import { CHECK_PROFILES, CHECK_SEVERITIES } from '../../src/articles/checks';
import { manifest, readJson } from './support';

/** Complete by its type. */
const CODES: Record<CheckCode, true> = {
  'anonymity.reason-missing': true,
  'anonymity.basis-missing': true,
  'anonymity.vague': true,
  'anonymity.count-unclear': true,
  'anonymity.single-source': true,
  'anonymity.reason-generic': true,
  'anonymity.first-quote': true,
  'anonymity.declined-conflict': true,
  'anonymity.pseudonym': true,
  'attribution.missing': true,
  'attribution.second-hand': true,
  'attribution.late': true,
  'attribution.speaker-switch': true,
  'quotation.unbalanced': true,
  'source.first-mention': true,
  'source.name-variant': true,
  'source.single-voice': true,
  'cue.loaded': true,
};

const { properties } = manifest.contributes.configuration;
const words = readJson('package.nls.json') as Readonly<Record<string, string>>;

describe('the settings of checks', () => {
  it('offer every profile', () => {
    assert.deepEqual(properties['sourcelight.checks.profile']?.enum, CHECK_PROFILES);
  });

  it('offer every severity for every rule, and say what each means', () => {
    assert.deepEqual(
      properties['sourcelight.checks.severity']?.properties,
      Object.fromEntries(
        Object.keys(CODES).map(code => [
          code,
          {
            type: 'string',
            enum: CHECK_SEVERITIES,
            enumDescriptions: CHECK_SEVERITIES.map(severity => `%severity.${severity}%`),
            description: `%check.${code}%`,
          },
        ]),
      ),
    );
  });

  it('name every rule differently', () => {
    const titles = Object.keys(CODES).map(code => words[`check.${code}`]);
    assert.equal(new Set(titles).size, titles.length);
  });
});
