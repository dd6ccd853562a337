import type {
  HabilitationAgent,
  HabilitationIntegrateur,
  HabilitationService,
} from './habilitations.js';
import type { Territoire } from './identite.js';
import { PARTENAIRES, type Partenaire } from './partenaires.js';
import type { Role } from './roles.js';
import { SCOPE_LIRE_PUBLIC, SCOPES_DE_SERVICE } from './scopes.js';

/**
 * A demonstration agent. Nobody real: the surnames are words for « example », the SIREN begin with
 * eight zeros, which INSEE never gave, and the domain `.invalid` cannot exist (RFC 2606).
 * Names of claims are ProConnect's.
 */
export interface CompteDemonstration {
  readonly identifiant: string;
  readonly sujet: string;
  readonly given_name: string;
  readonly usual_name: string;
  readonly email: string;
  readonly uid: string;
  readonly siret: string;
  readonly organizational_unit: string;
  readonly organisation: string;
  readonly partenaire: Partenaire | null;
  readonly role: Role;
  readonly fonction: string;
  readonly territoire: (Territoire & { readonly nom: string }) | null;
  readonly amr: readonly string[];
}

interface Etablissement {
  readonly organisation: string;
  readonly siret: string;
}

const PREFECTURE: Etablissement = {
  organisation: 'Préfecture de région',
  siret: '00000001800010',
};
const SOUS_PREFECTURE: Etablissement = {
  organisation: 'Sous-préfecture de Valenciennes',
  siret: '00000001800010',
};
const RECTORAT: Etablissement = {
  organisation: 'Rectorat de région académique',
  siret: '00000002600013',
};
const CONSEIL_REGIONAL: Etablissement = {
  organisation: 'Conseil régional',
  siret: '00000003400017',
};
const PLATEFORME_PROCHEMPLOI: Etablissement = {
  organisation: 'Plateforme Proch’emploi de Lens',
  siret: '00000004200010',
};
const DIRECTION_POLE_EMPLOI: Etablissement = {
  organisation: 'Pôle emploi, direction régionale',
  siret: '00000005900014',
};
const ORGANISATION_SYNDICALE: Etablissement = {
  organisation: 'Organisation syndicale d’exemple',
  siret: '00000006700017',
};

const ETABLISSEMENT_DU_PARTENAIRE: Readonly<Record<Partenaire, Etablissement>> = {
  etat: PREFECTURE,
  region: CONSEIL_REGIONAL,
  'pole-emploi': DIRECTION_POLE_EMPLOI,
};

const HAUTS_DE_FRANCE = { code: '32', maille: 'REGION', nom: 'Hauts-de-France' } as const;
const NORD = { code: '59', maille: 'DEPARTEMENT', nom: 'Nord' } as const;
const VALENCIENNES = {
  code: '596',
  maille: 'ARRONDISSEMENT',
  nom: 'Arrondissement de Valenciennes',
} as const;
const LENS = { code: '627', maille: 'ARRONDISSEMENT', nom: 'Arrondissement de Lens' } as const;
const LILLE = { code: '595', maille: 'ARRONDISSEMENT', nom: 'Arrondissement de Lille' } as const;

const SANS_SECOND_FACTEUR = ['pwd'] as const;
const AVEC_SECOND_FACTEUR = ['pwd', 'mfa'] as const;

function unCompte(
  identifiant: string,
  personne: readonly [prenom: string, nom: string],
  etablissement: Etablissement,
  reste: Pick<
    CompteDemonstration,
    'partenaire' | 'role' | 'fonction' | 'organizational_unit' | 'territoire' | 'amr'
  >,
): CompteDemonstration {
  return {
    identifiant,
    sujet: `demo-${identifiant}`,
    given_name: personne[0],
    usual_name: personne[1],
    email: `${identifiant}@passerelle.invalid`,
    uid: identifiant,
    ...etablissement,
    ...reste,
  };
}

