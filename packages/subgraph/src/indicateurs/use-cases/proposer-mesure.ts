import { type Identite, PARTENAIRES, type Partenaire } from '@passerelle/identity';
import { parseCleIdempotence } from '../../contributions/index.js';
import { readPlainText } from '../../saisie/plain-text.js';
import { catalogueDe } from '../catalogue/index.js';
import { type Refus, refus } from '../domain/indicateur.errors.js';
import type { ContrePropositionJournal } from '../domain/indicateur.journal.js';
import type { CleValeur, Indicateur } from '../domain/indicateur.js';
import { parseValeurId } from '../domain/valeur-id.js';
import { auteurOf, empreinteDe } from './auteur.js';

export interface DemandeDeProposition {
  /** Key of the official value: `pole-emploi:demandeurs-abc:REGION:32:2023-T3`. */
  readonly valeur: string;
  readonly proposee: number;
  readonly motif: string;
  readonly methode: string;
  readonly versionAttendue?: number | null | undefined;
  readonly cleIdempotence?: string | null | undefined;
}

export type IssueDeProposition =
  | { readonly ok: true; readonly valeur: string; readonly version: number }
  | { readonly ok: false; readonly refus: Refus };

const TEXTE_MIN = 10;
const TEXTE_MAX = 1000;

/**
 * A house's other figure for a value of another house, with its reason and its method. It changes
 * nothing of the official value: it stands beside it.
 *
 * @param deps.seuil - smallest count of persons that may be proposed
 */
export function createProposerMesure(deps: {
  maison: Partenaire;
  journal: ContrePropositionJournal;
  seuil: number;
  demonstration: boolean;
}): (identite: Identite, demande: DemandeDeProposition) => Promise<IssueDeProposition> {
  const { maison, journal, seuil, demonstration } = deps;
  return async (identite, demande) => {
    const cleIdempotence = parseCleIdempotence(demande.cleIdempotence);
    const cible = valeurDUneAutreMaison(maison, demande.valeur);
    if (cible === null) return { ok: false, refus: refus('VALEUR_INCONNUE') };
    const { proposee } = demande;
    if (!Number.isFinite(proposee) || proposee < 0 || proposee > 1e12) {
      return { ok: false, refus: refus('VALEUR_INVALIDE') };
    }
    if (cible.indicateur.comptePersonnes && proposee < seuil) {
      return { ok: false, refus: refus('VALEUR_SOUS_LE_SEUIL') };
    }
    const motif = parseTexte(demande.motif);
    const methode = parseTexte(demande.methode);
    if (motif === null || methode === null) return { ok: false, refus: refus('MOTIF_REQUIS') };
    const versionAttendue = demande.versionAttendue ?? null;
    const issue = await journal.proposer(identite, {
      valeur: demande.valeur,
      proposee,
      motif,
      methode,
      demonstration,
      auteur: auteurOf(identite),
      libelle: cible.indicateur.libelle,
      cleIdempotence,
      versionAttendue,
      empreinteDemande: empreinteDe([
        identite.sujet,
        demande.valeur,
        proposee,
        motif,
        methode,
        versionAttendue,
      ]),
    });
    return 'version' in issue
      ? { ok: true, valeur: demande.valeur, version: issue.version }
      : { ok: false, refus: refus(issue.refus) };
  };
}

/** @returns null for anything else, one's own values among them: those are published, not proposed */
export function valeurDUneAutreMaison(
  maison: Partenaire,
  id: string,
): { readonly cle: CleValeur; readonly indicateur: Indicateur } | null {
  for (const autre of PARTENAIRES) {
    if (autre === maison) continue;
    const cle = parseValeurId(autre, id);
    const indicateur = catalogueDe(autre).find(({ code }) => code === cle?.indicateur);
    if (cle && indicateur) return { cle, indicateur };
  }
  return null;
}

function parseTexte(saisi: string): string | null {
  const lu = readPlainText(saisi, TEXTE_MAX);
  return lu.ok && [...lu.texte].length >= TEXTE_MIN ? lu.texte : null;
}
