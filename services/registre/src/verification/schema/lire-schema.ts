import type { Constat } from '@passerelle/publication';
import { type DocumentNode, GraphQLError, Lexer, parse, Source, TokenKind } from 'graphql';

const OCTETS_MAX = 1024 * 1024;
/** Twenty times the largest schema of today; what is composed in a second or two. */
const JETONS_MAX = 60_000;
/** The deepest schema written by hand stays under ten; a parser that recurses needs a bound. */
const PROFONDEUR_MAX = 100;
const ERREUR = /^Syntax Error: /;

const OUVRANTS: ReadonlySet<string> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);
const FERMANTS: ReadonlySet<string> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/**
 * Reads a candidate before anything recurses into it: size, number of words, depth, then syntax.
 *
 * @returns the document, or the one finding that stops here; never throws
 */
export function lireSchema(
  partenaire: string,
  sdl: string,
): { document: DocumentNode } | { constat: Constat } {
  const octets = Buffer.byteLength(sdl);
  if (octets > OCTETS_MAX) {
    return {
      constat: constatDeLecture('SCHEMA_TROP_GRAND', {
        message: `Le schéma de « ${partenaire} » compte ${octets} octets, plus que ${OCTETS_MAX}.`,
        remede: 'Réduisez-le avant de le publier.',
      }),
    };
  }
  try {
    const tropGrand = trop(partenaire, sdl);
    if (tropGrand !== null) return { constat: tropGrand };
    return { document: parse(sdl) };
  } catch (cause) {
    const place = cause instanceof GraphQLError ? cause.locations?.[0] : undefined;
    const detail = cause instanceof GraphQLError ? cause.message.replace(ERREUR, '') : 'illisible';
    return {
      constat: constatDeLecture('SCHEMA_ILLISIBLE', {
        message: `Le schéma de « ${partenaire} » ne se lit pas : ${detail}`,
        remede: 'Corrigez le texte à l’endroit indiqué.',
        lieu: { ligne: place?.line ?? 1, colonne: place?.column ?? 1 },
      }),
    };
  }
}

function trop(partenaire: string, sdl: string): Constat | null {
  const lexer = new Lexer(new Source(sdl));
  let jetons = 0;
  let profondeur = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    jetons += 1;
    if (OUVRANTS.has(token.kind)) profondeur += 1;
    else if (FERMANTS.has(token.kind)) profondeur -= 1;
    const lieu = { ligne: token.line, colonne: token.column };
    if (profondeur > PROFONDEUR_MAX) {
      return constatDeLecture('SCHEMA_ILLISIBLE', {
        message: `Le schéma de « ${partenaire} » ne se lit pas : plus de ${PROFONDEUR_MAX} niveaux imbriqués.`,
        remede: 'Réécrivez à plat ce qui est imbriqué à l’endroit indiqué.',
        lieu,
      });
    }
    if (jetons > JETONS_MAX) {
      return constatDeLecture('SCHEMA_TROP_GRAND', {
        message: `Le schéma de « ${partenaire} » compte plus de ${JETONS_MAX} mots.`,
        remede: 'Réduisez-le avant de le publier.',
        lieu,
      });
    }
  }
  return null;
}

function constatDeLecture(
  code: 'SCHEMA_ILLISIBLE' | 'SCHEMA_TROP_GRAND',
  faits: Pick<Constat, 'message' | 'remede' | 'lieu'>,
): Constat {
  return { code, gravite: 'REFUS', famille: 'responsabilite', ...faits };
}
