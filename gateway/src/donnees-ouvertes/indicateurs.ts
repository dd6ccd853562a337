import { z } from 'zod';
import {
  type Colonne,
  connexion,
  type Demander,
  lireReponse,
  type PageDeLignes,
  pagesDe,
  type TablePublique,
  tablePublique,
} from './jeu-de-donnees.js';

const definition = z.object({
  code: z.string(),
  libelle: z.string(),
  unite: z.string(),
  perimetre: z.string(),
  methode: z.string(),
  periodes: z.array(z.string()),
});
const catalogue = z.array(definition).nullable();
const catalogues = z.object({ etat: catalogue, region: catalogue, poleEmploi: catalogue });

const valeur = z.object({
  periode: z.string(),
  debut: z.string(),
  fin: z.string(),
  valeur: z.number().nullable(),
  masque: z.boolean(),
  calculee: z.boolean(),
  dateValeur: z.string(),
  source: z.string(),
  demonstration: z.boolean(),
  territoire: z.object({ code: z.string(), maille: z.string(), nom: z.string() }),
  ventilations: z.array(
    z.object({
      dimension: z.string(),
      modalite: z.string(),
      valeur: z.number().nullable(),
      masque: z.boolean(),
    }),
  ),
});
const valeurs = z.object({ indicateur: z.object({ valeurs: connexion(valeur) }) });

interface Ligne {
  readonly maison: string;
  readonly definition: z.infer<typeof definition>;
  readonly mesure: z.infer<typeof valeur>;
  readonly dimension: string | null;
  readonly modalite: string | null;
  readonly valeur: number | null;
  readonly masque: boolean;
}

const MAISONS = [
  { code: 'ETAT', suffixe: 'Etat', cle: 'etat' },
  { code: 'REGION', suffixe: 'Region', cle: 'region' },
  { code: 'POLE_EMPLOI', suffixe: 'PoleEmploi', cle: 'poleEmploi' },
] as const;

const CATALOGUES = `query DonneesOuvertesCatalogues {
  ${MAISONS.map(
    ({ cle, suffixe }) =>
      `${cle}: indicateurs${suffixe} { code libelle unite perimetre methode periodes }`,
  ).join('\n  ')}
}`;

