import * as vscode from 'vscode';

/** A file system that is nowhere on the disk, as those of remote repositories are. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  /** The paths of files that are read-only. */
  readonly locked = new Set<string>();

  /** Called behind each reading of a file. */
  afterRead: (path: string) => void = () => undefined;

  /** By path. */
  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.#files.set(path, new TextEncoder().encode(text));
  }

  /** Undefined where there is no such file. */
  textOf(path: string): string | undefined {
    const bytes = this.#files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** Another program writes a file. */
  put(uri: vscode.Uri, text: string): void {
    this.#write(uri, new TextEncoder().encode(text));
  }

  watch(): vscode.Disposable {
    return vscode.Disposable.from();
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    if (file) {
      const permissions = this.locked.has(path) ? { permissions: vscode.FilePermission.Readonly } : {};
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: file.length, ...permissions };
    }
    if (path !== '/' && this.#below(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const folder = path.endsWith('/') ? path : `${path}/`;
    const entries = this.#below(path).map((file): [string, vscode.FileType] => {
      const [name = '', ...rest] = file.slice(folder.length).split('/');
      return [name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File];
    });
    return [...new Map(entries)];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.#files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    this.afterRead(path);
    return file;
  }

  /** Rejects rather than throws: VS Code never ends the next writing of a file of which one has thrown. */
  writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    if (this.locked.has(uri.path)) return Promise.reject(vscode.FileSystemError.NoPermissions(uri));
    this.#write(uri, content);
    return Promise.resolve();
  }

  delete(uri: vscode.Uri): void {
    if (!this.#files.delete(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    // A folder is what lies below it.
    for (const path of this.#files.has(from.path) ? [from.path] : this.#below(from.path)) {
      const uri = from.with({ path });
      this.#write(to.with({ path: to.path + path.slice(from.path.length) }), this.readFile(uri));
      this.delete(uri);
    }
  }

  createDirectory(): void {
    // A folder is there as soon as it has a file.
  }

  #write(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type, uri }]);
  }

  #below(path: string): string[] {
    const folder = path.endsWith('/') ? path : `${path}/`;
    return [...this.#files.keys()].filter(file => file.startsWith(folder));
  }
}
