import { type Browser, chromium } from 'playwright-core';
import { findInstalledChromium } from './installed-chromium.js';
import { prepareNpmChromium } from './npm-chromium.js';

/**
 * Neither a sandbox, which containers and root do not have, nor anything that speaks to the outside.
 * Web security stays on: pages are tested as people meet them.
 */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium for tests, with a new empty profile: the installed one (CHROMIUM_PATH, else the PATH),
 * or the one from npm when there is none.
 *
 * @param opts.source - `npm` to have that one even where another is installed
 */
export async function launchBrowser(opts: { source?: 'npm' } = {}): Promise<Browser> {
  const installed = opts.source === 'npm' ? null : findInstalledChromium(process.env);
  if (installed !== null) return chromium.launch({ executablePath: installed, args: ARGUMENTS });
  const { executablePath, env } = await prepareNpmChromium();
  return chromium.launch({ executablePath, args: ARGUMENTS, env: { ...definedEnv(), ...env } });
}

function definedEnv(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined) env[name] = value;
  return env;
}
