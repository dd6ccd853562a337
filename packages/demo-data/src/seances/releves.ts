import { instantAParis, plusJours } from './calendrier.js';
import { type CadreSeance, unAccord } from './decisions.js';
import { empreinteReleve } from './empreintes.js';
import type {
  DecisionDemonstration,
  PointDemonstration,
  PresenceDemonstration,
  ReleveDemonstration,
} from './seance-demonstration.js';

/**
 * Minutes of a session that was held: validated by both and frozen when it is closed, else by the
 * État alone.
 */
export function redigerReleve(seance: {
  readonly cadre: CadreSeance;
  readonly points: readonly PointDemonstration[];
  readonly presences: readonly PresenceDemonstration[];
  readonly decisions: readonly DecisionDemonstration[];
  readonly close: boolean;
}): ReleveDemonstration {
  const { cadre, points, presences, decisions, close } = seance;
  const presents = presences.filter(({ present }) => present).length;
  const texte = [
    `Séance du ${cadre.jour.split('-').reverse().join('/')}, ${cadre.lieu}. ${presents} membres présents.`,
    `Points examinés : ${points.map(({ titre }) => titre.toLowerCase()).join(' ; ')}.`,
    decisions.length === 0
      ? 'Aucune décision n’a été prise.'
      : `Décisions : ${decisions.map(({ numero, texte: decide }) => `${numero}. ${decide}`).join(' ; ')}.`,
  ].join('\n');
  const etat = unAccord('ETAT', cadre, 2);
  const region = unAccord('REGION', cadre, 4);
  return {
    texte,
    auteur: cadre.regionale
      ? 'secrétariat, Préfecture de région'
      : `sous-préfecture, ${cadre.lieu}`,
    modifieLe: instantAParis(plusJours(cadre.jour, 1), '10:30'),
    empreinte: empreinteReleve({ seance: cadre.id, texte, presences, decisions }),
    validations: close ? [etat, region] : [etat],
    figeLe: close ? region.le : null,
  };
}
