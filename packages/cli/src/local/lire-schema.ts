import { readFile } from 'node:fs/promises';
import { GraphQLError, parse } from 'graphql';
import { echecLocal, SORTIE } from '../echec.js';

/** The SDL of a file; a mistake of syntax is told here, with its place, without asking the registry. */
export async function lireSchema(chemin: string, nom: string): Promise<string> {
  let texte: string;
  try {
    texte = await readFile(chemin, 'utf8');
  } catch (cause) {
    throw echecLocal(
      SORTIE.USAGE,
      'FICHIER_ILLISIBLE',
      `Le schéma ${nom} ne peut pas être lu.`,
      'Imprimez-le d’abord, par exemple par « pnpm build && pnpm print-schema ».',
      { cause },
    );
  }
  try {
    parse(texte, { noLocation: true });
  } catch (cause) {
    if (!(cause instanceof GraphQLError)) throw cause;
    const [lieu] = cause.locations ?? [];
    throw echecLocal(
      SORTIE.USAGE,
      'SCHEMA_ILLISIBLE',
      `${nom}${lieu ? `:${lieu.line}:${lieu.column}` : ''} n’est pas du SDL : ${cause.message}`,
      '',
      { cause },
    );
  }
  return texte;
}
