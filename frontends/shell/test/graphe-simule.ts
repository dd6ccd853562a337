import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, graphql } from 'graphql';

const schema = buildSchema(
  readFileSync(fileURLToPath(import.meta.resolve('@passerelle/portal-kit/graphe.graphql')), 'utf8'),
);

/**
 * The portal's own graph over plain objects: a question that it would refuse fails here too. A
 * function in `racine` receives the arguments of its field.
 *
 * @param absents - houses that do not answer, named as the gateway does
 */
export function unGraphe(
  racine: () => Record<string, unknown>,
  absents: () => readonly string[] = () => [],
): (demande: unknown) => Promise<unknown> {
  return async (demande) => {
    const { query, variables, operationName } = lireDemande(demande);
    const reponse = await graphql({
      schema,
      source: query,
      variableValues: variables,
      operationName,
      rootValue: racine(),
    });
    const manquants = absents();
    return {
      ...JSON.parse(JSON.stringify(reponse)),
      extensions: {
        partenaires: ['etat', 'region', 'pole-emploi'].map((partenaire) => ({
          partenaire,
          statut: manquants.includes(partenaire) ? 'indisponible' : 'ok',
          dureeMs: 1,
        })),
      },
    };
  };
}

function lireDemande(demande: unknown): {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
} {
  if (typeof demande !== 'object' || demande === null) throw new Error('not a question');
  const lire = (cle: string): unknown => Reflect.get(demande, cle);
  const [query, variables, operationName] = ['query', 'variables', 'operationName'].map(lire);
  return {
    query: String(query),
    variables: typeof variables === 'object' && variables ? { ...variables } : {},
    operationName: typeof operationName === 'string' ? operationName : null,
  };
}
