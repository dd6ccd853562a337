import { statfsSync } from 'node:fs';
import { StartRefusal } from './start-refusal.js';

const MEBI = 1024 * 1024;
/** An empty cluster takes about 60 MB with its journal; the demonstration's data, as much again. */
const FIRST_START_MIB = 250;
const NEXT_START_MIB = 50;

/** @throws StartRefusal when the disk could not hold what is about to be written */
export function checkDisk(dossier: string, estPremierDemarrage: boolean): void {
  const { bavail, bsize } = statfsSync(dossier);
  const libreMib = Math.floor((bavail * bsize) / MEBI);
  const voulusMib = estPremierDemarrage ? FIRST_START_MIB : NEXT_START_MIB;
  if (libreMib >= voulusMib) return;
  throw new StartRefusal(
    `Le disque est presque plein : ${libreMib} Mio libres dans ${dossier}, il en faut ${voulusMib}. Libérez de la place, ou choisissez un autre dossier avec PASSERELLE_DOSSIER.`,
  );
}
