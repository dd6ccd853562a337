import { type Constat, empreinteOf } from '@passerelle/publication';
import {
  buildSchema,
  GraphQLError,
  type GraphQLSchema,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { z } from 'zod';
import { profondeur } from '../profondeur.js';
import { constatDeModule } from './constat-de-module.js';
import type { LotLu } from './lire-lot.js';

const FICHIER = 'documents.json';
const TEXTE_MAX = 65_536;
/** A module of today sends about ten. */
const DOCUMENTS_MAX = 500;
const MOTS_MAX = 10_000;
const PROFONDEUR_MAX = 60;

const documentsSchema = z.record(z.string(), z.string().min(1).max(TEXTE_MAX));

export interface Documents {
  readonly documents: readonly { empreinte: string; texte: string }[];
  readonly constats: readonly Constat[];
}

/**
 * The operations that the module will send by their fingerprint alone.
 *
 * @param apiSdl - API of the channel's graph; empty when nothing is published
 */
export function lireDocuments({ fichiers }: LotLu, apiSdl: string): Documents {
  const contenu = fichiers.get(FICHIER);
  if (contenu === undefined) return { documents: [], constats: [] };
  const lu = lireJson(contenu);
  if (lu === null) {
    const constat = constatDeModule(
      'MANIFESTE_ILLISIBLE',
      `« ${FICHIER} » ne se lit pas : { "sha256:…": "query …" } est attendu.`,
      'Laissez la construction l’écrire.',
      { fichier: FICHIER },
    );
    return { documents: [], constats: [constat] };
  }
  const nombre = Object.keys(lu).length;
  if (nombre > DOCUMENTS_MAX) {
    const constat = constatDeModule(
      'LOT_TROP_GRAND',
      `« ${FICHIER} » tient ${nombre} demandes, plus que ${DOCUMENTS_MAX}.`,
      'Gardez celles que le module envoie.',
      { fichier: FICHIER },
    );
    return { documents: [], constats: [constat] };
  }
  const documents = Object.entries(lu).map(([empreinte, texte]) => ({ empreinte, texte }));
  const schema = apiSdl === '' ? null : buildSchema(apiSdl, { assumeValid: true });
  const constats = documents.flatMap(({ empreinte, texte }): Constat[] =>
    empreinteOf(texte) === empreinte
      ? juger(texte, schema)
      : [
          constatDeModule(
            'DOCUMENT_ALTERE',
            `Le document « ${empreinte.slice(0, 80)} » n’a pas cette empreinte.`,
            'Laissez la construction écrire documents.json.',
            { fichier: FICHIER, coordonnee: empreinte.slice(0, 80) },
          ),
        ],
  );
  if (schema === null && documents.length > 0) {
    constats.push(
      constatDeModule(
        'DOCUMENTS_NON_VERIFIES',
        'Aucun graphe n’est publié sur ce canal : les demandes du module n’ont pas pu être vérifiées.',
        'Publiez les schémas d’abord.',
        { fichier: FICHIER, gravite: 'AVERTISSEMENT' },
      ),
    );
  }
  return { documents, constats };
}

/** Errors of a document against a schema; empty when it would be answered. */
export function erreursDe(texte: string, schema: GraphQLSchema): readonly GraphQLError[] {
  try {
    const document = parse(texte, { maxTokens: MOTS_MAX });
    return validate(schema, document, specifiedRules, { maxErrors: 5 });
  } catch (cause) {
    return [cause instanceof GraphQLError ? cause : new GraphQLError('Document illisible.')];
  }
}

function juger(texte: string, schema: GraphQLSchema | null): Constat[] {
  const nom = nomDe(texte);
  const place = { fichier: FICHIER, coordonnee: nom };
  if (profondeur(texte) > PROFONDEUR_MAX) {
    return [
      constatDeModule(
        'DOCUMENT_INVALIDE',
        `« ${nom} » est trop imbriqué.`,
        'Découpez cette demande.',
        place,
      ),
    ];
  }
  if (schema === null) return [];
  const erreurs = erreursDe(texte, schema);
  if (erreurs.length > 0) {
    return erreurs.map(({ message, locations }) =>
      constatDeModule(
        'DOCUMENT_INVALIDE',
        `« ${nom} » ne serait pas répondue par le graphe de ce canal : ${message}`,
        'Corrigez la demande, ou publiez d’abord le schéma qui la permet.',
        {
          ...place,
          coordonnee: `${nom} ${locations?.[0]?.line ?? 1}:${locations?.[0]?.column ?? 1}`,
        },
      ),
    );
  }
  return validate(schema, parse(texte), [NoDeprecatedCustomRule], { maxErrors: 20 }).map(
    ({ message, locations }) =>
      constatDeModule(
        'DOCUMENT_DEPRECIE',
        `« ${nom} » demande ce qui est annoncé pour partir : ${message}`,
        'Remplacez-le avant la date annoncée : passé celle-ci, il peut être retiré.',
        {
          ...place,
          coordonnee: `${nom} ${locations?.[0]?.line ?? 1}:${locations?.[0]?.column ?? 1}`,
          gravite: 'AVERTISSEMENT',
        },
      ),
  );
}

function lireJson(contenu: Uint8Array): Record<string, string> | null {
  try {
    const lu = documentsSchema.safeParse(JSON.parse(new TextDecoder().decode(contenu)));
    return lu.success ? lu.data : null;
  } catch {
    // Not JSON: a finding says so.
    return null;
  }
}

function nomDe(texte: string): string {
  return /\b(?:query|mutation|subscription)\s+(\w+)/.exec(texte)?.[1] ?? 'demande sans nom';
}
