type Partenaire = 'ETAT' | 'REGION' | 'POLE_EMPLOI';

const EMPREINTE = 'a3f1'.repeat(16);
const AUTRE_EMPREINTE = '0bd2'.repeat(16);

const page = (nodes: readonly unknown[]): object => ({
  nodes,
  pageInfo: { hasNextPage: false, endCursor: null },
});

const ENGAGEMENTS = Array.from({ length: 23 }, (_, rang) => ({
  code: `E${String(rang + 1).padStart(2, '0')}`,
  numero: rang + 1,
  libelle: `Engagement ${rang + 1}, libellé de démonstration`,
  texteOfficiel: false,
  source: null,
  enjeu: { numero: 1 + (rang % 4), libelle: 'enjeu' },
  pilote: 'POLE_EMPLOI' as Partenaire,
  copilotes: ['REGION'] as Partenaire[],
  echeance: '2023-12-31',
  retireLe: rang === 22 ? '2023-11-30' : null,
  liensIndicateurs: [{ partenaire: 'ETAT', code: 'apprentis' }],
}));

const validation = (empreinte: string): object => ({
  empreinte,
  auteur: 'Chargé de mission, conseil régional',
  le: '2023-12-14T09:00:00Z',
  perimee: false,
});

/** An avenant that the three houses are reading, and that two have not validated. */
export function unAvenant(precisions: object = {}): object {
  return {
    id: 'protocole-2023:avenant-1',
    numero: 1,
    nature: 'AVENANT',
    etat: 'PROPOSE',
    objet: 'Préciser l’échéance de l’engagement E07',
    source: null,
    version: 2,
    empreinte: EMPREINTE,
    auteur: 'Chef de projet, préfecture de région',
    modifieLe: '2023-12-13T09:00:00Z',
    proposeLe: '2023-12-13T10:00:00Z',
    publieLe: null,
    demonstration: true,
    manquantes: ['ETAT', 'POLE_EMPLOI'],
    changements: [
      {
        sujet: 'E07',
        champ: 'libelle',
        avant: 'Engagement 7, libellé de démonstration',
        apres: 'Engagement 7, libellé précisé',
      },
      { sujet: 'E07', champ: 'echeance', avant: '2023-12-31', apres: '2024-06-30' },
      { sujet: 'E07', champ: 'pilote', avant: 'pole-emploi', apres: 'region' },
      { sujet: 'E24', champ: 'libelle', avant: '', apres: 'Ouvrir les ateliers' },
      { sujet: 'E24', champ: 'enjeu', avant: '', apres: '1' },
      { sujet: 'E24', champ: 'pilote', avant: '', apres: 'region' },
      { sujet: 'E24', champ: 'copilotes', avant: '', apres: '[]' },
      { sujet: 'E24', champ: 'echeance', avant: '', apres: '2025-01-31' },
    ],
    validationEtat: null,
    validationRegion: validation(EMPREINTE),
    validationPoleEmploi: null,
    ...precisions,
  };
}

/**
 * The text, its three originals and its avenants, as the graph gives them.
 *
 * @param options.altere - the Région holds another wording of E07
 */
export function duTexte(
  options: {
    avenants?: readonly object[];
    altere?: boolean;
    /** Told each writing of an avenant; answers what the house refuses. */
    ecrire?: (input: unknown) => readonly object[];
  } = {},
) {
  const { avenants = [unAvenant()], altere = false, ecrire = () => [] } = options;
  const original = (autre = false): object => ({
    version: 1,
    empreinte: autre ? AUTRE_EMPREINTE : EMPREINTE,
    conforme: true,
    enregistreLe: '2023-06-08T10:00:00Z',
    passages: ENGAGEMENTS.map(({ code, libelle }) => ({
      sujet: code,
      champ: 'libelle',
      texte: autre && code === 'E07' ? 'Engagement 7, libellé glissé dans la base' : libelle,
    })),
  });
  const engagement = ({ code }: { code: string }): object | null =>
    ENGAGEMENTS.find((un) => un.code === code) ?? null;
  return (): Record<string, unknown> => ({
    protocole: {
      id: 'protocole-2023',
      intitule: 'Protocole de préfiguration France Travail dans les Hauts-de-France',
      signeLe: '2023-06-08',
      lieu: 'Polytech Lille, Villeneuve-d’Ascq',
      source: 'Communiqué du 9 juin 2023',
      texteOfficiel: false,
      enPresenceDe: ['le haut-commissaire'],
      signataires: [
        { fonction: 'Préfet de région', organisation: 'Préfecture de région', partenaire: 'ETAT' },
        { fonction: 'Directeur régional', organisation: 'Pôle emploi', partenaire: 'POLE_EMPLOI' },
      ],
      etapes: [],
      originalEtat: original(),
      originalRegion: original(altere),
      originalPoleEmploi: original(),
      version: 1,
      versions: [
        {
          numero: 1,
          nature: 'SIGNATURE',
          avenant: null,
          enVigueurLe: '2023-06-08',
          empreinte: EMPREINTE,
          source: 'Libellés de démonstration',
        },
      ],
      originauxEtat: [original()],
      originauxRegion: [original(altere)],
      originauxPoleEmploi: [original()],
      texte: { numero: 1, enVigueurLe: '2023-06-08', engagements: ENGAGEMENTS },
    },
    enjeux: [1, 2, 3, 4].map((numero) => ({
      numero,
      libelle: `enjeu ${numero}`,
      texteOfficiel: true,
      source: 'Communiqué du 9 juin 2023',
    })),
    engagements: ENGAGEMENTS.map((un) => ({
      ...un,
      contributionEtat: null,
      contributionRegion: null,
      contributionPoleEmploi: null,
    })),
    engagement,
    avenants: page(avenants),
    modifierAvenant: ({ input }: { input: unknown }): object => {
      const erreurs = ecrire(input);
      return { avenant: avenants[0] ?? null, refus: erreurs[0] ?? null, erreurs };
    },
  });
}
