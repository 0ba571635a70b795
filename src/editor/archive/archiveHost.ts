import * as vscode from 'vscode';
import type { AnalysisClient } from '../../articles/client';
import { stampOf } from '../../articles/corpus/key';
import type { DecisionStore } from '../../articles/decisions/store';
import type { ExtensionFiles, Log } from '../../articles/host';
import { WEIGHTS_FILE } from '../../articles/weights';
import { archiveCache } from './archiveCache';
import { ArchiveDecisions } from './archiveDecisions';
import { lastRuns } from './lastRun';
import type { ArchiveHost } from './archiveRun';
import type { WordLists } from '../decisions/wordLists';

/** Two at most: whoever reads and types meanwhile needs the rest of the machine. */
const WORKERS = 2;

/** What a run over all articles needs; nothing is read or started before the first run. */
export function archiveHost(about: {
  readonly context: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri' | 'workspaceState'>;
  readonly files: ExtensionFiles;
  readonly log: Log;
  readonly newClient: () => AnalysisClient;
  readonly words: Pick<WordLists, 'read'>;
  readonly decisions: DecisionStore;
  /** The worker's bundle, among the extension's files. */
  readonly workerFile: string;
}): ArchiveHost {
  const { context, files, log, newClient, words, decisions, workerFile } = about;
  const storage = context.storageUri ?? context.globalStorageUri;
  let stamp: Promise<string> | undefined;
  return {
    fs: vscode.workspace.fs,
    analysts: Array.from({ length: WORKERS }, newClient),
    cache: archiveCache(storage, vscode.workspace.fs),
    lastRuns: lastRuns(storage, vscode.workspace.fs),
    stamp: () =>
      (stamp ??= readStamp(files, workerFile).catch((error: unknown) => {
        // The next run reads it anew.
        stamp = undefined;
        throw error;
      })),
    words: key => words.read(key),
    decisions: new ArchiveDecisions(decisions),
    memory: context.workspaceState,
    log,
  };
}

/** The weights may be missing: then the worker does without them. */
async function readStamp(files: ExtensionFiles, workerFile: string): Promise<string> {
  const weights = files.read(WEIGHTS_FILE).catch(() => new Uint8Array());
  return stampOf(await Promise.all([files.read(workerFile), weights]));
}
