import type { Partenaire } from '@passerelle/portal-ui';
import { peutAgir } from '../date/actes-au-present.js';
import type { Agent } from '../session/session.js';
import type { FicheLue } from './fiche.js';

export interface DroitsFiche {
  modifier: boolean;
  valider: boolean;
  publier: boolean;
}

/** The owner decides; this only keeps from showing a button that would be refused. */
export function droitsSurLesFiches(agent: Agent | null, partenaire: Partenaire): DroitsFiche {
  const sienne = agent?.partenaire === partenaire;
  return {
    modifier: sienne && peutAgir(agent, `${partenaire}:fiche:modifier`),
    valider: sienne && peutAgir(agent, `${partenaire}:fiche:valider`),
    publier: sienne && peutAgir(agent, `${partenaire}:fiche:publier`),
  };
}

type Acte = 'modifier' | 'evaluer' | 'conclure' | 'valider' | 'renvoyer' | 'publier' | 'abandonner';

/** The acts that make sense now on one fiche, for who holds these rights. */
export function actesDeFiche(
  fiche: Pick<
    FicheLue,
    'etat' | 'renvoyee' | 'ecriteParMoi' | 'experimental' | 'evaluation' | 'issue'
  >,
  { modifier, valider, publier }: DroitsFiche,
): Record<Acte, boolean> {
  const ouverte = !fiche.issue;
  const enCours = fiche.etat !== 'PUBLIEE';
  const brouillon = fiche.etat === 'BROUILLON' && !fiche.renvoyee;
  return {
    modifier: modifier && ouverte,
    evaluer: modifier && ouverte && fiche.experimental,
    conclure: modifier && ouverte && fiche.experimental && Boolean(fiche.evaluation),
    // Somebody else of the house than its author.
    valider: valider && brouillon && !fiche.ecriteParMoi,
    renvoyer: valider && enCours && !fiche.renvoyee && !fiche.ecriteParMoi,
    publier: publier && fiche.etat === 'VALIDEE',
    abandonner: modifier && enCours,
  };
}
