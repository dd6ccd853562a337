import type { Cellule, Colonne } from '@passerelle/portal-files';
import {
  celluleJour,
  ceQuiManque,
  client,
  LIBELLES_ETAT_FICHE,
  LIBELLES_ISSUE,
  LIBELLES_STATUT_FICHE,
  lireListeEntiere,
  nAPasRepondu,
  nomPartenaire,
  type SuiviDeLecture,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import { type FicheListee, LISTES, type VariablesDesFiches } from './fiche-listee.js';

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

/** Every fiche that the filters keep, read to the last page, house by house; one away is named. */
export async function lireFichesEnFichier(
  maisons: readonly Partenaire[],
  variables: VariablesDesFiches,
  suivi: SuiviDeLecture,
): Promise<TableauAExporter> {
  const lues: { maison: Partenaire; fiche: FicheListee }[] = [];
  const remarques: string[] = [];
  for (const maison of maisons) {
    const deja = lues.length;
    const liste = await lireListeEntiere(
      client,
      LISTES[maison],
      variables,
      (donnees) => donnees.fiches,
      { signal: suivi.signal, avancer: (nombre) => suivi.avancer(deja + nombre) },
    ).catch((cause: unknown) => {
      if (suivi.signal.aborted || maisons.length === 1) throw cause;
      return null;
    });
    if (liste === null) remarques.push(nAPasRepondu(maison));
    else {
      lues.push(...liste.elements.map((fiche) => ({ maison, fiche })));
      remarques.push(...ceQuiManque(liste));
    }
  }
  return { ...fichesEnTableau(lues), remarques };
}

/** A row a fiche; what it holds several of is on its own sheet. */
export function fichesEnTableau(
  lues: readonly { maison: Partenaire; fiche: FicheListee }[],
): TableauAExporter {
  return {
    colonnes: COLONNES,
    lignes: lues.map(({ maison, fiche }) => ligneDe(maison, fiche)),
    autresFeuilles: [
      {
        nom: 'Étapes',
        colonnes: COLONNES_ETAPES,
        lignes: lues.flatMap(({ fiche }) => etapesDe(fiche)),
      },
      {
        nom: 'Budget',
        colonnes: COLONNES_BUDGET,
        lignes: lues.flatMap(({ fiche }) => budgetDe(fiche)),
      },
    ],
  };
}

function ligneDe(maison: Partenaire, fiche: FicheListee): Cellule[] {
  return [
    nomPartenaire(maison),
    fiche.id,
    fiche.titre,
    fiche.engagement.code,
    LIBELLES_ETAT_FICHE[fiche.etat],
    LIBELLES_STATUT_FICHE[fiche.statut],
    celluleJour(fiche.debut),
    celluleJour(fiche.fin),
    ouiNon(fiche.experimental),
    ouiNon(fiche.evaluationEnRetard),
    fiche.issue ? LIBELLES_ISSUE[fiche.issue] : null,
    fiche.budgetTotalEuros,
    fiche.territoires.map(({ nom }) => nom).join(', '),
    celluleJour(fiche.modifieLe),
    ouiNon(fiche.demonstration),
  ];
}

function etapesDe({ id, etapes }: FicheListee): Cellule[][] {
  return etapes.map(({ titre, echeance, faiteLe }, rang) => [
    id,
    rang + 1,
    titre,
    celluleJour(echeance),
    celluleJour(faiteLe),
  ]);
}

function budgetDe({ id, budget }: FicheListee): Cellule[][] {
  return budget.map(({ source, annee, montantEuros }) => [id, source, annee ?? null, montantEuros]);
}

function ouiNon(vrai: boolean): string {
  return vrai ? 'oui' : 'non';
}
