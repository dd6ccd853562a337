import { writeFile } from 'node:fs/promises';
import { printSubgraph } from '@passerelle/subgraph';
import { createApp } from './app.js';
import { readConfig } from './config.js';

// `pnpm print-schema`: the reviewed file is what the code says.
const sdl = await printSubgraph((log) => createApp(readConfig({}), log));
await writeFile(new URL('../schema.graphql', import.meta.url), sdl);
