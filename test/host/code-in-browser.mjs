#!/usr/bin/env node
// An executable with the command line of desktop VS Code, for @vscode/test-electron.
import 'tsx';

await import('./code-in-browser.js');
