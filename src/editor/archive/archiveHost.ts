import * as vscode from 'vscode';
import type { AnalysisClient } from '../../articles/client';
import { stampOf } from '../../articles/corpus/key';
import type { ExtensionFiles, Log } from '../../articles/host';
import { WEIGHTS_FILE } from '../../articles/weights';
import { archiveCache } from './archiveCache';
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
  /** The worker's bundle, among the extension's files. */
  readonly workerFile: string;
}): ArchiveHost {
  const { context, files, log, newClient, words, workerFile } = about;
  let stamp: Promise<string> | undefined;
  return {
    fs: vscode.workspace.fs,
    analysts: Array.from({ length: WORKERS }, newClient),
    cache: archiveCache(context.storageUri ?? context.globalStorageUri, vscode.workspace.fs),
    // The weights may be missing: then the worker does without them.
    stamp: () =>
      (stamp ??= Promise.all([
        files.read(workerFile),
        files.read(WEIGHTS_FILE).catch(() => new Uint8Array()),
      ]).then(stampOf)),
    words: key => words.read(key),
    memory: context.workspaceState,
    log,
  };
}
