import type { GraphQLError } from 'graphql';
import { GatewayError } from '../errors.js';

/** graphql-js writes in English; these are the refusals that people really meet. */
const TRADUCTIONS: readonly [RegExp, (m: RegExpMatchArray) => string][] = [
  [
    /^Cannot query field "(.+)" on type "(.+)"\./,
    (m) => `Le champ « ${m[1]} » n’existe pas sur « ${m[2]} ».`,
  ],
  [
    /^Unknown argument "(.+)" on field "(.+)"\./,
    (m) => `L’argument « ${m[1]} » n’existe pas sur « ${m[2]} ».`,
  ],
  [
    /^Field "(.+)" argument "(.+)" of type "(.+)" is required/,
    (m) => `L’argument « ${m[2]} » (${m[3]}) de « ${m[1]} » est obligatoire.`,
  ],
  [
    /Validation aborted\.$/,
    () => 'Elle est trop compliquée à vérifier : demandez moins de champs.',
  ],
  [/^Unknown type "(.+)"\./, (m) => `Le type « ${m[1]} » n’existe pas.`],
  [/^Unknown fragment "(.+)"\./, (m) => `Le fragment « ${m[1]} » n’existe pas.`],
  [/^Unknown directive "(.+)"\./, (m) => `La directive « ${m[1]} » n’existe pas.`],
  [/^Variable "(.+)" is not defined/, (m) => `La variable « ${m[1]} » n’est pas déclarée.`],
  [/^Variable "(.+)" is never used/, (m) => `La variable « ${m[1]} » ne sert pas.`],
  [/^Fragment "(.+)" is never used\./, (m) => `Le fragment « ${m[1]} » ne sert pas.`],
  [/^Cannot spread fragment "(.+)" within itself/, (m) => `Le fragment « ${m[1]} » se contient.`],
  [
    /^Field "(.+)" of type "(.+)" must have a selection of subfields/,
    (m) => `Précisez les champs à lire de « ${m[1]} » (${m[2]}).`,
  ],
  [
    /^Field "(.+)" must not have a selection/,
    (m) => `Le champ « ${m[1]} » n’a pas de sous-champs.`,
  ],
  [
    /^Value "(.+)" does not exist in "(.+)" enum\./,
    (m) => `La valeur « ${m[1]} » n’existe pas dans « ${m[2]} ».`,
  ],
  [
    /^Field "(.+)" is not defined by type "(.+)"\./,
    (m) => `Le champ « ${m[1]} » n’existe pas dans « ${m[2]} ».`,
  ],
];

/** The refusal of a document that the graph does not understand. */
export function validationError(error: GraphQLError): GatewayError {
  const precision = TRADUCTIONS.flatMap(([motif, dire]) => {
    const trouve = error.message.match(motif);
    return trouve === null ? [] : [dire(trouve)];
  })[0];
  return new GatewayError(
    error.message.startsWith('Cannot query field') ? 'CHAMP_INCONNU' : 'REQUETE_INVALIDE',
    {
      ...(precision === undefined ? {} : { precision }),
      locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
      champs: { detail: error.message },
      cause: error,
    },
  );
}
