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
      { montantEuros: 180_000, source: 'Région, programme régional de formation' },
      { montantEuros: 60_000, source: 'Branches professionnelles' },
    ],
    budgetTotalEuros: 240_000,
    territoires: [VALENCIENNES],
    auteur: 'Conseil régional, chargé de mission formation',
    modifieLe: '2023-11-20T09:00:00Z',
    publieLe: '2023-11-20T10:00:00Z',
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
              {
                id: 'etat:observation-1',
                texte: 'Deux CFA demandent à rejoindre le parcours.',
                auteur: 'Préfecture de région, chef de projet',
                ecriteLe: '2023-12-06T09:20:00Z',
                demonstration: true,
              },
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
