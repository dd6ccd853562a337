import type { ExecutionError } from '@passerelle/executor';
import { ERREURS } from '../errors.js';

const DETAIL_DEBUT = 100;
const DETAIL_FIN = 300;

/** graphql-js says in English what is wrong with a variable, and quotes the whole value given. */
const TRADUCTIONS: readonly [RegExp, (m: RegExpExecArray) => string][] = [
  [
    /Variable "\$(\w+)" of required type "([^"]+)" was not provided/,
    (m) => `« $${m[1]} » (${m[2]}) est obligatoire.`,
  ],
  [
    /Variable "\$(\w+)" of non-null type "([^"]+)" must not be null/,
    (m) => `« $${m[1]} » (${m[2]}) ne peut pas être nulle.`,
  ],
  [
    /Variable "\$(\w+)" got invalid value .*; Field "(\w+)" is not defined by type "(\w+)"/s,
    (m) => `« $${m[1]} » : le champ « ${m[2]} » n’existe pas dans « ${m[3]} ».`,
  ],
  [
    /Variable "\$(\w+)" got invalid value .*; Field "(\w+)" of required type "([^"]+)" was not provided/s,
    (m) => `« $${m[1]} » : le champ « ${m[2]} » (${m[3]}) est obligatoire.`,
  ],
  [
    /Variable "\$\w+" got invalid value .* at "([\w.[\]]+)"; Value .* does not exist in "(\w+)" enum/s,
    (m) => `« $${m[1]} » n’est pas une valeur de « ${m[2]} ».`,
  ],
  [
    /Variable "\$(\w+)" got invalid value .*; Value .* does not exist in "(\w+)" enum/s,
    (m) => `« $${m[1]} » n’est pas une valeur de « ${m[2]} ».`,
  ],
  [
    /Variable "\$\w+" got invalid value .* at "([\w.[\]]+)"; Expected (?:value of )?(?:non-nullable )?type "([^"]+)"/s,
    (m) => `« $${m[1]} » n’est pas du type « ${m[2]} ».`,
  ],
  [
    /Variable "\$\w+" got invalid value .* at "([\w.[\]]+)"; (\w+) cannot represent/s,
    (m) => `« $${m[1]} » n’est pas du type « ${m[2]} ».`,
  ],
  [
    /Variable "\$(\w+)" got invalid value .*; Expected (?:value of )?(?:non-nullable )?type "([^"]+)"/s,
    (m) => `« $${m[1]} » n’est pas du type « ${m[2]} ».`,
  ],
  [
    /Variable "\$(\w+)" got invalid value .*; (\w+) cannot represent/s,
    (m) => `« $${m[1]} » n’est pas du type « ${m[2]} ».`,
  ],
];

/** The value given, however long, stands between which variable it is and why it is refused. */
function withoutLongValue(text: string): string {
  const short = text.replace(/"[^"]{60,}"/g, '"…"');
  if (short.length <= DETAIL_DEBUT + DETAIL_FIN) return short;
  return `${short.slice(0, DETAIL_DEBUT)} … ${short.slice(-DETAIL_FIN)}`;
}

/** The refusal of a variable in the words of the gateway; what graphql-js said stays as a detail. */
export function variableError(error: ExecutionError): ExecutionError {
  const start = error.message.indexOf('Variable "');
  const detail = withoutLongValue(start === -1 ? error.message : error.message.slice(start));
  const precision = TRADUCTIONS.flatMap(([motif, dire]) => {
    const trouve = motif.exec(detail);
    return trouve === null ? [] : [dire(trouve)];
  })[0];
  const { message } = ERREURS.VARIABLES_INVALIDES;
  return {
    ...error,
    message: precision === undefined ? message : `${message} ${precision}`,
    extensions: { ...error.extensions, detail },
  };
}
