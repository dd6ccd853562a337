import {
  clientDuService,
  type Identite,
  identiteOfService,
  PARTENAIRES,
  type Partenaire,
  REGLES_DES_ROLES,
  ROLES,
  type Role,
  SCOPES_DE_SERVICE,
  scopesOf,
} from '@passerelle/identity';

/** An agent of a house; null for who belongs to none (a social partner). */
export function unAgent(
  partenaire: Partenaire | null,
  role: Role,
  precisions: Partial<Identite> = {},
): Identite {
  return {
    sujet: `sujet-${partenaire ?? 'hors-maison'}-${role}`,
    nature: 'agent',
    fonction: REGLES_DES_ROLES[role].libelle,
    organisation: `organisation de test (${partenaire ?? 'hors maison'})`,
    partenaire,
    roles: [role],
    scopes: scopesOf([role], partenaire),
    territoire: null,
    finalite: null,
    amr: ['pwd'],
    ...precisions,
  };
}

/** A service account: it only reads what is public. */
export function unIntegrateur(): Identite {
  return {
    ...unAgent(null, 'integrateur'),
    sujet: 'integrateur-de-test',
    nature: 'integrateur',
    fonction: '',
  };
}

/** The program of a house, as the gateway names it. */
export function unService(partenaire: Partenaire): Identite {
  return identiteOfService({
    clientId: clientDuService(partenaire),
    partenaire,
    scopes: [...SCOPES_DE_SERVICE],
  });
}

/** Every role in every house where it can be held, the integrator and the social partner too. */
export function toutesLesIdentites(): readonly Identite[] {
  const agents = ROLES.filter((role) => role !== 'integrateur' && role !== 'service').flatMap(
    (role) => {
      const { maisons } = REGLES_DES_ROLES[role];
      return maisons.length === 0
        ? [unAgent(null, role)]
        : maisons.map((maison) => unAgent(maison, role));
    },
  );
  return [...agents, unIntegrateur()];
}

/** Who may do everything in a house. */
export const RESPONSABLE: Readonly<Record<Partenaire, Role>> = {
  etat: 'chef-de-projet',
  region: 'charge-de-mission',
  'pole-emploi': 'directeur-territorial',
};

export function unResponsable(maison: Partenaire): Identite {
  return unAgent(maison, RESPONSABLE[maison]);
}

export function uneAutreMaison(maison: Partenaire): Partenaire {
  const autre = PARTENAIRES.find((partenaire) => partenaire !== maison);
  if (!autre) throw new Error('there is only one house');
  return autre;
}
