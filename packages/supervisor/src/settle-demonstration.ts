import { join } from 'node:path';
import { PARTENAIRES } from '@passerelle/identity';
import { type Config, TAILLES, type Taille } from './config.js';
import { StartRefusal } from './start-refusal.js';
import { PUBLIC_FILE, readJson, writeJson } from './write-file.js';

/** What the demonstration's data are about, and how many. */
export interface Demonstration {
  readonly region: string;
  readonly taille: Taille;
}

const DEFAUT: Demonstration = { region: '32', taille: 'demonstration' };

/**
 * Data keep the region and the size that they were made with: another one would find territories
 * without their instances, or change nothing and say so to nobody.
 *
 * @throws StartRefusal when another one is asked for
 */
export function settleDemonstration(config: Config): Demonstration {
  const { region, taille, dossier } = config;
  const known = readDemonstration(config);
  if (known === null) {
    return { region: region ?? DEFAUT.region, taille: taille ?? DEFAUT.taille };
  }
  const problemes: string[] = [];
  if (region !== null && region !== known.region) {
    problemes.push(
      `Les données de ${dossier} sont celles de la région ${known.region}, pas de la région ${region}. Pour en changer, repartez de zéro : REGION=${region} npm start -- --reinitialiser.`,
    );
  }
  if (taille !== null && taille !== known.taille) {
    problemes.push(
      `Les données de ${dossier} sont déjà là, à la taille « ${known.taille} ». Pour en changer, repartez de zéro : npm start -- --reinitialiser --taille=${taille}.`,
    );
  }
  if (problemes.length > 0) throw new StartRefusal(problemes.join('\n'));
  return known;
}

/** Kept from the moment when the services may make their data. */
export function keepDemonstration(config: Config, demonstration: Demonstration): void {
  writeJson(pathIn(config.dossier), demonstration, PUBLIC_FILE);
}

function readDemonstration(config: Config): Demonstration | null {
  // Databases elsewhere are not told by this folder, nor erased with it.
  const isHere = PARTENAIRES.some((partenaire) => config.basesExternes[partenaire] === null);
  if (config.reinitialiser || !isHere) return null;
  const kept = readJson(pathIn(config.dossier));
  if (typeof kept !== 'object' || kept === null) return null;
  if (!('region' in kept) || typeof kept.region !== 'string' || !('taille' in kept)) return null;
  const taille = TAILLES.find((connue) => connue === kept.taille);
  return taille === undefined ? null : { region: kept.region, taille };
}

function pathIn(dossier: string): string {
  return join(dossier, 'demonstration.json');
}
