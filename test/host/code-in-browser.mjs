#!/usr/bin/env node
// Takes the command line that @vscode/test-electron gives to desktop VS Code.
import { register } from 'tsx/esm/api';

register();
await import('./code-in-browser.js');
