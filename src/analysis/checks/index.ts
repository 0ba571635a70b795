import type { Analysis, Check } from '../contract';
import { basisMissing } from './anonymity/basisMissing';
import { countUnclear } from './anonymity/countUnclear';
import { declinedConflict } from './anonymity/declinedConflict';
import { firstQuote } from './anonymity/firstQuote';
import { pseudonym } from './anonymity/pseudonym';
import { reasonGeneric } from './anonymity/reasonGeneric';
import { reasonMissing } from './anonymity/reasonMissing';
import { singleSource } from './anonymity/singleSource';
import { vague } from './anonymity/vague';
import { late } from './attribution/late';
import { missing } from './attribution/missing';
import { secondHand } from './attribution/secondHand';
import { speakerSwitch } from './attribution/speakerSwitch';
import { CheckedArticle } from './checkedArticle';
import { loaded } from './cue/loaded';
import { finish } from '../steps';
import { unbalanced } from './quotation/unbalanced';
import type { Rule } from './rule';
import { RULE_SETTINGS, type RuleSettings } from './ruleSettings';
import { firstMention } from './source/firstMention';
import { nameVariant } from './source/nameVariant';
import { singleVoice } from './source/singleVoice';

const rules: readonly Rule[] = [
  reasonMissing,
  basisMissing,
  vague,
  countUnclear,
  singleSource,
  reasonGeneric,
  firstQuote,
  declinedConflict,
  pseudonym,
  missing,
  secondHand,
  late,
  speakerSwitch,
  unbalanced,
  firstMention,
  nameVariant,
  singleVoice,
  loaded,
];

/** All rules, in the order in which they are listed to the user. */
export const RULES: readonly (Rule & RuleSettings)[] = rules.map(rule => ({
  ...rule,
  ...RULE_SETTINGS[rule.code],
}));

/**
 * Finds the newsroom rules that an article does not meet, whatever profile the user has.
 *
 * @param analysis of `text`; its own checks are not looked at
 * @returns in the order of the text
 */
export function findChecks(text: string, analysis: Analysis): Check[] {
  return finish(checkSteps(text, analysis));
}

/** The same a rule at a time. */
export function* checkSteps(text: string, analysis: Analysis): Generator<undefined, Check[]> {
  const article = new CheckedArticle(text, analysis);
  const checks: Check[] = [];
  for (const { code, find } of RULES) {
    yield;
    for (const finding of find(article)) checks.push({ code, ...finding });
  }
  return checks.sort((a, b) => a.span.start - b.span.start);
}
