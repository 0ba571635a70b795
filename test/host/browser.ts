import { chromium, type Browser } from 'playwright-core';
import type { BrowserHost } from './install.js';

/** Starts the host's browser, without a window. */
export function launchBrowser(host: BrowserHost): Promise<Browser> {
  return chromium.launch({
    executablePath: host.browser.executable,
    env: { ...process.env, ...host.browser.env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
