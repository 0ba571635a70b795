import type { CheckCode } from '../contract';

/** How a rule is shown where the user does not choose otherwise. */
export interface RuleSettings {
  /** The smallest profile that has it on; null where it is off until the user asks for it. */
  readonly profile: 'essential' | 'strict' | null;
  readonly severity: 'hint' | 'information';
}

/** Apart from the rules, so that the editor, which shows what they found, need not load them. */
export const RULE_SETTINGS: Readonly<Record<CheckCode, RuleSettings>> = {
  'anonymity.reason-missing': { profile: 'essential', severity: 'information' },
  'anonymity.basis-missing': { profile: 'essential', severity: 'hint' },
  'anonymity.vague': { profile: 'essential', severity: 'information' },
  'anonymity.count-unclear': { profile: 'essential', severity: 'hint' },
  'anonymity.single-source': { profile: 'strict', severity: 'hint' },
  'anonymity.reason-generic': { profile: 'essential', severity: 'hint' },
  'anonymity.first-quote': { profile: 'strict', severity: 'hint' },
  'anonymity.declined-conflict': { profile: 'strict', severity: 'information' },
  'anonymity.pseudonym': { profile: 'strict', severity: 'information' },
  'attribution.missing': { profile: 'strict', severity: 'information' },
  'attribution.second-hand': { profile: 'essential', severity: 'hint' },
  'attribution.late': { profile: 'strict', severity: 'hint' },
  'attribution.speaker-switch': { profile: 'strict', severity: 'information' },
  'quotation.unbalanced': { profile: 'essential', severity: 'information' },
  'source.first-mention': { profile: 'strict', severity: 'hint' },
  'source.name-variant': { profile: 'essential', severity: 'information' },
  'source.single-voice': { profile: 'strict', severity: 'hint' },
  'cue.loaded': { profile: null, severity: 'hint' },
};
