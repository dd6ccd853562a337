import { readPlainText } from '../../saisie/plain-text.js';
import type { Maille } from '../../vocabulaire/codes.js';
import { ficheError } from './fiche.errors.js';
import type { ContenuFiche, StatutFiche, VisibiliteFiche } from './fiche.js';

export const MAX_TITRE = 200;
export const MAX_TEXTE = 4000;
const MAX_ETAPES = 30;
const MAX_LIGNES = 20;
const MAX_TERRITOIRES = 50;
const MAX_EUROS = 2_000_000_000;
/** The first joint acts of the region are of 2016. */
const PREMIERE_ANNEE = 2016;
const DERNIERE_ANNEE = 2099;
const CLE = /^[A-Za-z0-9._:-]{8,100}$/;

/** As an agent types it: what is left out or null takes its first value. */
export interface FicheSaisie {
  readonly titre: string;
  readonly objet?: string | null | undefined;
  readonly engagement: string;
  readonly statut?: StatutFiche | null | undefined;
  readonly debut?: string | null | undefined;
  readonly fin?: string | null | undefined;
  readonly experimental?: boolean | null | undefined;
  readonly etapes?:
    | readonly {
        readonly titre: string;
        readonly echeance?: string | null | undefined;
        readonly faiteLe?: string | null | undefined;
      }[]
    | null
    | undefined;
  readonly budget?:
    | readonly {
        readonly montantEuros: number;
        readonly source: string;
        readonly annee?: number | null | undefined;
      }[]
    | null
    | undefined;
  readonly territoires?:
    | readonly { readonly code: string; readonly maille: Maille }[]
    | null
    | undefined;
  readonly visibilite?: VisibiliteFiche | null | undefined;
}

/**
 * @throws ANNEE_INVALIDE, FICHE_INVALIDE, MONTANT_INVALIDE, TEXTE_AVEC_BALISES, TEXTE_INVALIDE, TEXTE_TROP_LONG,
 *   TEXTE_VIDE
 */
export function parseFiche(saisie: FicheSaisie): ContenuFiche {
  const etapes = saisie.etapes ?? [];
  const budget = saisie.budget ?? [];
  const territoires = saisie.territoires ?? [];
  if (
    etapes.length > MAX_ETAPES ||
    budget.length > MAX_LIGNES ||
    territoires.length > MAX_TERRITOIRES
  ) {
    throw ficheError('FICHE_INVALIDE');
  }
  return {
    titre: parseTexte(saisie.titre, MAX_TITRE),
    objet: parseTexteFacultatif(saisie.objet, MAX_TEXTE),
    engagement: saisie.engagement,
    statut: saisie.statut ?? 'A_VENIR',
    debut: saisie.debut ?? null,
    fin: saisie.fin ?? null,
    experimental: saisie.experimental ?? false,
    etapes: etapes.map((etape) => ({
      titre: parseTexte(etape.titre, MAX_TITRE),
      echeance: etape.echeance ?? null,
      faiteLe: etape.faiteLe ?? null,
    })),
    budget: budget.map(({ montantEuros, source, annee }) => ({
      montantEuros: parseMontant(montantEuros),
      source: parseTexte(source, MAX_TITRE),
      annee: parseAnnee(annee ?? null),
    })),
    // The same territory twice says no more than once.
    territoires: [
      ...new Map(
        territoires.map(({ code, maille }) => [`${maille}/${code}`, { code, maille }]),
      ).values(),
    ],
    visibilite: saisie.visibilite ?? 'PARTENAIRES',
  };
}

/** @throws TEXTE_AVEC_BALISES, TEXTE_INVALIDE, TEXTE_TROP_LONG, TEXTE_VIDE */
export function parseTexte(typed: string, max: number): string {
  const texte = parseTexteFacultatif(typed, max);
  if (texte === null) throw ficheError('TEXTE_VIDE');
  return texte;
}

/** @throws TEXTE_AVEC_BALISES, TEXTE_INVALIDE, TEXTE_TROP_LONG */
export function parseTexteFacultatif(typed: string | null | undefined, max: number): string | null {
  const lu = readPlainText(typed ?? '', max);
  if (!lu.ok) throw ficheError(lu.defaut);
  return lu.texte === '' ? null : lu.texte;
}

function parseMontant(montantEuros: number): number {
  if (!Number.isInteger(montantEuros) || montantEuros < 0 || montantEuros > MAX_EUROS) {
    throw ficheError('MONTANT_INVALIDE');
  }
  return montantEuros;
}

function parseAnnee(annee: number | null): number | null {
  if (annee === null) return null;
  if (!Number.isInteger(annee) || annee < PREMIERE_ANNEE || annee > DERNIERE_ANNEE) {
    throw ficheError('ANNEE_INVALIDE');
  }
  return annee;
}

/** @throws CLE_IDEMPOTENCE_INVALIDE */
export function parseCle(cle: string | null | undefined): string | null {
  if (cle === null || cle === undefined) return null;
  if (!CLE.test(cle)) throw ficheError('CLE_IDEMPOTENCE_INVALIDE');
  return cle;
}
