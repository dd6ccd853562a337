import type { FicheDeLaPage, ObservationLue } from './fiche-lue.js';

/**
 * What had been said of a fiche at the end of a day: the observations written by then, in their
 * words of then, not yet withdrawn; the answers and opinions given by then.
 *
 * @param fin - end of that day
 * @param le - that day, civil date
 */
export function parolesAuJour(fiche: FicheDeLaPage, fin: Date, le: string): FicheDeLaPage {
  const dites = <Lue extends { nodes: readonly ObservationLue[] } | null | undefined>(lues: Lue) =>
    lues && { ...lues, nodes: lues.nodes.flatMap((une) => observationAuJour(une, fin)) };
  return {
    ...fiche,
    observationsEtat: dites(fiche.observationsEtat) ?? null,
    observationsRegion: dites(fiche.observationsRegion) ?? null,
    observationsPoleEmploi: dites(fiche.observationsPoleEmploi) ?? null,
    reponses: {
      ...fiche.reponses,
      nodes: fiche.reponses.nodes.filter(({ ecriteLe }) => estAvant(ecriteLe, fin)),
    },
    avisEtat: fiche.avisEtat && {
      ...fiche.avisEtat,
      nodes: fiche.avisEtat.nodes.filter(({ donneLe }) => donneLe.slice(0, 10) <= le),
    },
  };
}

/** None when it was not written yet. */
export function observationAuJour(observation: ObservationLue, fin: Date): ObservationLue[] {
  const { texte, ecriteLe, corrigeeLe, retireeLe, anciensTextes } = observation;
  if (!estAvant(ecriteLe, fin)) return [];
  const [porte, ...avant] = [
    ...(corrigeeLe ? [{ texte, ecritLe: corrigeeLe }] : [{ texte, ecritLe: ecriteLe }]),
    ...anciensTextes,
  ]
    .filter(({ ecritLe }) => estAvant(ecritLe, fin))
    .toSorted((un, autre) => Date.parse(autre.ecritLe) - Date.parse(un.ecritLe));
  if (porte === undefined) return [];
  return [
    {
      ...observation,
      texte: porte.texte,
      corrigeeLe: avant.length > 0 ? porte.ecritLe : null,
      anciensTextes: avant,
      retireeLe: retireeLe && estAvant(retireeLe, fin) ? retireeLe : null,
    },
  ];
}

function estAvant(instant: string, fin: Date): boolean {
  return Date.parse(instant) < fin.getTime();
}
