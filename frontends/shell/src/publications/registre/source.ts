/** A JSON object being read, and where it stands in the answer. */
export interface Source {
  objet: object;
  lieu: string;
}

/** The registry answered something that this page does not understand. */
export class ReponseIllisible extends Error {
  constructor(lieu: string) {
    super(`Réponse du registre illisible : ${lieu}`);
    this.name = 'ReponseIllisible';
  }
}

function valeur({ objet, lieu }: Source, cle: string): { lue: unknown; lieu: string } {
  return { lue: Reflect.get(objet, cle), lieu: `${lieu}.${cle}` };
}

export function lireSource(valeur: unknown, lieu: string): Source {
  if (typeof valeur !== 'object' || valeur === null) throw new ReponseIllisible(lieu);
  return { objet: valeur, lieu };
}

export function texte(source: Source, cle: string): string {
  const { lue, lieu } = valeur(source, cle);
  if (typeof lue !== 'string') throw new ReponseIllisible(lieu);
  return lue;
}

/** An absent text and a null one say the same to a reader: there is none. */
export function texteOuNul(source: Source, cle: string): string | null {
  const { lue } = valeur(source, cle);
  return lue === undefined || lue === null ? null : texte(source, cle);
}

export function nombre(source: Source, cle: string): number {
  const { lue, lieu } = valeur(source, cle);
  if (typeof lue !== 'number') throw new ReponseIllisible(lieu);
  return lue;
}

export function nombreOuNul(source: Source, cle: string): number | null {
  const { lue } = valeur(source, cle);
  return lue === undefined || lue === null ? null : nombre(source, cle);
}

export function booleen(source: Source, cle: string): boolean {
  const { lue, lieu } = valeur(source, cle);
  if (typeof lue !== 'boolean') throw new ReponseIllisible(lieu);
  return lue;
}

/**
 * One word of a closed list. A newer registry may have more words: a page that knows what an
 * unknown one amounts to says it by `sinon`, and stays readable.
 */
export function parmi<V extends string>(
  source: Source,
  cle: string,
  valeurs: readonly V[],
  sinon?: V,
): V {
  const { lue, lieu } = valeur(source, cle);
  const trouvee = valeurs.find((connue) => connue === lue) ?? sinon;
  if (trouvee === undefined) throw new ReponseIllisible(lieu);
  return trouvee;
}

export function objet<T>(source: Source, cle: string, lire: (source: Source) => T): T {
  const { lue, lieu } = valeur(source, cle);
  return lire(lireSource(lue, lieu));
}

export function objetOuNul<T>(source: Source, cle: string, lire: (source: Source) => T): T | null {
  const { lue } = valeur(source, cle);
  return lue === undefined || lue === null ? null : objet(source, cle, lire);
}

export function liste<T>(source: Source, cle: string, lire: (source: Source) => T): T[] {
  const { lue, lieu } = valeur(source, cle);
  if (!Array.isArray(lue)) throw new ReponseIllisible(lieu);
  return lue.map((element: unknown, rang) => lire(lireSource(element, `${lieu}[${rang}]`)));
}

export function listeOuVide<T>(source: Source, cle: string, lire: (source: Source) => T): T[] {
  return valeur(source, cle).lue === undefined ? [] : liste(source, cle, lire);
}

export function textes(source: Source, cle: string): string[] {
  const { lue, lieu } = valeur(source, cle);
  if (!Array.isArray(lue)) throw new ReponseIllisible(lieu);
  return lue.map((element: unknown) => {
    if (typeof element !== 'string') throw new ReponseIllisible(lieu);
    return element;
  });
}

/** Entries of an object used as a dictionary, in alphabetical order of their names. */
export function entrees(source: Source, cle: string): { nom: string; valeur: unknown }[] {
  const { lue, lieu } = valeur(source, cle);
  return Object.entries(lireSource(lue, lieu).objet)
    .map(([nom, contenu]: [string, unknown]) => ({ nom, valeur: contenu }))
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
}
