import { runSubgraph } from '@passerelle/subgraph';
import { createApp } from './app.js';
import { readConfig } from './config.js';

await runSubgraph({ partenaire: 'region', readConfig, createApp });
