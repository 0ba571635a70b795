import { RULE_SETTINGS } from '../analysis/checks/ruleSettings';
import type { Analysis, Check, CheckCode } from '../analysis/contract';

export const CHECK_PROFILES = ['essential', 'strict', 'off'] as const;
export type CheckProfile = (typeof CHECK_PROFILES)[number];
export const CHECK_SEVERITIES = ['off', 'hint', 'information', 'warning'] as const;
export type CheckSeverity = Exclude<(typeof CHECK_SEVERITIES)[number], 'off'>;

/** Which rules the user wants, and how loudly. */
export interface CheckChoices {
  readonly profile: CheckProfile;
  /** By code; comes before what the profile says, except that the profile `off` switches all off. */
  readonly severities: Readonly<Partial<Record<CheckCode, CheckSeverity | 'off'>>>;
}

export interface ShownCheck {
  readonly check: Check;
  readonly severity: CheckSeverity;
}

/** By code; another version may have made the analysis, and know other rules. */
const RULES = new Map(Object.entries(RULE_SETTINGS));

/** The checks that the user wants to see, in the order of the text. */
export function shownChecks({ checks }: Pick<Analysis, 'checks'>, choices: CheckChoices): ShownCheck[] {
  return checks.flatMap(check => {
    const severity = severityOf(check.code, choices);
    return severity === 'off' ? [] : [{ check, severity }];
  });
}

function severityOf(code: CheckCode, choices: CheckChoices): CheckSeverity | 'off' {
  if (choices.profile === 'off') return 'off';
  const settings = RULES.get(code);
  if (!settings) return 'off';
  const { profile, severity } = settings;
  const isOn = profile === 'essential' || profile === choices.profile;
  return choices.severities[code] ?? (isOn ? severity : 'off');
}
