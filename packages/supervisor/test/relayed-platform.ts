// What infra/local/start.mjs does once everything is built, with fake services:
// node relayed-platform.ts <relay.mjs> <fake-platform.ts>
import { pathToFileURL } from 'node:url';

const [relayFile = '', platform = ''] = process.argv.slice(2);
const { relay }: { relay(script: string, args: string[]): Promise<number> } = await import(
  pathToFileURL(relayFile).href
);
process.exitCode = await relay(platform, []);
