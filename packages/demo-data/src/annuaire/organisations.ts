import { loadTerritoires } from '@passerelle/reference-data';
import { COMMUNIQUE, type Source, source } from '../memoire/source.js';
import type { CleTerritoire, Partenaire } from '../partenaire.js';

export type TypeOrganisation =
  | 'SERVICE_ETAT'
  | 'COLLECTIVITE'
  | 'OPERATEUR'
  | 'RECTORAT'
  | 'CARIF_OREF'
  | 'PLATEFORME_PROCHEMPLOI'
  | 'PARTENAIRE_SOCIAL';

/** A function held for a time; a person only where a published source names one. */
export interface RoleTenu {
  readonly id: string;
  readonly fonction: string;
  /** As the first source spells it; null when only the function is known. */
  readonly titulaire: string | null;
  /** Other spellings found in sources. */
  readonly alias: readonly { readonly nom: string; readonly source: Source }[];
  /** Civil dates; the first is when a source shows the person in office, not the appointment. */
  readonly du: string;
  readonly au: string | null;
  readonly source: Source;
}

export interface OrganisationConnue {
  readonly id: string;
  readonly type: TypeOrganisation;
  readonly partenaire: Partenaire | null;
  /** Names with the day from which each is borne, the oldest first. */
  readonly noms: readonly { readonly nom: string; readonly du: string }[];
  readonly territoire: CleTerritoire;
  readonly sujets: readonly string[];
  readonly contact: {
    readonly telephone: string | null;
    readonly courriel: string | null;
    readonly adresse: string | null;
  } | null;
  readonly roles: readonly RoleTenu[];
  readonly source: Source;
  readonly demonstration: boolean;
}

const SANS_CONTACT = null;
const ORIGINE = '2016-01-01';
const DEMONSTRATION = source('Donnée de démonstration : organisation plausible, sans contact réel');

/**
 * Who is who in the public employment service of a region: the signatories with what the press
 * release says of them, then one sous-préfecture per arrondissement and one territorial direction
 * per département as demonstration data, without any person.
 *
 * @throws {RegionInconnue} when the COG has no such region
 */
export function organisationsConnues(region: string): OrganisationConnue[] {
  const territoires = loadTerritoires(region);
  const ici: CleTerritoire = { code: territoires.region.code, maille: territoires.region.maille };
  return [
    ...(region === REGION_DU_COMMUNIQUE ? signataires(ici) : []),
    ...territoires.arrondissements.map(
      ({ code, maille, nom }): OrganisationConnue => ({
        id: `sous-prefecture-${code}`,
        type: 'SERVICE_ETAT',
        partenaire: 'etat',
        noms: [{ nom: `Sous-préfecture, ${nom}`, du: ORIGINE }],
        territoire: { code, maille },
        sujets: ['emploi', 'séances du SPEL'],
        contact: SANS_CONTACT,
        roles: [
          {
            id: `sous-prefecture-${code}-1`,
            fonction: 'Sous-préfet ou sous-préfète, copilote du SPEL',
            titulaire: null,
            alias: [],
            du: '2016-07-01',
            au: null,
            source: DEMONSTRATION,
          },
        ],
        source: DEMONSTRATION,
        demonstration: true,
      }),
    ),
    ...territoires.departements.map(
      ({ code, maille, nom }): OrganisationConnue => ({
        id: `direction-territoriale-${code}`,
        type: 'OPERATEUR',
        partenaire: 'pole-emploi',
        noms: [
          { nom: `Pôle emploi, direction territoriale, ${nom}`, du: ORIGINE },
          { nom: `France Travail, direction territoriale, ${nom}`, du: '2024-01-01' },
        ],
        territoire: { code, maille },
        sujets: ['emploi', 'recrutement', 'entreprises', 'formation'],
        contact: SANS_CONTACT,
        roles: [],
        source: DEMONSTRATION,
        demonstration: true,
      }),
    ),
  ];
}

const REGION_DU_COMMUNIQUE = '32';

function signataires(territoire: CleTerritoire): OrganisationConnue[] {
  const enFonction = (
    id: string,
    fonction: string,
    titulaire: string,
    alias: RoleTenu['alias'] = [],
  ): RoleTenu => ({
    id,
    fonction,
    titulaire,
    alias,
    du: '2023-06-08',
    au: null,
    source: COMMUNIQUE,
  });
  return [
    {
      id: 'prefecture-de-region',
      type: 'SERVICE_ETAT',
      partenaire: 'etat',
      noms: [{ nom: 'Préfecture de la région Hauts-de-France', du: ORIGINE }],
      territoire,
      sujets: ['emploi', 'protocole', 'communication'],
      contact: {
        telephone: '03 20 30 52 50',
        courriel: 'pref-communication@nord.gouv.fr',
        adresse: '12-14, rue Jean sans Peur, CS 20003, 59 039 LILLE Cedex',
      },
      roles: [
        enFonction(
          'prefet-de-region-1',
          'Préfet de la région Hauts-de-France, préfet du Nord, copilote du SPER',
          'Georges-François Leclerc',
        ),
      ],
      source: COMMUNIQUE,
      demonstration: false,
    },
    {
      id: 'conseil-regional',
      type: 'COLLECTIVITE',
      partenaire: 'region',
      noms: [{ nom: 'Région Hauts-de-France', du: ORIGINE }],
      territoire,
      sujets: ['formation', 'orientation', 'développement économique', 'mobilité'],
      contact: SANS_CONTACT,
      roles: [
        enFonction(
          'president-de-region-1',
          'Président de la Région Hauts-de-France, copilote du SPER',
          'Xavier Bertrand',
        ),
      ],
      source: COMMUNIQUE,
      demonstration: false,
    },
    {
      id: 'operateur-regional',
      type: 'OPERATEUR',
      partenaire: 'pole-emploi',
      noms: [
        { nom: 'Pôle emploi Hauts-de-France', du: ORIGINE },
        { nom: 'France Travail Hauts-de-France', du: '2024-01-01' },
      ],
      territoire,
      sujets: ['emploi', 'recrutement', 'entreprises', 'formation'],
      contact: SANS_CONTACT,
      roles: [
        enFonction(
          'directeur-regional-1',
          'Directeur régional de Pôle emploi Hauts-de-France',
          'Frédéric Daniel',
          [{ nom: 'Frédéric Danel', source: source('Pôle emploi et presse régionale') }],
        ),
      ],
      source: COMMUNIQUE,
      demonstration: false,
    },
    {
      id: 'rectorat',
      type: 'RECTORAT',
      partenaire: 'etat',
      noms: [{ nom: 'Rectorat de région académique', du: ORIGINE }],
      territoire,
      sujets: ['orientation', 'formation initiale', 'apprentissage'],
      contact: SANS_CONTACT,
      roles: [
        {
          id: 'recteur-1',
          fonction: 'Recteur de région académique, copilote du SPER',
          titulaire: null,
          alias: [],
          du: '2023-06-08',
          au: null,
          source: COMMUNIQUE,
        },
      ],
      source: COMMUNIQUE,
      demonstration: false,
    },
    {
      id: 'c2rp',
      type: 'CARIF_OREF',
      partenaire: null,
      noms: [{ nom: 'C2RP, Carif-Oref Hauts-de-France', du: ORIGINE }],
      territoire,
      sujets: ['formation', 'orientation', 'observation'],
      contact: SANS_CONTACT,
      roles: [],
      source: source('c2rp.fr', 'https://www.c2rp.fr'),
      demonstration: false,
    },
  ];
}
