import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessSnapshot } from './managed-process.js';
import { PUBLIC_FILE, readJson, writeJson } from './write-file.js';

/** `processus.json`: who runs, for people, tools and the next start. */
export interface StateFile {
  readonly superviseur: number;
  /** True once a stop was asked: all will be gone in a moment. */
  readonly arret: boolean;
  /** Socket on which the supervisor takes commands. */
  readonly commande: string;
  readonly processus: readonly ProcessSnapshot[];
}

export function writeStateFile(dossier: string, state: StateFile): void {
  writeJson(statePath(dossier), state, PUBLIC_FILE);
}

export function removeStateFile(dossier: string): void {
  rmSync(statePath(dossier), { force: true });
}

/** What the last supervisor wrote, or null; entries that make no sense are left out. */
export function readStateFile(dossier: string): {
  superviseur: number;
  arret: boolean;
  commande: string;
  processus: { nom: string; pid: number }[];
} | null {
  const parsed = readJson(statePath(dossier));
  if (!isRecord(parsed)) return null;
  const { superviseur, arret, commande, processus } = parsed;
  if (typeof superviseur !== 'number' || typeof commande !== 'string') return null;
  return {
    superviseur,
    arret: arret === true,
    commande,
    processus: Array.isArray(processus) ? processus.filter(isLiving) : [],
  };
}

function statePath(dossier: string): string {
  return join(dossier, 'processus.json');
}

function isLiving(value: unknown): value is { nom: string; pid: number } {
  return isRecord(value) && typeof value['nom'] === 'string' && typeof value['pid'] === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
