import * as vscode from 'vscode';
import type { CheckCode } from '../analysis/contract';
import { CHECK_PROFILES, CHECK_SEVERITIES, type CheckChoices, type CheckSeverity } from '../articles/checks';
import { LEVELS, type Level } from '../articles/levels';
import { MARK_KINDS, type MarkKind } from '../articles/marks';

const SECTION = 'sourcelight';

/** As the settings have it, which are written by hand too. */
type Severities = Partial<Record<CheckCode, string>>;

/** The user's settings, read when they are needed: VS Code keeps them at hand. */
export const settings = {
  enabled: (scope: vscode.ConfigurationScope) => read<boolean>(scope, 'enable', true),
  exclude: (scope: vscode.ConfigurationScope) => read<readonly string[]>(scope, 'exclude', []),
  /** In milliseconds. */
  pauseAfterEdit: () => read(undefined, 'analysis.pauseAfterEdit', 300),
  level: (): Level => {
    const level = read<string>(undefined, 'level', 'likely');
    return LEVELS.find(known => known === level) ?? 'likely';
  },
  hover: (scope: vscode.ConfigurationScope) => read<boolean>(scope, 'hover.enable', true),
  checks: (scope: vscode.ConfigurationScope): CheckChoices => {
    const profile = read<string>(scope, 'checks.profile', 'essential');
    const severities = read<Severities>(scope, 'checks.severity', {});
    return {
      profile: CHECK_PROFILES.find(known => known === profile) ?? 'essential',
      // What is no severity is left to the profile.
      severities: Object.fromEntries(
        Object.entries(severities).filter(([, severity]) =>
          CHECK_SEVERITIES.some(known => known === severity),
        ),
      ),
    };
  },
  languageModelTools: () => read<boolean>(undefined, 'languageModelTools.enable', false),
  pronounHints: (scope: vscode.ConfigurationScope) => read<boolean>(scope, 'pronounHints', false),
  followCursor: () => read<boolean>(undefined, 'tree.followCursor', true),
  marks: (): ReadonlySet<MarkKind> =>
    new Set(MARK_KINDS.filter(kind => read<boolean>(undefined, `marks.${kind}`, true))),
};

/** Changes a setting where it has been set, else for the user. */
export async function changeSetting(name: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SECTION);
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const isOfWorkspace = configuration.inspect(name)?.workspaceValue !== undefined;
  await configuration.update(name, value, isOfWorkspace ? Workspace : Global);
}

/**
 * Changes how a rule's checks are shown where that has been set for the rule, else for the user.
 *
 * @param severity undefined leaves it to the profile
 */
export async function changeCheckSeverity(
  scope: vscode.ConfigurationScope,
  code: CheckCode,
  severity: CheckSeverity | 'off' | undefined,
): Promise<void> {
  const name = 'checks.severity';
  const configuration = vscode.workspace.getConfiguration(SECTION, scope);
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const set = configuration.inspect<Severities>(name);
  const [target, value] =
    set?.workspaceFolderValue?.[code] !== undefined
      ? [WorkspaceFolder, set.workspaceFolderValue]
      : set?.workspaceValue?.[code] !== undefined
        ? [Workspace, set.workspaceValue]
        : [Global, set?.globalValue];
  const changed: Severities = { ...value };
  if (severity === undefined) delete changed[code];
  else changed[code] = severity;
  await configuration.update(name, Object.keys(changed).length > 0 ? changed : undefined, target);
}

/** Tells when one of the settings, or of a group of them, was changed. */
export function onDidChangeSettings(names: readonly string[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (names.some(name => event.affectsConfiguration(`${SECTION}.${name}`))) listener();
  });
}

function read<T>(scope: vscode.ConfigurationScope | undefined, name: string, otherwise: T): T {
  return vscode.workspace.getConfiguration(SECTION, scope).get(name, otherwise);
}
