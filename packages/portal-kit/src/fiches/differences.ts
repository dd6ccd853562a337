import { LIBELLES_VISIBILITE, type Visibilite } from '../contribution/contribution.js';
import { formaterDate, formaterNombre } from '../formats/formats.js';
import {
  type IssueFiche,
  LIBELLES_ISSUE,
  LIBELLES_STATUT_FICHE,
  type LigneBudgetLue,
  type StatutFiche,
} from './fiche.js';

/** What two versions of a fiche are compared on; what a draft has not is absent. */
export interface FicheComparable {
  titre: string;
  objet?: string | null;
  statut: StatutFiche;
  debut?: string | null;
  fin?: string | null;
  experimental: boolean;
  etapes: readonly { titre: string; echeance?: string | null; faiteLe?: string | null }[];
  budget: readonly LigneBudgetLue[];
  /** Their names. */
  territoires: readonly string[];
  visibilite: Visibilite;
  evaluation?: { texte: string; le: string } | null;
  issue?: IssueFiche | null;
  motifIssue?: string | null;
}

/** A field that two versions do not say alike, in words; one line for each element of a list. */
export interface Difference {
  champ: string;
  avant: readonly string[];
  apres: readonly string[];
}

type Champ = readonly [nom: string, lire: (fiche: FicheComparable) => readonly string[]];

const CHAMPS: readonly Champ[] = [
  ['Titre', ({ titre }) => [titre]],
  ['Objet', ({ objet }) => texte(objet)],
  ['Où en est l’action', ({ statut }) => [LIBELLES_STATUT_FICHE[statut]]],
  ['Début', ({ debut }) => jour(debut)],
  ['Fin', ({ fin }) => jour(fin)],
  ['Nature', ({ experimental }) => [experimental ? 'expérimentale' : 'ordinaire']],
  ['Étapes', ({ etapes }) => etapes.map(ecrireEtape)],
  ['Budget', ({ budget }) => budget.map(ecrireLigne)],
  ['Territoires', ({ territoires }) => territoires],
  ['Lue par', ({ visibilite }) => [LIBELLES_VISIBILITE[visibilite].nom.toLowerCase()]],
  [
    'Évaluation',
    ({ evaluation }) =>
      evaluation ? [`${formaterDate(evaluation.le)} : ${evaluation.texte}`] : [],
  ],
  ['Issue', ({ issue }) => (issue ? [LIBELLES_ISSUE[issue]] : [])],
  ['Motif de l’issue', ({ motifIssue }) => texte(motifIssue)],
];

/** What changes from one version to the other, in the order of the fiche; empty when nothing does. */
export function differences(avant: FicheComparable, apres: FicheComparable): Difference[] {
  return CHAMPS.map(([champ, lire]) => ({ champ, avant: lire(avant), apres: lire(apres) })).filter(
    (difference) => difference.avant.join('\n') !== difference.apres.join('\n'),
  );
}

function texte(valeur: string | null | undefined): readonly string[] {
  return valeur ? [valeur] : [];
}

function jour(valeur: string | null | undefined): readonly string[] {
  return valeur ? [formaterDate(valeur)] : [];
}

function ecrireEtape({ titre, echeance, faiteLe }: FicheComparable['etapes'][number]): string {
  const dates = [
    ...(echeance ? [`prévue le ${formaterDate(echeance)}`] : []),
    ...(faiteLe ? [`faite le ${formaterDate(faiteLe)}`] : []),
  ];
  return [titre, ...dates].join(', ');
}

function ecrireLigne({ montantEuros, source, annee }: LigneBudgetLue): string {
  const montant = `${formaterNombre(montantEuros)} euros, ${source}`;
  return annee ? `${montant}, ${annee}` : montant;
}