const DPO: Readonly<Record<Partenaire, readonly [string, string]>> = {
  etat: ['Alix', 'Gabarit'],
  region: ['Loïs', 'Gabarit'],
  'pole-emploi': ['Eden', 'Gabarit'],
};
const ADMINISTRATEURS: Readonly<Record<Partenaire, readonly [string, string]>> = {
  etat: ['Yaël', 'Prototype'],
  region: ['Noa', 'Prototype'],
  'pole-emploi': ['Swan', 'Prototype'],
};

export const COMPTES_DEMONSTRATION: readonly CompteDemonstration[] = [
  unCompte('etat.chef-de-projet', ['Camille', 'Exemple'], PREFECTURE, {
    partenaire: 'etat',
    role: 'chef-de-projet',
    fonction: 'chef de projet',
    organizational_unit: 'Secrétariat du comité régional',
    territoire: HAUTS_DE_FRANCE,
    amr: AVEC_SECOND_FACTEUR,
  }),
  unCompte('etat.sous-prefet-valenciennes', ['Dominique', 'Fictif'], SOUS_PREFECTURE, {
    partenaire: 'etat',
    role: 'sous-prefet',
    fonction: 'sous-préfet',
    organizational_unit: 'Sous-préfecture',
    territoire: VALENCIENNES,
    amr: SANS_SECOND_FACTEUR,
  }),
  unCompte('etat.delegue-recteur', ['Claude', 'Modèle'], RECTORAT, {
    partenaire: 'etat',
    role: 'delegue-recteur',
    fonction: 'délégué du recteur',
    organizational_unit: 'Formation professionnelle initiale et continue',
    territoire: HAUTS_DE_FRANCE,
    amr: SANS_SECOND_FACTEUR,
  }),
  unCompte('region.charge-de-mission', ['Maxime', 'Spécimen'], CONSEIL_REGIONAL, {
    partenaire: 'region',
    role: 'charge-de-mission',
    fonction: 'chargé de mission',
    organizational_unit: 'Direction de l’emploi',
    territoire: HAUTS_DE_FRANCE,
    amr: SANS_SECOND_FACTEUR,
  }),
  unCompte('region.conseiller-regional', ['Sacha', 'Maquette'], CONSEIL_REGIONAL, {
    partenaire: 'region',
    role: 'conseiller-regional',
    fonction: 'conseiller régional',
    organizational_unit: 'Assemblée régionale',
    territoire: VALENCIENNES,
    amr: SANS_SECOND_FACTEUR,
  }),
  unCompte('region.animateur-prochemploi', ['Morgan', 'Essai'], PLATEFORME_PROCHEMPLOI, {
    partenaire: 'region',
    role: 'animateur-prochemploi',
    fonction: 'animateur Proch’emploi',
    organizational_unit: 'Plateforme de Lens',
    territoire: LENS,
    amr: SANS_SECOND_FACTEUR,
  }),
  unCompte('pole-emploi.conseiller', ['Charlie', 'Échantillon'], DIRECTION_POLE_EMPLOI, {
    partenaire: 'pole-emploi',
    role: 'conseiller',
    fonction: 'conseiller',
    organizational_unit: 'Agence de Valenciennes',
    territoire: VALENCIENNES,
    amr: SANS_SECOND_FACTEUR,
  }),
  unCompte(
    'pole-emploi.charge-relations-entreprises',
    ['Andréa', 'Simulacre'],
    DIRECTION_POLE_EMPLOI,
    {
      partenaire: 'pole-emploi',
      role: 'charge-relations-entreprises',
      fonction: 'chargé de relations entreprises',
      organizational_unit: 'Agence de Lille',
      territoire: LILLE,
      amr: SANS_SECOND_FACTEUR,
    },
  ),
  unCompte('pole-emploi.directeur-territorial', ['Ange', 'Témoin'], DIRECTION_POLE_EMPLOI, {
    partenaire: 'pole-emploi',
    role: 'directeur-territorial',
    fonction: 'directeur territorial',
    organizational_unit: 'Direction territoriale du Nord',
    territoire: NORD,
    amr: AVEC_SECOND_FACTEUR,
  }),
  unCompte('partenaire-social', ['Lou', 'Factice'], ORGANISATION_SYNDICALE, {
    partenaire: null,
    role: 'partenaire-social',
    fonction: 'partenaire social',
    organizational_unit: 'Union régionale',
    territoire: HAUTS_DE_FRANCE,
    amr: SANS_SECOND_FACTEUR,
  }),
  // What somebody wrote, somebody else of the same house validates.
  unCompte('etat.chef-de-projet-adjoint', ['Stéphane', 'Canevas'], PREFECTURE, {
    partenaire: 'etat',
    role: 'chef-de-projet',
    fonction: 'chef de projet adjoint',
    organizational_unit: 'Secrétariat du comité régional',
    territoire: HAUTS_DE_FRANCE,
    amr: AVEC_SECOND_FACTEUR,
  }),
  unCompte('region.responsable-de-service', ['Dany', 'Ébauche'], CONSEIL_REGIONAL, {
    partenaire: 'region',
    role: 'charge-de-mission',
    fonction: 'responsable de service',
    organizational_unit: 'Direction de l’emploi',
    territoire: HAUTS_DE_FRANCE,
    amr: SANS_SECOND_FACTEUR,
  }),
  unCompte('pole-emploi.directeur-adjoint', ['Maé', 'Esquisse'], DIRECTION_POLE_EMPLOI, {
    partenaire: 'pole-emploi',
    role: 'directeur-territorial',
    fonction: 'directeur territorial adjoint',
    organizational_unit: 'Direction territoriale du Nord',
    territoire: NORD,
    amr: AVEC_SECOND_FACTEUR,
  }),
  ...PARTENAIRES.flatMap((partenaire) => [
    unCompte(`${partenaire}.dpo`, DPO[partenaire], ETABLISSEMENT_DU_PARTENAIRE[partenaire], {
      partenaire,
      role: 'dpo',
      fonction: 'délégué à la protection des données',
      organizational_unit: 'Protection des données',
      territoire: null,
      amr: AVEC_SECOND_FACTEUR,
    }),
    unCompte(
      `${partenaire}.administrateur`,
      ADMINISTRATEURS[partenaire],
      ETABLISSEMENT_DU_PARTENAIRE[partenaire],
      {
        partenaire,
        role: 'administrateur',
        fonction: 'administrateur',
        organizational_unit: 'Systèmes d’information',
        territoire: null,
        amr: AVEC_SECOND_FACTEUR,
      },
    ),
  ]),
];

