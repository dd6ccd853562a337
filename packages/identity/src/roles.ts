import { PARTENAIRES, type Partenaire } from './partenaires.js';

export const ROLES = [
  'chef-de-projet',
  'sous-prefet',
  'delegue-recteur',
  'charge-de-mission',
  'conseiller-regional',
  'animateur-prochemploi',
  'conseiller',
  'charge-relations-entreprises',
  'directeur-territorial',
  'partenaire-social',
  'dpo',
  'administrateur',
  'integrateur',
  'service',
] as const;

export type Role = (typeof ROLES)[number];

/** What one may do with one's own house's contribution. */
export type ActeContribution = 'modifier' | 'valider' | 'publier';

/**
 * What a role may open in the house where it is held. With the house in front it is the scope that
 * the graph asks: `region:decision:valider`. Where an agent may act (an arrondissement, a subject)
 * is not said here: the owner of the record checks it.
 */
export const DROITS = [
  'contribution:modifier',
  'contribution:valider',
  'contribution:publier',
  'fiche:modifier',
  'fiche:valider',
  'fiche:publier',
  'observation:ecrire',
  'avis:enregistrer',
  'indicateur:publier',
  'indicateur:proposer',
  'seance:tenir',
  'seance:participer',
  'decision:valider',
  'decision:valider-recteur',
  'releve:valider',
  'avenant:ouvrir',
  'avenant:valider',
  'situation:arreter',
  'annuaire:tenir',
  'suivi:regler',
] as const;

export type Droit = (typeof DROITS)[number];

interface RegleDeRole {
  readonly libelle: string;
  /** Houses in which the role can be held; empty for a role outside the three houses. */
  readonly maisons: readonly Partenaire[];
  /** In the house in which the role is held, never in another's. */
  readonly droits: readonly Droit[];
  readonly lecture: 'tout' | 'public';
}

const CONTRIBUTION = [
  'contribution:modifier',
  'contribution:valider',
  'contribution:publier',
] as const satisfies readonly Droit[];
const FICHE = [
  'fiche:modifier',
  'fiche:valider',
  'fiche:publier',
] as const satisfies readonly Droit[];
const INDICATEUR = [
  'indicateur:publier',
  'indicateur:proposer',
] as const satisfies readonly Droit[];
/** What everybody at work in a house may: say something, and follow what they want to follow. */
const AGENT = ['observation:ecrire', 'suivi:regler'] as const satisfies readonly Droit[];

/**
 * Who may what: the only place where it is decided.
 *
 * A sous-préfet speaks for an arrondissement and a délégué for the rectorat: they write in the
 * État's contribution, which the chef de projet validates and publishes for the whole house.
 */
export const REGLES_DES_ROLES: Readonly<Record<Role, RegleDeRole>> = {
  'chef-de-projet': {
    libelle: 'chef de projet',
    maisons: ['etat'],
    droits: [
      ...CONTRIBUTION,
      ...FICHE,
      ...INDICATEUR,
      ...AGENT,
      'avis:enregistrer',
      'seance:tenir',
      'seance:participer',
      'decision:valider',
      'releve:valider',
      'avenant:ouvrir',
      'avenant:valider',
      'situation:arreter',
      'annuaire:tenir',
    ],
    lecture: 'tout',
  },
  'sous-prefet': {
    libelle: 'sous-préfet',
    maisons: ['etat'],
    droits: [
      ...AGENT,
      'contribution:modifier',
      'fiche:modifier',
      'fiche:valider',
      'indicateur:proposer',
      'seance:tenir',
      'seance:participer',
      'decision:valider',
      'releve:valider',
    ],
    lecture: 'tout',
  },
  'delegue-recteur': {
    libelle: 'délégué du recteur',
    maisons: ['etat'],
    droits: [
      ...AGENT,
      'contribution:modifier',
      'fiche:modifier',
      'seance:participer',
      'decision:valider-recteur',
    ],
    lecture: 'tout',
  },
  'charge-de-mission': {
    libelle: 'chargé de mission',
    maisons: ['region'],
    droits: [
      ...CONTRIBUTION,
      ...FICHE,
      ...INDICATEUR,
      ...AGENT,
      'seance:participer',
      'decision:valider',
      'releve:valider',
      'avenant:valider',
    ],
    lecture: 'tout',
  },
  'conseiller-regional': {
    libelle: 'conseiller régional',
    maisons: ['region'],
    droits: [
      ...AGENT,
      'contribution:valider',
      'contribution:publier',
      'fiche:valider',
      'seance:participer',
      'decision:valider',
      'releve:valider',
    ],
    lecture: 'tout',
  },
  'animateur-prochemploi': {
    libelle: 'animateur Proch’emploi',
    maisons: ['region'],
    droits: [...AGENT, 'contribution:modifier', 'fiche:modifier', 'seance:participer'],
    lecture: 'tout',
  },
  conseiller: {
    libelle: 'conseiller',
    maisons: ['pole-emploi'],
    droits: AGENT,
    lecture: 'tout',
  },
  'charge-relations-entreprises': {
    libelle: 'chargé de relations entreprises',
    maisons: ['pole-emploi'],
    droits: [...AGENT, 'contribution:modifier', 'fiche:modifier'],
    lecture: 'tout',
  },
  'directeur-territorial': {
    libelle: 'directeur territorial',
    maisons: ['pole-emploi'],
    droits: [
      ...CONTRIBUTION,
      ...FICHE,
      ...INDICATEUR,
      ...AGENT,
      'seance:participer',
      'avenant:valider',
    ],
    lecture: 'tout',
  },
  'partenaire-social': { libelle: 'partenaire social', maisons: [], droits: [], lecture: 'tout' },
  dpo: {
    libelle: 'délégué à la protection des données',
    maisons: PARTENAIRES,
    droits: ['suivi:regler'],
    lecture: 'tout',
  },
  administrateur: {
    libelle: 'administrateur',
    maisons: PARTENAIRES,
    droits: ['suivi:regler'],
    lecture: 'tout',
  },
  integrateur: { libelle: 'intégrateur', maisons: [], droits: [], lecture: 'public' },
  service: { libelle: 'service', maisons: PARTENAIRES, droits: [], lecture: 'tout' },
};
