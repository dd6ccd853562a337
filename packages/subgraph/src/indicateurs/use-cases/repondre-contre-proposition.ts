import type { Identite, Partenaire } from '@passerelle/identity';
import { parseCleIdempotence } from '../../contributions/index.js';
import { readPlainText } from '../../saisie/plain-text.js';
import { catalogueDe } from '../catalogue/index.js';
import { type Refus, refus } from '../domain/indicateur.errors.js';
import type { IssueContreProposition } from '../domain/reponse.js';
import type { ReponseJournal } from '../domain/reponse.store.js';
import { parseValeurId } from '../domain/valeur-id.js';
import { auteurOf, empreinteDe } from './auteur.js';

export interface DemandeDeReponse {
  readonly valeur: string;
  readonly maison: Partenaire;
  readonly version: number;
  readonly issue: IssueContreProposition;
  readonly motif: string;
  readonly cleIdempotence?: string | null | undefined;
}

const MOTIF_MIN = 10;
const MOTIF_MAX = 1000;

/**
 * The owner's answer to another house's figure, with its reason. It changes no value: one that is
 * kept is published by the owner afterwards, as any value of its own.
 *
 * @returns the refusal, or null
 */
export function createRepondre(deps: {
  maison: Partenaire;
  journal: ReponseJournal;
  demonstration: boolean;
}): (identite: Identite, demande: DemandeDeReponse) => Promise<Refus | null> {
  const { maison, journal, demonstration } = deps;
  return async (identite, { valeur, maison: proposante, version, issue, motif, ...reste }) => {
    const cleIdempotence = parseCleIdempotence(reste.cleIdempotence);
    const cle = parseValeurId(maison, valeur);
    const indicateur = catalogueDe(maison).find(({ code }) => code === cle?.indicateur);
    if (!indicateur) return refus('CONTRE_PROPOSITION_INCONNUE');
    const lu = readPlainText(motif, MOTIF_MAX);
    if (!lu.ok || [...lu.texte].length < MOTIF_MIN) return refus('MOTIF_DE_REPONSE_REQUIS');
    const faite = await journal.repondre(identite, {
      valeur,
      maison: proposante,
      version,
      issue,
      motif: lu.texte,
      demonstration,
      libelle: indicateur.libelle,
      auteur: auteurOf(identite),
      cleIdempotence,
      empreinteDemande: empreinteDe([identite.sujet, valeur, proposante, version, issue, lu.texte]),
    });
    return faite === 'fait' ? null : refus(faite);
  };
}
