import type { Maille } from '../../../vocabulaire/codes.js';
import { simplifier } from './colonnes.js';
import type { ValeurDeFichier } from './recolte.js';

export interface LieuConnu {
  readonly maille: Maille;
  readonly code: string;
  readonly nom: string;
}

/** A territory of a file that the region does not have, with the one that it may mean. */
export interface LieuInconnu {
  readonly code: string;
  readonly nom: string | null;
  readonly maille: Maille | null;
  /** Lines of the file that name it. */
  readonly lignes: readonly number[];
  readonly suggestion: LieuConnu | null;
}

/** From the finest: a bare code of three characters is an arrondissement's before anything else. */
const MAILLES_POSSIBLES = ['ARRONDISSEMENT', 'DEPARTEMENT', 'REGION'] as const;

/** Every place that a value of a file may be about, by its code. */
export function possibles({
  maille,
  code,
}: Pick<ValeurDeFichier, 'maille' | 'code'>): readonly { maille: Maille; code: string }[] {
  return (maille === null ? MAILLES_POSSIBLES : [maille]).map((une) => ({
    maille: une,
    code: codeEntier(une, code),
  }));
}

/** A spreadsheet eats the zero of `02`. */
function codeEntier(maille: Maille, code: string): string {
  const net = code.toUpperCase();
  if (maille === 'DEPARTEMENT' && /^\d$/.test(net)) return `0${net}`;
  if (maille === 'ARRONDISSEMENT' && /^\d{2}$/.test(net)) return `0${net}`;
  return maille === 'COMMUNE' && /^\d{4}$/.test(net) ? `0${net}` : net;
}

/**
 * The territory that a file names in words and without a code: known by its whole name at the mesh
 * that the file says, or at the widest where it is unique.
 */
export function parNom(
  { maille, noms }: Pick<ValeurDeFichier, 'maille' | 'noms'>,
  lieux: readonly LieuConnu[],
): LieuConnu | null {
  for (const nom of noms) {
    const trouves = lieux.filter(
      (lieu) =>
        simplifier(lieu.nom) === simplifier(nom) && (maille === null || lieu.maille === maille),
    );
    const [seul] = trouves;
    if (seul !== undefined && trouves.length === 1) return seul;
  }
  return null;
}

/** What an unknown code may mean: written long, at another mesh, or told by its name. */
export function suggerer(
  valeur: Pick<ValeurDeFichier, 'maille' | 'code' | 'noms'>,
  lieux: readonly LieuConnu[],
): LieuConnu | null {
  const formes = [valeur.code.toUpperCase(), ...formesLongues(valeur.code.toUpperCase())];
  return (
    lieux.find(({ maille, code }) => formes.includes(code) && maille === valeur.maille) ??
    lieux.find(({ code }) => formes.includes(code)) ??
    parNom(valeur, lieux) ??
    parNom({ maille: null, noms: valeur.noms }, lieux)
  );
}

/** IGN writes the arrondissement 595 `59005`; others put the kind before: `D59`, `REG32`. */
function formesLongues(code: string): readonly string[] {
  const long = /^(\d[0-9AB])00(\d)$/.exec(code);
  const [, nu] = /^[A-Z]{1,4}[-_ ]?(\d[0-9AB]\d?)$/.exec(code) ?? [];
  return [...(long ? [`${long[1]}${long[2]}`] : []), ...(nu === undefined ? [] : [nu])];
}

/** The unknown places of a file, each once, in its order. */
export function lieuxInconnus(
  valeurs: readonly ValeurDeFichier[],
  lieux: readonly LieuConnu[],
): readonly LieuInconnu[] {
  const groupes = Map.groupBy(valeurs, ({ maille, code, noms }) =>
    [maille, code, code === '' ? noms.join('|') : ''].join('/'),
  );
  return [...groupes.values()].flatMap(([premiere, ...autres]) =>
    premiere === undefined
      ? []
      : [
          {
            code: premiere.code,
            nom: premiere.noms[0] ?? null,
            maille: premiere.maille,
            lignes: [...new Set([premiere, ...autres].map(({ ligne }) => ligne))],
            suggestion: suggerer(premiere, lieux),
          },
        ],
  );
}
