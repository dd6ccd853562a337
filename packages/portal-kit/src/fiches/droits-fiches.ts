import type { Partenaire } from '@passerelle/portal-ui';
import { peutAgir } from '../date/actes-au-present.js';
import type { Agent } from '../session/session.js';
import type { FicheLue } from './fiche.js';

export interface DroitsFiche {
  modifier: boolean;
  publier: boolean;
}

/** The owner decides; this only keeps from showing a button that would be refused. */
export function droitsSurLesFiches(agent: Agent | null, partenaire: Partenaire): DroitsFiche {
  const sienne = agent?.partenaire === partenaire;
  return {
    modifier: sienne && peutAgir(agent, `${partenaire}:fiche:modifier`),
    publier: sienne && peutAgir(agent, `${partenaire}:fiche:publier`),
  };
}

/** The acts that make sense now on one fiche, for who holds these rights. */
export function actesDeFiche(
  fiche: Pick<FicheLue, 'etat' | 'experimental' | 'evaluation' | 'issue'>,
  { modifier, publier }: DroitsFiche,
): Record<'modifier' | 'evaluer' | 'conclure' | 'publier' | 'abandonner', boolean> {
  const ouverte = !fiche.issue;
  const brouillon = fiche.etat === 'BROUILLON';
  return {
    modifier: modifier && ouverte,
    evaluer: modifier && ouverte && fiche.experimental,
    conclure: modifier && ouverte && fiche.experimental && Boolean(fiche.evaluation),
    publier: publier && brouillon,
    abandonner: modifier && brouillon,
  };
}
