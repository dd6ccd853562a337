import {
  type Cellule,
  type Colonne,
  ecrireCsv,
  ecrireXlsx,
  nomDeFichier,
  telecharger,
} from '@passerelle/portal-files';
import {
  client,
  LIBELLES_ETAT_FICHE,
  LIBELLES_ISSUE,
  LIBELLES_STATUT_FICHE,
  nomPartenaire,
} from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import {
  type FicheListee,
  type LectureDesFiches,
  LISTES,
  type VariablesDesFiches,
} from './fiche-listee.js';

const COLONNES: readonly Colonne[] = [
  { titre: 'Maison', largeur: 14 },
  { titre: 'Fiche', largeur: 22 },
  { titre: 'Titre', largeur: 50 },
  { titre: 'Engagement', largeur: 12 },
  { titre: 'Publication', largeur: 12 },
  { titre: 'Statut', largeur: 12 },
  { titre: 'Début', largeur: 12 },
  { titre: 'Fin', largeur: 12 },
  { titre: 'Expérimentale', largeur: 14 },
  { titre: 'Évaluation en retard', largeur: 18 },
  { titre: 'Issue', largeur: 14 },
  { titre: 'Budget (euros)', largeur: 14 },
  { titre: 'Territoires', largeur: 40 },
  { titre: 'Modifiée le', largeur: 12 },
  { titre: 'Démonstration', largeur: 14 },
];

/** What has several lines in a fiche has its own sheet, tied by the fiche's identifier. */
const COLONNES_ETAPES: readonly Colonne[] = [
  { titre: 'Fiche', largeur: 22 },
  { titre: 'Rang', largeur: 8 },
  { titre: 'Étape', largeur: 50 },
  { titre: 'Prévue le', largeur: 12 },
  { titre: 'Faite le', largeur: 12 },
];
const COLONNES_BUDGET: readonly Colonne[] = [
  { titre: 'Fiche', largeur: 22 },
  { titre: 'Source', largeur: 50 },
  { titre: 'Année', largeur: 10 },
  { titre: 'Montant (euros)', largeur: 16 },
];

export interface ExportDeFiches {
  /** Houses that did not answer: what is missing is said, never left out in silence. */
  absentes: readonly Partenaire[];
}

/**
 * Hands over every fiche that the filters keep, read to the last page, house by house.
 *
 * @param jour - civil day, in the name of the file
 */
export async function exporterFiches(
  format: 'csv' | 'xlsx',
  maisons: readonly Partenaire[],
  variables: VariablesDesFiches,
  jour: string,
): Promise<ExportDeFiches> {
  const lues: FicheListee[] = [];
  const lignes: Cellule[][] = [];
  const absentes: Partenaire[] = [];
  for (const maison of maisons) {
    const fiches = await toutes(maison, variables);
    if (fiches === null) {
      absentes.push(maison);
      continue;
    }
    lues.push(...fiches);
    lignes.push(...fiches.map((fiche) => ligneDe(maison, fiche)));
  }
  const nom = nomDeFichier(['fiches-action', jour], format);
  if (format === 'csv') telecharger(ecrireCsv(COLONNES, lignes), nom);
  else {
    const classeur = await ecrireXlsx([
      { nom: 'Fiches action', colonnes: COLONNES, lignes },
      { nom: 'Étapes', colonnes: COLONNES_ETAPES, lignes: lues.flatMap(etapesDe) },
      { nom: 'Budget', colonnes: COLONNES_BUDGET, lignes: lues.flatMap(budgetDe) },
    ]);
    telecharger(classeur, nom);
  }
  return { absentes };
}

async function toutes(
  maison: Partenaire,
  variables: VariablesDesFiches,
): Promise<FicheListee[] | null> {
  const fiches: FicheListee[] = [];
  let page = await lirePage(maison, { ...variables, after: null });
  while (page !== null) {
    fiches.push(...page.nodes);
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return fiches;
    page = await lirePage(maison, { ...variables, after: endCursor });
  }
  return null;
}

async function lirePage(
  maison: Partenaire,
  variables: VariablesDesFiches,
): Promise<LectureDesFiches['fiches']> {
  const { data } = await client
    .query(LISTES[maison], variables, { requestPolicy: 'network-only' })
    .toPromise();
  return data?.fiches ?? null;
}

function ligneDe(maison: Partenaire, fiche: FicheListee): Cellule[] {
  return [
    nomPartenaire(maison),
    fiche.id,
    fiche.titre,
    fiche.engagement.code,
    LIBELLES_ETAT_FICHE[fiche.etat],
    LIBELLES_STATUT_FICHE[fiche.statut],
    jourOuRien(fiche.debut),
    jourOuRien(fiche.fin),
    ouiNon(fiche.experimental),
    ouiNon(fiche.evaluationEnRetard),
    fiche.issue ? LIBELLES_ISSUE[fiche.issue] : null,
    fiche.budgetTotalEuros,
    fiche.territoires.map(({ nom }) => nom).join(', '),
    { jour: fiche.modifieLe.slice(0, 10) },
    ouiNon(fiche.demonstration),
  ];
}

function etapesDe({ id, etapes }: FicheListee): Cellule[][] {
  return etapes.map(({ titre, echeance, faiteLe }, rang) => [
    id,
    rang + 1,
    titre,
    jourOuRien(echeance),
    jourOuRien(faiteLe),
  ]);
}

function budgetDe({ id, budget }: FicheListee): Cellule[][] {
  return budget.map(({ source, annee, montantEuros }) => [id, source, annee ?? null, montantEuros]);
}

function jourOuRien(jour: string | null | undefined): Cellule {
  return jour ? { jour } : null;
}

function ouiNon(vrai: boolean): string {
  return vrai ? 'oui' : 'non';
}
