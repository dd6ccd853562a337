import type { z } from 'zod';
import { decisionGardee, ordreGarde, releveGarde, seanceGardee } from './version.js';

export const ChampDeVersion = {
  JOUR: 'JOUR',
  DEBUT: 'DEBUT',
  FIN: 'FIN',
  LIEU: 'LIEU',
  OBJET: 'OBJET',
  STATUT: 'STATUT',
  PUBLIQUE: 'PUBLIQUE',
  PRESENCE: 'PRESENCE',
  SIGNATURE: 'SIGNATURE',
  POINT: 'POINT',
  ORDRE: 'ORDRE',
  TEXTE: 'TEXTE',
  RESPONSABLE: 'RESPONSABLE',
  FONCTION_RESPONSABLE: 'FONCTION_RESPONSABLE',
  ECHEANCE: 'ECHEANCE',
  ENGAGEMENT: 'ENGAGEMENT',
  SUJETS: 'SUJETS',
} as const;
export type ChampDeVersion = keyof typeof ChampDeVersion;

/** What differs between a version and the one before it. */
export interface Changement {
  readonly champ: ChampDeVersion;
  /** Whose presence or which item; null where the field says it all. */
  readonly sujet: string | null;
  /** Null when there was nothing. */
  readonly avant: string | null;
  /** Null when it was taken away. */
  readonly apres: string | null;
}

type Valeur = string | boolean | null | undefined;

function change(champ: ChampDeVersion, avant: Valeur, apres: Valeur): Changement[] {
  const [ancien, nouveau] = [texteDe(avant), texteDe(apres)];
  return ancien === nouveau ? [] : [{ champ, sujet: null, avant: ancien, apres: nouveau }];
}

function texteDe(valeur: Valeur): string | null {
  if (valeur === null || valeur === undefined || valeur === '') return null;
  return typeof valeur === 'boolean' ? (valeur ? 'OUI' : 'NON') : valeur;
}

/** Reads both versions; the first known one, or one that reads no more, has changed nothing. */
function entre<Garde>(
  modele: z.ZodType<Garde>,
  comparer: (avant: Garde, apres: Garde) => readonly Changement[],
): (avant: unknown, apres: unknown) => readonly Changement[] {
  return (avant, apres) => {
    const [ancien, nouveau] = [modele.safeParse(avant), modele.safeParse(apres)];
    return ancien.success && nouveau.success ? comparer(ancien.data, nouveau.data) : [];
  };
}

/** Its frame and its attendance. */
export const changementsDeSeance = entre(seanceGardee, (avant, apres) => {
  const notees = apres.statut === 'TENUE' || apres.statut === 'CLOSE';
  const avaient = new Map(avant.presences.map((une) => [cleDe(une), une]));
  const ont = new Set(apres.presences.map(cleDe));
  return [
    ...change('STATUT', avant.statut, apres.statut),
    ...change('JOUR', avant.jour, apres.jour),
    ...change('DEBUT', instant(avant.debut), instant(apres.debut)),
    ...change('FIN', instant(avant.fin), instant(apres.fin)),
    ...change('LIEU', avant.lieu, apres.lieu),
    ...change('OBJET', avant.objet, apres.objet),
    ...change('PUBLIQUE', avant.publique, apres.publique),
    ...apres.presences.flatMap((une) => {
      const ancienne = avaient.get(cleDe(une));
      const sujet = cleDe(une);
      // Who is expected and not yet noted is neither there nor absent.
      const etait = avant.statut === 'PREVUE' ? null : ancienne && presence(ancienne.present);
      const est = notees ? presence(une.present) : null;
      return [
        ...change('PRESENCE', etait, est).map((un) => ({ ...un, sujet })),
        ...(notees && avant.statut !== 'PREVUE'
          ? change('SIGNATURE', ancienne?.signataire ?? false, une.signataire).map((un) => ({
              ...un,
              sujet,
            }))
          : []),
      ];
    }),
    ...(notees
      ? avant.presences
          .filter((une) => !ont.has(cleDe(une)))
          .map((une) => ({
            champ: ChampDeVersion.PRESENCE,
            sujet: cleDe(une),
            avant: presence(une.present),
            apres: null,
          }))
      : []),
  ];
});

/** Items brought, withdrawn, reworded, and the order of those that stay. */
export const changementsDOrdre = entre(ordreGarde, (avant, apres) => {
  const avaient = new Map(avant.points.map((point) => [point.id, point]));
  const ont = new Set(apres.points.map(({ id }) => id));
  const restes = apres.points.filter(({ id }) => avaient.has(id));
  const ordre = (points: readonly { readonly titre: string }[]): string =>
    points.map(({ titre }) => titre).join(' ; ');
  const deplaces =
    avant.points
      .filter(({ id }) => ont.has(id))
      .map(({ id }) => id)
      .join() !== restes.map(({ id }) => id).join();
  return [
    ...apres.points.flatMap(({ id, titre }) =>
      change('POINT', avaient.get(id)?.titre ?? null, titre),
    ),
    ...avant.points
      .filter(({ id }) => !ont.has(id))
      .flatMap(({ titre }) => change('POINT', titre, null)),
    ...(deplaces ? change('ORDRE', ordre(avant.points), ordre(apres.points)) : []),
  ];
});

/** Lines written and lines taken away, in the order of the text. */
export const changementsDeReleve = entre(releveGarde, (avant, apres) =>
  lignesChangees(avant.texte, apres.texte),
);

export const changementsDeDecision = entre(decisionGardee, (avant, apres) => [
  ...change('STATUT', avant.statut, apres.statut),
  ...change('TEXTE', avant.texte, apres.texte),
  ...change('RESPONSABLE', avant.responsable, apres.responsable),
  ...change('FONCTION_RESPONSABLE', avant.fonctionResponsable, apres.fonctionResponsable),
  ...change('ECHEANCE', avant.echeance, apres.echeance),
  ...change('ENGAGEMENT', avant.engagement, apres.engagement),
  ...change('SUJETS', avant.sujets.join(' '), apres.sujets.join(' ')),
]);

function lignesChangees(avant: string, apres: string): readonly Changement[] {
  const [anciennes, nouvelles] = [lignes(avant), lignes(apres)];
  return [
    ...sansCelles(anciennes, nouvelles).flatMap((ligne) => change('TEXTE', ligne, null)),
    ...sansCelles(nouvelles, anciennes).flatMap((ligne) => change('TEXTE', null, ligne)),
  ];
}

function lignes(texte: string): readonly string[] {
  return texte
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');
}

/** Each line of the other text answers for one of these. */
function sansCelles(unes: readonly string[], autres: readonly string[]): readonly string[] {
  const restantes = [...autres];
  return unes.filter((ligne) => {
    const rang = restantes.indexOf(ligne);
    if (rang >= 0) restantes.splice(rang, 1);
    return rang < 0;
  });
}

/** The archive of PostgreSQL and the present row do not write an instant alike. */
function instant(lu: string | null): string | null {
  return lu === null ? null : new Date(lu).toISOString();
}

function presence(present: boolean): string {
  return present ? 'PRESENT' : 'ABSENT';
}

function cleDe({ fonction, organisation }: { fonction: string; organisation: string }): string {
  return `${fonction}, ${organisation}`;
}
