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
export const ACTES_CONTRIBUTION = ['modifier', 'valider', 'publier'] as const;

export type ActeContribution = (typeof ACTES_CONTRIBUTION)[number];

interface RegleDeRole {
  readonly libelle: string;
  /** Houses in which the role can be held; empty for a role outside the three houses. */
  readonly maisons: readonly Partenaire[];
  /** Acts on the contribution of the house in which the role is held, never on another's. */
  readonly actes: readonly ActeContribution[];
  readonly lecture: 'tout' | 'public';
}

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
    actes: ['modifier', 'valider', 'publier'],
    lecture: 'tout',
  },
  'sous-prefet': {
    libelle: 'sous-préfet',
    maisons: ['etat'],
    actes: ['modifier'],
    lecture: 'tout',
  },
  'delegue-recteur': {
    libelle: 'délégué du recteur',
    maisons: ['etat'],
    actes: ['modifier'],
    lecture: 'tout',
  },
  'charge-de-mission': {
    libelle: 'chargé de mission',
    maisons: ['region'],
    actes: ['modifier', 'valider', 'publier'],
    lecture: 'tout',
  },
  'conseiller-regional': {
    libelle: 'conseiller régional',
    maisons: ['region'],
    actes: ['valider', 'publier'],
    lecture: 'tout',
  },
  'animateur-prochemploi': {
    libelle: 'animateur Proch’emploi',
    maisons: ['region'],
    actes: ['modifier'],
    lecture: 'tout',
  },
  conseiller: { libelle: 'conseiller', maisons: ['pole-emploi'], actes: [], lecture: 'tout' },
  'charge-relations-entreprises': {
    libelle: 'chargé de relations entreprises',
    maisons: ['pole-emploi'],
    actes: ['modifier'],
    lecture: 'tout',
  },
  'directeur-territorial': {
    libelle: 'directeur territorial',
    maisons: ['pole-emploi'],
    actes: ['modifier', 'valider', 'publier'],
    lecture: 'tout',
  },
  'partenaire-social': { libelle: 'partenaire social', maisons: [], actes: [], lecture: 'tout' },
  dpo: {
    libelle: 'délégué à la protection des données',
    maisons: PARTENAIRES,
    actes: [],
    lecture: 'tout',
  },
  administrateur: { libelle: 'administrateur', maisons: PARTENAIRES, actes: [], lecture: 'tout' },
  integrateur: { libelle: 'intégrateur', maisons: [], actes: [], lecture: 'public' },
  service: { libelle: 'service', maisons: PARTENAIRES, actes: [], lecture: 'tout' },
};
