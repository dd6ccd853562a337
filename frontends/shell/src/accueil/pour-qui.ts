import { type Agent, peut } from '@passerelle/portal-kit';
import type { LundiQueryVariables, Maille, TitreValidation } from '../generated/graphql.js';
import { estMaille } from '../territoires/mailles.js';
import { joursApres, semaineDe } from './jours.js';

/** How far ahead the sessions are read, so that an empty week still says which one comes next. */
const JOURS_A_VENIR = 60;
const SYMBOLES = { etat: 'ETAT', region: 'REGION', 'pole-emploi': 'POLE_EMPLOI' } as const;

/** In whose title this agent may validate a decision; null for who may not. */
export function titreDe(agent: Agent): TitreValidation | null {
  if (peut(agent, 'etat:decision:valider-recteur')) return 'RECTEUR';
  if (peut(agent, 'etat:decision:valider')) return 'ETAT';
  return peut(agent, 'region:decision:valider') ? 'REGION' : null;
}

/** In whose name this agent's house agrees to an agenda; null where it does not. */
export function titreDAccord(agent: Agent): TitreValidation | null {
  if (peut(agent, 'etat:seance:participer')) return 'ETAT';
  return peut(agent, 'region:seance:participer') ? 'REGION' : null;
}

/** Where the agent looks: their own territory; null for the whole region. */
export function territoireDe({ territoire }: Agent): { code: string; maille: Maille } | null {
  if (territoire === null || territoire.maille === 'REGION' || !estMaille(territoire.maille)) {
    return null;
  }
  return { code: territoire.code, maille: territoire.maille };
}

/** What the home page asks for this agent on this day. */
export function questionDuLundi(agent: Agent, le: string): LundiQueryVariables {
  const { partenaire } = agent;
  const attend = titreDe(agent);
  return {
    le,
    du: semaineDe(le).lundi,
    au: joursApres(le, JOURS_A_VENIR),
    territoire: territoireDe(agent),
    responsable: partenaire === null ? null : SYMBOLES[partenaire],
    attend,
    maison: partenaire !== null,
    valide: attend !== null,
    etat: partenaire === 'etat' && peut(agent, 'etat:fiche:modifier'),
    region: partenaire === 'region' && peut(agent, 'region:fiche:modifier'),
    poleEmploi: partenaire === 'pole-emploi' && peut(agent, 'pole-emploi:fiche:modifier'),
    chiffresEtat: partenaire === 'etat' && peut(agent, 'etat:indicateur:publier'),
    chiffresRegion: partenaire === 'region' && peut(agent, 'region:indicateur:publier'),
    chiffresPoleEmploi:
      partenaire === 'pole-emploi' && peut(agent, 'pole-emploi:indicateur:publier'),
  };
}
