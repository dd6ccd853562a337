type Partenaire = 'etat' | 'region' | 'pole-emploi';

const PARTENAIRES: readonly Partenaire[] = ['etat', 'region', 'pole-emploi'];

const SUFFIXES: Readonly<Record<Partenaire, string>> = {
  etat: 'Etat',
  region: 'Region',
  'pole-emploi': 'PoleEmploi',
};

const VALENCIENNES = { code: '596', maille: 'ARRONDISSEMENT', nom: 'Valenciennes' };
const E07 = { code: 'E07', numero: 7, libelle: 'Développer l’alternance dans l’industrie' };

const page = (nodes: readonly unknown[]): object => ({
  nodes,
  pageInfo: { hasNextPage: false, endCursor: null },
});

/** A fiche as the graph gives it; the house decides of its names. */
export function uneFiche(maison: Partenaire, numero: number, precisions: object = {}): object {
  return {
    id: `${maison}:fiche-${numero}`,
    numero,
    version: 1,
    etat: 'PUBLIEE',
    renvoyee: false,
    vie: [
      acteDe('MODIFIER', 'Conseil régional, chargé de mission formation', '09:00'),
      acteDe('VALIDER', 'Conseil régional, responsable de service', '09:50'),
      acteDe('PUBLIER', 'Conseil régional, chargé de mission formation', '10:00'),
    ],
    visibilite: 'PUBLIC',
    titre: `Parcours d’alternance courts pour l’industrie, fiche ${numero}`,
    objet: 'Ouvrir des contrats de six à neuf mois, avec une remise à niveau.',
    engagement: E07,
    statut: 'EN_COURS',
    debut: '2023-07-01',
    fin: '2023-11-30',
    experimental: false,
    evaluationEnRetard: false,
    evaluation: null,
    issue: null,
    motifIssue: null,
    suite: null,
    prolonge: null,
    varianteDe: null,
    variantes: page([]),
    etapes: [
      { titre: 'Centres de formation retenus', echeance: '2023-08-31', faiteLe: '2023-08-25' },
      { titre: 'Deux cents contrats signés', echeance: null, faiteLe: null },
    ],
    budget: [
      { montantEuros: 180_000, source: 'Région, programme régional de formation', annee: 2023 },
      { montantEuros: 60_000, source: 'Branches professionnelles', annee: 2024 },
    ],
    budgetTotalEuros: 240_000,
    territoires: [VALENCIENNES],
    auteur: 'Conseil régional, chargé de mission formation',
    modifieLe: '2023-11-20T09:00:00Z',
    publieLe: '2023-11-20T10:00:00Z',
    demonstration: true,
    reponses: page([]),
    historique: page([]),
    ...precisions,
  };
}

function acteDe(acte: string, auteur: string, heure: string, motif: string | null = null): object {
  return { acte, auteur, faitLe: `2023-11-20T${heure}:00Z`, motif };
}

function uneObservation(id: string, precisions: object): object {
  return {
    id,
    version: 1,
    auteur: 'Préfecture de région, chef de projet',
    ecriteLe: '2023-12-06T09:20:00Z',
    corrigeeLe: null,
    retireeLe: null,
    anciensTextes: [],
    demonstration: true,
    ...precisions,
  };
}

function listeDe(maison: Partenaire) {
  const retard = uneFiche(maison, 2, { experimental: true, evaluationEnRetard: true });
  return ({ evaluationEnRetardLe }: { evaluationEnRetardLe?: string | null }): object =>
    page(evaluationEnRetardLe ? [retard] : [uneFiche(maison, 1), retard]);
}

/** The graph of three houses with their fiches. */
export function desFiches(): Record<string, unknown> {
  return {
    engagements: [E07],
    ...Object.fromEntries(
      PARTENAIRES.map((maison) => [`fichesAction${SUFFIXES[maison]}`, listeDe(maison)]),
    ),
    ficheActionRegion: ({ id }: { id: string }) =>
      id === 'region:fiche-1'
        ? uneFiche('region', 1, {
            experimental: true,
            evaluation: { texte: 'Neuf entreprises sur dix recommencent.', le: '2023-12-01' },
            issue: 'GENERALISEE',
            motifIssue: 'Délai tenu dans neuf cas sur dix.',
            suite: uneFiche('region', 3, { titre: 'Alternance courte, partout' }),
            variantes: page([uneFiche('region', 4, { titre: 'Alternance courte – Valenciennes' })]),
            observationsEtat: page([
              uneObservation('etat:observation-3', {
                texte: 'Trois CFA demandent à rejoindre le parcours.',
                version: 2,
                corrigeeLe: '2023-12-07T09:20:00Z',
                anciensTextes: [
                  {
                    texte: 'Deux CFA demandent à rejoindre le parcours.',
                    ecritLe: '2023-12-06T09:20:00Z',
                  },
                ],
              }),
              uneObservation('etat:observation-2', {
                texte: 'Le lieu manque.',
                retireeLe: '2023-12-08T09:20:00Z',
              }),
            ]),
            reponses: page([
              {
                observation: 'etat:observation-3',
                texte: 'Ils entrent dans la liste de janvier.',
                auteur: 'Conseil régional, chargé de mission formation',
                ecriteLe: '2023-12-08T10:30:00Z',
                demonstration: true,
              },
            ]),
            historique: page([
              uneFiche('region', 1, {
                version: 2,
                budget: [{ montantEuros: 200_000, source: 'Région', annee: 2024 }],
              }),
              uneFiche('region', 1, { visibilite: 'PARTENAIRES' }),
            ]),
            observationsPoleEmploi: null,
            avisEtat: page([
              avis('Organisation de salariés A', 'FAVORABLE'),
              avis('Organisation d’employeurs B', 'RESERVE'),
              avis('Organisation d’employeurs C', 'DEFAVORABLE'),
            ]),
          })
        : null,
  };
}

function avis(organisation: string, sens: string): object {
  return { organisation, sens, motif: null, donneLe: '2023-11-30', demonstration: true };
}
