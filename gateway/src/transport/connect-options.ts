import { judgedLookup } from '@passerelle/publication';
import type { buildConnector } from 'undici';

const CONNEXION_MAX_MS = 1_000;

/** How partners are connected to, for their calls and for their health. */
export function connectOptions(dehorsSeulement: boolean): buildConnector.BuildOptions {
  return {
    timeout: CONNEXION_MAX_MS,
    ...(dehorsSeulement ? { lookup: judgedLookup({ dehorsSeulement }) } : {}),
  };
}
