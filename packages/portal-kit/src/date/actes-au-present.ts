import { formaterDate } from '../formats/formats.js';
import type { ErreurLisible } from '../graphe/erreur-lisible.js';
import { type Agent, peut } from '../session/session.js';
import { jourDuPortail } from './jour-du-portail.js';

/**
 * Whether the agent holds a right and may use it now: nothing is done while the portal is shown at
 * another day than the present one. Like `peut`, this only keeps from showing a button.
 */
export function peutAgir(agent: Agent | null, scope: string): boolean {
  return jourDuPortail().estPresent && peut(agent, scope);
}

/** Why an act is not sent from a page shown at another day; null at the present. */
export function refusHorsDuPresent(): ErreurLisible | null {
  const { le, present, estPresent } = jourDuPortail();
  if (estPresent) return null;
  return {
    titre: 'Le portail est montré à une autre date',
    message: `Cette page est celle du ${formaterDate(le)} : on y lit, on n’y fait aucun acte. Revenez au ${formaterDate(present)} pour agir.`,
    code: 'PORTAIL_A_UNE_AUTRE_DATE',
    reference: null,
    partenaire: null,
    reessayable: false,
  };
}
