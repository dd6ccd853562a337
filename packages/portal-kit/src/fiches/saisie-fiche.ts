import type { Visibilite } from '../contribution/contribution.js';
import { VISIBILITES } from '../contribution/saisie.js';
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

/** What is kept on this machine: the text, and the version it was written from; 0 for none. */
export interface SaisieFicheGardee {
  saisie: SaisieFiche;
  base: number;
}

// The owner's own rules, said before sending so that nobody loses time; it checks again.
export const LONGUEUR_TITRE_FICHE = 200;
export const LONGUEUR_OBJET_FICHE = 4_000;
export const MAX_ETAPES = 30;
export const MAX_LIGNES = 20;
const FIN_DES_EXPERIMENTATIONS = '2023-12-31';
const EUROS_MAX = 2_000_000_000;

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
    budget: (fiche?.budget ?? []).map(({ montantEuros, source }) => ({
      montant: String(montantEuros),
      source,
    })),
    territoires: (fiche?.territoires ?? []).map(ecrireTerritoire),
    visibilite: fiche?.visibilite ?? 'PARTENAIRES',
  };
}

/** What would be refused. */
export function erreursDeFiche(saisie: SaisieFiche): ErreursDeFiche | null {
  const titre = saisie.titre.trim() === '' ? 'Donnez un titre à la fiche.' : undefined;
  const fin = erreurDeFin(saisie);
  const etapes = parRang(saisie.etapes, ({ titre: nom }) =>
    nom.trim() === '' ? 'Dites ce qui est à faire, ou retirez l’étape.' : undefined,
  );
  const budget = parRang(saisie.budget, ({ montant, source }) => {
    if (lireMontant(montant) === null) return 'Écrivez un montant entier, en euros.';
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
    budget: saisie.budget.map(({ montant, source }) => ({
      montantEuros: lireMontant(montant) ?? 0,
      source: source.trim(),
    })),
    territoires: saisie.territoires
      .map((texte) => lireTerritoire(texte))
      .filter((cle): cle is CleTerritoire => cle !== null),
    visibilite: saisie.visibilite,
  };
}

/** Reads back what another day's page kept on this machine. */
export function lireSaisieFiche(garde: unknown): SaisieFicheGardee | null {
  const saisie = champ(garde, 'saisie');
  const base = champ(garde, 'base');
  const titre = texteDe(saisie, 'titre');
  const statut = STATUTS_FICHE.find((connu) => connu === champ(saisie, 'statut'));
  const visibilite = VISIBILITES.find((connue) => connue === champ(saisie, 'visibilite'));
  if (titre === null || !statut || !visibilite) return null;
  return {
    saisie: {
      titre,
      objet: texteDe(saisie, 'objet') ?? '',
      statut,
      debut: texteDe(saisie, 'debut') ?? '',
      fin: texteDe(saisie, 'fin') ?? '',
      experimental: champ(saisie, 'experimental') === true,
      etapes: liste(saisie, 'etapes').map((etape) => ({
        titre: texteDe(etape, 'titre') ?? '',
        echeance: texteDe(etape, 'echeance') ?? '',
        faiteLe: texteDe(etape, 'faiteLe') ?? '',
      })),
      budget: liste(saisie, 'budget').map((ligne) => ({
        montant: texteDe(ligne, 'montant') ?? '',
        source: texteDe(ligne, 'source') ?? '',
      })),
      territoires: liste(saisie, 'territoires').filter(
        (texte): texte is string => typeof texte === 'string' && lireTerritoire(texte) !== null,
      ),
      visibilite,
    },
    base: typeof base === 'number' ? base : 0,
  };
}

export function estStatutFiche(texte: string | null): texte is StatutFiche {
  return texte !== null && Object.hasOwn(LIBELLES_STATUT_FICHE, texte);
}

function champ(objet: unknown, nom: string): unknown {
  return typeof objet === 'object' && objet !== null ? Reflect.get(objet, nom) : undefined;
}

function texteDe(objet: unknown, nom: string): string | null {
  const valeur = champ(objet, nom);
  return typeof valeur === 'string' ? valeur : null;
}

function liste(objet: unknown, nom: string): readonly unknown[] {
  const valeur = champ(objet, nom);
  return Array.isArray(valeur) ? valeur : [];
}
