import { createHash } from 'node:crypto';
import type { Identite } from '@passerelle/identity';
import { parseCleIdempotence } from '@passerelle/subgraph';
import { type RefusDeContours, refus } from '../domain/contours.errors.js';
import { type ContoursJournal, sontDesAnneaux, type Trace } from '../domain/contours.js';

export interface DemandeDeDepot {
  readonly maille: string;
  readonly source: string;
  readonly licence: string;
  readonly traces: readonly Trace[];
  readonly versionAttendue?: number | null | undefined;
  readonly cleIdempotence?: string | null | undefined;
}

const CARACTERES_MAX = 200_000;

/**
 * Outlines of a mesh for everybody, in place of those before; none goes back to the schematic map.
 *
 * @returns null when they are in force
 */
export async function deposerContours(
  journal: ContoursJournal,
  identite: Identite,
  { maille, traces, ...demande }: DemandeDeDepot,
): Promise<RefusDeContours | null> {
  const cleIdempotence = parseCleIdempotence(demande.cleIdempotence);
  const source = texteSimple(demande.source);
  const licence = texteSimple(demande.licence);
  if (source === null || licence === null) return refus('CONTOURS_SANS_SOURCE');
  const poids = traces.reduce((somme, { anneaux }) => somme + anneaux.length, 0);
  if (poids > CARACTERES_MAX) return refus('CONTOURS_TROP_LOURDS');
  if (maille !== 'DEPARTEMENT' && maille !== 'ARRONDISSEMENT') return refus('CONTOURS_INVALIDES');
  if (!traces.every(({ anneaux }) => sontDesAnneaux(anneaux))) return refus('CONTOURS_INVALIDES');
  if (new Set(traces.map(({ code }) => code)).size < traces.length) {
    return refus('CONTOURS_INCONNUS');
  }
  const versionAttendue = demande.versionAttendue ?? null;
  const issue = await journal.deposer(identite, {
    maille,
    source,
    licence,
    traces,
    versionAttendue,
    cleIdempotence,
    auteur: [identite.fonction, identite.organisation].filter((part) => part !== '').join(', '),
    empreinte: createHash('sha256')
      .update(JSON.stringify([identite.sujet, maille, source, licence, traces, versionAttendue]))
      .digest('hex'),
  });
  return issue === 'FAIT' ? null : refus(issue);
}

function texteSimple(saisi: string): string | null {
  const net = saisi.trim().replaceAll(/\s+/g, ' ');
  return net.length >= 3 && net.length <= 300 && !/[<>]/.test(net) ? net : null;
}
