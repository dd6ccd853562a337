import { fileURLToPath } from 'node:url';
import { describeCommonRooms } from '@passerelle/subgraph/testing';
import { createApp } from '../src/app.js';

describeCommonRooms({
  partenaire: 'etat',
  createApp,
  room: fileURLToPath(new URL('..', import.meta.url)),
});