const valeursDe = (suffixe: string): string => `query DonneesOuvertesValeurs${suffixe}(
  $code: ID!, $periode: String!, $le: Date!, $after: String) {
  indicateur: indicateur${suffixe}(code: $code) {
    valeurs(periode: $periode, le: $le, first: 100, after: $after) {
      nodes {
        periode debut fin valeur masque calculee dateValeur source demonstration
        territoire { code maille nom }
        ventilations { dimension modalite valeur masque }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** Whatever the day on which the portal opens, what is published is public. */
const TOUT = '9999-12-31';

/**
 * Every value that each house has published, one indicator and one period at a time. What is hidden
 * was hidden by its own house before it was published: there is nothing here to hide.
 */
async function* lire(demander: Demander): AsyncGenerator<PageDeLignes<Ligne>> {
  const answer = await demander(CATALOGUES, {});
  const lus = lireReponse(catalogues, answer);
  // Before any row: what is missing is said first.
  yield { lignes: [], manquants: answer.manquants };
  for (const { cle, code: maison, suffixe } of MAISONS) {
    const document = valeursDe(suffixe);
    for (const indicateur of lus[cle] ?? []) {
      for (const periode of indicateur.periodes) {
        const pages = pagesDe(demander, {
          document,
          variables: { code: indicateur.code, periode, le: TOUT },
          reponse: valeurs,
          page: ({ indicateur: { valeurs: page } }) => page,
        });
        for await (const { lignes, manquants } of pages) {
          yield {
            manquants,
            lignes: lignes.flatMap((mesure) => lignesDe(maison, indicateur, mesure)),
          };
        }
      }
    }
  }
}

function lignesDe(
  maison: string,
  indicateur: z.infer<typeof definition>,
  mesure: z.infer<typeof valeur>,
): Ligne[] {
  const commun = { maison, definition: indicateur, mesure };
  const { valeur: total, masque, ventilations } = mesure;
  return [
    { ...commun, dimension: null, modalite: null, valeur: total, masque },
    ...ventilations.map((cellule) => ({ ...commun, ...cellule })),
  ];
}

const colonne = (
  nom: string,
  type: Colonne<Ligne>['type'],
  titre: string,
  description: string,
  lireValeur: Colonne<Ligne>['valeur'],
  obligatoire = true,
): Colonne<Ligne> => ({ nom, type, titre, description, obligatoire, valeur: lireValeur });

export const INDICATEURS: TablePublique = tablePublique<Ligne>({
  id: 'indicateurs',
  titre: 'Valeurs publiées des indicateurs',
  description:
    'Chaque valeur que les trois maisons ont publiée, avec sa maison, sa méthode, son unité, sa maille, sa période, sa source et sa date. Un effectif trop petit, ou qui en ferait deviner un, y est masqué : sa valeur est vide.',
  pages: lire,
  colonnes: [
    colonne(
      'maison',
      'string',
      'Maison',
      'Maison qui publie : ETAT, REGION ou POLE_EMPLOI.',
      (l) => l.maison,
    ),
    colonne(
      'indicateur',
      'string',
      'Indicateur',
      'Code stable de l’indicateur dans sa maison.',
      (l) => l.definition.code,
    ),
    colonne('libelle', 'string', 'Libellé', 'Nom de l’indicateur.', (l) => l.definition.libelle),
    colonne('unite', 'string', 'Unité', 'Unité de la valeur.', (l) => l.definition.unite),
    colonne(
      'perimetre',
      'string',
      'Périmètre',
      'Ce qui est compté, et ce qui ne l’est pas.',
      (l) => l.definition.perimetre,
    ),
    colonne(
      'methode',
      'string',
      'Méthode',
      'Comment la valeur est établie.',
      (l) => l.definition.methode,
    ),
    colonne(
      'maille',
      'string',
      'Maille',
      'Maille du territoire.',
      (l) => l.mesure.territoire.maille,
    ),
    colonne(
      'territoire',
      'string',
      'Territoire',
      'Code INSEE du territoire.',
      (l) => l.mesure.territoire.code,
    ),
    colonne(
      'territoire_nom',
      'string',
      'Nom du territoire',
      'Nom du territoire.',
      (l) => l.mesure.territoire.nom,
    ),
    colonne(
      'periode',
      'string',
      'Période',
      'Telle que 2022, 2023-T3 ou 2023-10.',
      (l) => l.mesure.periode,
    ),
    colonne('debut', 'date', 'Début', 'Premier jour de la période.', (l) => l.mesure.debut),
    colonne('fin', 'date', 'Fin', 'Dernier jour de la période.', (l) => l.mesure.fin),
    colonne(
      'dimension',
      'string',
      'Ventilation',
      'SEXE, AGE ou ZONE ; TOUS pour l’ensemble.',
      (l) => l.dimension ?? 'TOUS',
    ),
    colonne(
      'modalite',
      'string',
      'Modalité',
      'Part de la ventilation ; TOUS pour l’ensemble.',
      (l) => l.modalite ?? 'TOUS',
    ),
    colonne(
      'valeur',
      'number',
      'Valeur',
      'Dans l’unité de l’indicateur ; vide quand elle est masquée.',
      (l) => l.valeur,
      false,
    ),
    colonne(
      'masquee',
      'boolean',
      'Masquée',
      'Vrai quand la valeur doit rester cachée.',
      (l) => l.masque,
    ),
    colonne(
      'calculee',
      'boolean',
      'Calculée',
      'Vrai pour une somme faite par le portail.',
      (l) => l.mesure.calculee,
    ),
    colonne(
      'date_valeur',
      'date',
      'Date de la valeur',
      'Jour auquel elle est arrêtée.',
      (l) => l.mesure.dateValeur,
    ),
    colonne('source', 'string', 'Source', 'D’où vient cette valeur.', (l) => l.mesure.source),
    colonne(
      'demonstration',
      'boolean',
      'Démonstration',
      'Vrai pour une valeur de démonstration.',
      (l) => l.mesure.demonstration,
    ),
  ],
  cle: ['maison', 'indicateur', 'maille', 'territoire', 'periode', 'dimension', 'modalite'],
});
