import { ExposedError } from '../../errors/exposed-error.js';
import { contributionError, refus } from './contribution.errors.js';
import { type ContenuContribution, type Contribution, Meteo, Visibilite } from './contribution.js';
import {
  CHAMPS,
  type Champ,
  type ChampModifie,
  type ErreurDeLigne,
  type LigneSaisie,
} from './import.js';
import { parseAvancement, parseCommentaire, parsePreuve } from './parse-contenu.js';

export type LigneLue =
  | { readonly nature: 'vide' }
  | { readonly nature: 'contenu'; readonly contenu: ContenuContribution }
  | { readonly nature: 'erreurs'; readonly erreurs: readonly ErreurDeLigne[] };

/**
 * Reads a line of a spreadsheet: every error of it at once, each on its field.
 *
 * An emptied comment is taken away; a visibility left empty stays what it was; a line without
 * anything, on an engagement of which the house has said nothing, says nothing.
 *
 * @param courante - what the house holds on this engagement
 */
export function parseLigne(saisie: LigneSaisie, courante: Contribution | null): LigneLue {
  const texte = (champ: Champ): string => (saisie[champ] ?? '').trim();
  if (courante === null && CHAMPS.every((champ) => champ === 'visibilite' || texte(champ) === '')) {
    return { nature: 'vide' };
  }
  const erreurs: ErreurDeLigne[] = [];
  function lire<Valeur>(champ: Champ, parse: (texte: string) => Valeur): Valeur | undefined {
    try {
      return parse(saisie[champ] ?? '');
    } catch (error) {
      if (!(error instanceof ExposedError)) throw error;
      const { ligne, engagement } = saisie;
      erreurs.push({ ligne, engagement, champ, code: error.code, message: error.message });
      return undefined;
    }
  }
  const avancement = lire('avancement', lireAvancement);
  const meteo = lire('meteo', (saisi) => lireCode(saisi, Meteo, 'METEO_INCONNUE'));
  const commentaire = lire('commentaire', parseCommentaire);
  const preuve = lire('preuve', parsePreuve);
  const visibilite = lire('visibilite', (saisi) =>
    saisi.trim() === ''
      ? (courante?.visibilite ?? 'PARTENAIRES')
      : lireCode(saisi, Visibilite, 'VISIBILITE_INCONNUE'),
  );
  if (
    avancement === undefined ||
    meteo === undefined ||
    commentaire === undefined ||
    preuve === undefined ||
    visibilite === undefined
  ) {
    return { nature: 'erreurs', erreurs };
  }
  return { nature: 'contenu', contenu: { avancement, meteo, commentaire, preuve, visibilite } };
}

/** « 40 », « 40 % » or « 40,0 »: spreadsheets write a whole number in several ways. */
function lireAvancement(saisi: string): number {
  const [, entier] = /^(\d{1,3})(?:[.,]0+)?\s*%?$/u.exec(saisi.trim()) ?? [];
  if (entier === undefined) throw contributionError('AVANCEMENT_INVALIDE');
  return parseAvancement(Number(entier));
}

function lireCode<Code extends string>(
  saisi: string,
  codes: Readonly<Record<Code, Code>>,
  erreur: 'METEO_INCONNUE' | 'VISIBILITE_INCONNUE',
): Code {
  const attendus: readonly Code[] = Object.values(codes);
  const trouve = attendus.find((code) => code === saisi.trim().toUpperCase());
  if (trouve === undefined) throw new ExposedError(erreur, refus(erreur).message);
  return trouve;
}

/** What would change, field by field; nothing for the same content. */
export function comparer(
  avant: Contribution | null,
  apres: ContenuContribution,
): readonly ChampModifie[] {
  return CHAMPS.flatMap((champ): ChampModifie[] => {
    const [ancien, nouveau] = [avant?.[champ] ?? null, apres[champ]];
    if (ancien === nouveau) return [];
    return [{ champ, avant: enTexte(ancien), apres: enTexte(nouveau) }];
  });
}

function enTexte(valeur: string | number | null): string | null {
  return valeur === null ? null : String(valeur);
}
