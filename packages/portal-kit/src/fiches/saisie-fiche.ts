import type { Visibilite } from '../contribution/contribution.js';
import type { CleTerritoire } from '../territoire/territoire.js';
import { ecrireTerritoire, lireTerritoire } from '../territoire/territoire.js';
import {
  type EntreeFiche,
  type FicheLue,
  LIBELLES_STATUT_FICHE,
  type StatutFiche,
} from './fiche.js';

export interface EtapeSaisie {
  titre: string;
  echeance: string;
  faiteLe: string;
}

export interface LigneSaisie {
  montant: string;
  source: string;
  /** Budget year; empty when it is not said. */
  annee: string;
}

/** What the form holds, as typed; an empty date is no date. */
export interface SaisieFiche {
  titre: string;
  objet: string;
  statut: StatutFiche;
  debut: string;
  fin: string;
  experimental: boolean;
  etapes: readonly EtapeSaisie[];
  budget: readonly LigneSaisie[];
  /** « arrondissement:596 ». */
  territoires: readonly string[];
  visibilite: Visibilite;
}

// The owner's own rules, said before sending so that nobody loses time; it checks again.
export const LONGUEUR_TITRE_FICHE = 200;
export const LONGUEUR_OBJET_FICHE = 4_000;
export const MAX_ETAPES = 30;
export const MAX_LIGNES = 20;
const FIN_DES_EXPERIMENTATIONS = '2023-12-31';
const EUROS_MAX = 2_000_000_000;
const ANNEE_MIN = 2016;
const ANNEE_MAX = 2099;

export const STATUTS_FICHE: readonly StatutFiche[] = [
  'A_VENIR',
  'EN_COURS',
  'REALISEE',
  'EN_PAUSE',
  'ABANDONNEE',
];

export interface ErreursDeFiche {
  titre?: string;
  fin?: string;
  /** By rank. */
  etapes: Readonly<Record<number, string>>;
  budget: Readonly<Record<number, string>>;
}

export function saisieDeFiche(fiche: FicheLue | null): SaisieFiche {
  return {
    titre: fiche?.titre ?? '',
    objet: fiche?.objet ?? '',
    statut: fiche?.statut ?? 'A_VENIR',
    debut: fiche?.debut ?? '',
    fin: fiche?.fin ?? '',
    experimental: fiche?.experimental ?? false,
    etapes: (fiche?.etapes ?? []).map(({ titre, echeance, faiteLe }) => ({
      titre,
      echeance: echeance ?? '',
      faiteLe: faiteLe ?? '',
    })),
    budget: (fiche?.budget ?? []).map(({ montantEuros, source, annee }) => ({
      montant: String(montantEuros),
      source,
      annee: annee ? String(annee) : '',
    })),
    territoires: (fiche?.territoires ?? []).map(ecrireTerritoire),
    visibilite: fiche?.visibilite ?? 'PARTENAIRES',
  };
}

/** What would be refused. */
export function erreursDeFiche(saisie: SaisieFiche): ErreursDeFiche | null {
  const titre = saisie.titre.trim() === '' ? 'Donnez un titre à la fiche.' : undefined;
  const fin = erreurDeFin(saisie);
  const etapes = parRang(saisie.etapes, ({ titre: nom, echeance }) => {
    if (nom.trim() === '') return 'Dites ce qui est à faire, ou retirez l’étape.';
    if (echeance === '') return undefined;
    return (saisie.debut !== '' && echeance < saisie.debut) ||
      (saisie.fin !== '' && echeance > saisie.fin)
      ? 'Cette étape est prévue en dehors des dates de la fiche.'
      : undefined;
  });
  const budget = parRang(saisie.budget, ({ montant, source, annee }) => {
    if (lireMontant(montant) === null) return 'Écrivez un montant entier, en euros.';
    if (annee.trim() !== '' && lireAnnee(annee) === null) {
      return 'Écrivez une année de 2016 à 2099, ou laissez-la vide.';
    }
    return source.trim() === '' ? 'Dites qui finance, ou retirez la ligne.' : undefined;
  });
  const aucune =
    titre === undefined &&
    fin === undefined &&
    Object.keys(etapes).length + Object.keys(budget).length === 0;
  return aucune ? null : { ...(titre && { titre }), ...(fin && { fin }), etapes, budget };
}

function erreurDeFin({ debut, fin, experimental }: SaisieFiche): string | undefined {
  if (debut !== '' && fin !== '' && fin < debut) return 'La fin vient avant le début.';
  if (!experimental) return undefined;
  if (fin === '') return 'Une expérimentation porte une date de fin.';
  return fin > FIN_DES_EXPERIMENTATIONS
    ? 'Une expérimentation du protocole finit au plus tard le 31 décembre 2023.'
    : undefined;
}

function parRang<Element>(
  elements: readonly Element[],
  erreurDe: (element: Element) => string | undefined,
): Record<number, string> {
  return Object.fromEntries(
    elements
      .map((element, rang) => [rang, erreurDe(element)] as const)
      .filter((trouvee): trouvee is readonly [number, string] => trouvee[1] !== undefined),
  );
}

/** « 12 000 » as people type it; null for what is no amount. */
export function lireMontant(texte: string): number | null {
  const chiffres = texte.replace(/[\s\u00a0\u202f€]/g, '');
  if (!/^\d{1,10}$/.test(chiffres)) return null;
  const montant = Number(chiffres);
  return montant <= EUROS_MAX ? montant : null;
}

/** « 2024 »; null for what is no budget year. */
export function lireAnnee(texte: string): number | null {
  const annee = Number(texte.trim());
  return Number.isInteger(annee) && annee >= ANNEE_MIN && annee <= ANNEE_MAX ? annee : null;
}

/** The content to send; to be called on a form without error. */
export function entreeDeFiche(saisie: SaisieFiche, engagement: string): EntreeFiche {
  return {
    titre: saisie.titre.trim(),
    engagement,
    objet: saisie.objet.trim() || null,
    statut: saisie.statut,
    debut: saisie.debut || null,
    fin: saisie.fin || null,
    experimental: saisie.experimental,
    etapes: saisie.etapes.map(({ titre, echeance, faiteLe }) => ({
      titre: titre.trim(),
      echeance: echeance || null,
      faiteLe: faiteLe || null,
    })),
    budget: saisie.budget.map(({ montant, source, annee }) => ({
      montantEuros: lireMontant(montant) ?? 0,
      source: source.trim(),
      annee: lireAnnee(annee),
    })),
    territoires: saisie.territoires
      .map((texte) => lireTerritoire(texte))
      .filter((cle): cle is CleTerritoire => cle !== null),
    visibilite: saisie.visibilite,
  };
}

export function estStatutFiche(texte: string | null): texte is StatutFiche {
  return texte !== null && Object.hasOwn(LIBELLES_STATUT_FICHE, texte);
}
