import { estPartenaire, sujetPartenaireLe } from '@passerelle/identity';
import { z } from 'zod';
import type { GrapheDeService } from '../../actes/domain/graphe-de-service.js';
import { jourEnMots } from '../../lettre/domain/ecrire-lettre.js';
import type { DossierLu } from '../domain/dossier.js';

const maison = z.enum(['ETAT', 'REGION', 'POLE_EMPLOI']);
const CODES = { ETAT: 'etat', REGION: 'region', POLE_EMPLOI: 'pole-emploi' } as const;

const SEANCE = `query DossierParCourriel($id: ID!) {
  seance(id: $id) {
    id jour lieu objet demonstration
    instance { nom territoire { code maille } }
    points { titre duree partenaire rang }
    precedente { jour decisions(first: 100) { nodes { numero texte responsable statut echeance } } }
  }
}`;
const decision = z.object({
  numero: z.number(),
  texte: z.string(),
  responsable: maison,
  statut: z.string(),
  echeance: z.string().nullable(),
});
const seance = z.object({
  seance: z
    .object({
      id: z.string(),
      jour: z.string(),
      lieu: z.string().nullable(),
      objet: z.string().nullable(),
      demonstration: z.boolean(),
      instance: z.object({
        nom: z.string(),
        territoire: z.object({ code: z.string(), maille: z.string() }),
      }),
      points: z.array(
        z.object({
          titre: z.string(),
          duree: z.number().nullable(),
          partenaire: maison,
          rang: z.number(),
        }),
      ),
      precedente: z
        .object({ jour: z.string(), decisions: z.object({ nodes: z.array(decision) }) })
        .nullable(),
    })
    .nullable(),
});

const VALEUR = `{ periode valeur masque dateValeur source indicateur { libelle unite methode } }`;
const AUTOUR = `query AutourDuDossier(
  $code: ID!, $maille: Maille!, $territoire: CleTerritoire!, $le: Date!) {
  retards: decisions(territoire: $territoire, enRetardLe: $le, first: 50) {
    nodes { numero texte responsable statut echeance } }
  territoire(code: $code, maille: $maille) {
    etat: indicateursEtat(le: $le) ${VALEUR}
    region: indicateursRegion(le: $le) ${VALEUR}
    poleEmploi: indicateursPoleEmploi(le: $le) ${VALEUR}
  }
}`;
const valeurs = z
  .array(
    z.object({
      periode: z.string(),
      valeur: z.number().nullable(),
      masque: z.boolean(),
      dateValeur: z.string(),
      source: z.string(),
      indicateur: z.object({ libelle: z.string(), unite: z.string(), methode: z.string() }),
    }),
  )
  .nullable();
const autour = z.object({
  retards: z.object({ nodes: z.array(decision) }).nullable(),
  territoire: z.object({ etat: valeurs, region: valeurs, poleEmploi: valeurs }).nullable(),
});

const NOMBRE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/**
 * A session's dossier, by the graph, in the house's own name. What people wrote freely in the
 * minutes stays in the portal: a mail goes further than one thinks.
 *
 * @param le - civil date of what is late, and of the figures
 * @returns null for a session that nobody knows
 * @throws GrapheInjoignable, ZodError when the graph's answer is not whole
 */
export async function lireDossier(
  graphe: GrapheDeService,
  id: string,
  le: string,
): Promise<DossierLu | null> {
  const premiere = await graphe.demander(SEANCE, { id });
  const lue = seance.parse(premiere.data).seance;
  if (lue === null) return null;
  const { territoire, nom } = lue.instance;
  const suite = await graphe.demander(AUTOUR, { ...territoire, territoire, le });
  const { retards, territoire: chiffres } = autour.parse(suite.data);
  const manquants = new Set(
    [...premiere.erreurs, ...suite.erreurs].flatMap(({ partenaire }) => partenaire ?? []),
  );
  // As the houses are called on the day of the dossier.
  const nomDe = (une: z.infer<typeof maison>): string => sujetPartenaireLe(CODES[une], le);
  const ligneDeDecision = ligneAvec(nomDe);
  const parMaison = [
    [nomDe('ETAT'), chiffres?.etat],
    [nomDe('REGION'), chiffres?.region],
    [nomDe('POLE_EMPLOI'), chiffres?.poleEmploi],
  ] as const;
  return {
    seance: lue.id,
    instance: nom,
    jour: lue.jour,
    lieu: lue.lieu,
    objet: lue.objet,
    territoire,
    demonstration: lue.demonstration,
    absents: [...manquants]
      .map((partenaire) =>
        estPartenaire(partenaire) ? sujetPartenaireLe(partenaire, le) : partenaire,
      )
      .sort(),
    parties: [
      {
        titre: 'Ordre du jour',
        colonnes: ['Point', 'Proposé par', 'Durée'],
        lignes: [...lue.points]
          .sort((a, b) => a.rang - b.rang)
          .map(({ titre, partenaire, duree, rang }) => [
            `${rang}. ${titre}`,
            nomDe(partenaire),
            duree === null ? '' : `${duree} min`,
          ]),
        rien: 'Aucun point n’est encore proposé.',
      },
      {
        titre: 'Décisions en retard',
        colonnes: ['Décision', 'Responsable', 'Attendue le'],
        lignes: (retards?.nodes ?? []).map(ligneDeDecision),
        rien: 'Aucune.',
      },
      {
        titre: 'Chiffres du territoire',
        colonnes: ['Chiffre', 'Valeur', 'Maison, source, méthode et date'],
        lignes: parMaison.flatMap(([nomDeMaison, lus]) =>
          (lus ?? []).map(({ indicateur, periode, valeur, masque, source, dateValeur }) => [
            `${indicateur.libelle}, ${periode}`,
            masque || valeur === null
              ? 'non communiqué'
              : `${NOMBRE.format(valeur)} ${indicateur.unite}`,
            `${nomDeMaison}. ${source}. ${indicateur.methode} Arrêté au ${jourEnMots(dateValeur)}.`,
          ]),
        ),
        rien: 'Aucun chiffre n’est communiqué pour ce territoire.',
      },
      {
        titre:
          lue.precedente === null
            ? 'Séance précédente'
            : `Décisions de la séance du ${jourEnMots(lue.precedente.jour)}`,
        colonnes: ['Décision', 'Responsable', 'Attendue le'],
        lignes: (lue.precedente?.decisions.nodes ?? []).map(ligneDeDecision),
        rien:
          lue.precedente === null
            ? 'Aucune séance n’a encore été tenue.'
            : 'Aucune décision n’y a été enregistrée.',
      },
    ],
  };
}

const ligneAvec =
  (nomDe: (une: z.infer<typeof maison>) => string) =>
  ({ numero, texte, responsable, echeance }: z.infer<typeof decision>): readonly string[] => [
    `${numero}. ${texte}`,
    nomDe(responsable),
    echeance === null ? 'sans échéance' : jourEnMots(echeance),
  ];
