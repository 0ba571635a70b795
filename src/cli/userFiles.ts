import { Option } from 'commander';
import { UserFiles } from '../platform/node/userFiles';
import { tell, type Terminal } from './terminal';

/** Whether the decisions that the user made in the editor count. */
export interface DecisionOptions {
  readonly decisions: boolean;
}

export function decisionsOption(): Option {
  return new Option('--no-decisions', 'leave aside what was decided in the editor');
}

/** What the user has laid down in the folders above articles; what is wrong there is told on standard error. */
export function userFilesFor({ decisions }: DecisionOptions, terminal: Pick<Terminal, 'stderr'>): UserFiles {
  return new UserFiles({ decisions, tell: problem => void tell(terminal, problem) });
}