/** The client of the demonstration's service account. */
export const CLIENT_INTEGRATEUR_DEMONSTRATION = 'integrateur-demonstration';

/** The client with which a house's service asks for its token, unless another one is configured. */
export function clientDuService(partenaire: Partenaire): string {
  return `service-${partenaire}`;
}

/**
 * Content of the habilitations file of the demonstration, for the provider at `emetteur`; valid
 * input of `parseHabilitations`.
 */
export function habilitationsDemonstration(emetteur: string): {
  agents: HabilitationAgent[];
  integrateurs: HabilitationIntegrateur[];
  services: HabilitationService[];
} {
  return {
    agents: COMPTES_DEMONSTRATION.map((compte) => ({
      emetteur,
      sujet: compte.sujet,
      prenom: compte.given_name,
      organisation: compte.organisation,
      fonction: compte.fonction,
      partenaire: compte.partenaire,
      roles: [compte.role],
      territoire: compte.territoire && {
        code: compte.territoire.code,
        maille: compte.territoire.maille,
      },
    })),
    integrateurs: [
      {
        clientId: CLIENT_INTEGRATEUR_DEMONSTRATION,
        organisation: 'Application d’exemple',
        partenaire: null,
        scopes: [SCOPE_LIRE_PUBLIC],
      },
    ],
    services: PARTENAIRES.map((partenaire) => ({
      clientId: clientDuService(partenaire),
      partenaire,
      scopes: [...SCOPES_DE_SERVICE],
    })),
  };
}
