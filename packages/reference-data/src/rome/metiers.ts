import { type CodeSecteur, secteurOfRome } from '../secteurs/secteurs.js';
import rome from './donnees/rome-secteurs.json' with { type: 'json' };

/** A trade of the ROME. */
export interface Metier {
  readonly codeRome: string;
  readonly libelle: string;
  /** Label of the « domaine professionnel », the first three characters of the code. */
  readonly domaine: string;
  readonly secteurs: readonly CodeSecteur[];
}

const domaines: ReadonlyMap<string, string> = new Map(Object.entries(rome.domaines));

/**
 * The trades of the five sectors in tension, sorted by code. Labels are those of the sheets, with
 * the typography that screens need (« œuvre », « Énergie »).
 *
 * @source ROME version 3, France Travail, Licence Ouverte; restricted to F, H, J and N
 */
export const METIERS: readonly Metier[] = Object.entries(rome.metiers).map(toMetier);

/** Where `METIERS` comes from, to show beside it. */
export const SOURCE_METIERS: string = rome.source;

function toMetier([codeRome, libelle]: [string, string]): Metier {
  const domaine = domaines.get(codeRome.slice(0, 3));
  const secteur = secteurOfRome(codeRome);
  if (domaine === undefined || secteur === null) {
    throw new Error(`ROME ${codeRome} belongs to no known domain or sector`);
  }
  return { codeRome, libelle, domaine, secteurs: [secteur] };
}
