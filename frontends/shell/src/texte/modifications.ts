import type {
  AvenantCompletFragment,
  ModificationEngagementInput,
  Partenaire,
} from '../generated/graphql.js';

type Changement = Pick<AvenantCompletFragment['changements'][number], 'sujet' | 'champ' | 'apres'>;

const MAISONS: Readonly<Record<string, Partenaire>> = {
  etat: 'ETAT',
  region: 'REGION',
  'pole-emploi': 'POLE_EMPLOI',
};

/** What an avenant already changes in the engagements, in the form in which it is sent again. */
export function modificationsDe(changements: readonly Changement[]): ModificationEngagementInput[] {
  const parCode = new Map<string, ModificationEngagementInput>();
  for (const { sujet, champ, apres } of changements) {
    if (!/^E\d{2}$/.test(sujet)) continue;
    const modification = parCode.get(sujet) ?? { code: sujet };
    if (champ === 'libelle') modification.libelle = apres;
    if (champ === 'echeance') modification.echeance = apres;
    const pilote = MAISONS[apres];
    if (champ === 'pilote' && pilote) modification.pilote = pilote;
    if (champ === 'copilotes') {
      const maisons: unknown = JSON.parse(apres);
      modification.copilotes = (Array.isArray(maisons) ? maisons : []).flatMap(
        (maison) => MAISONS[String(maison)] ?? [],
      );
    }
    parCode.set(sujet, modification);
  }
  return [...parCode.values()];
}

/** The same, with one more change; a second one on the same engagement completes the first. */
export function completer(
  modifications: readonly ModificationEngagementInput[],
  ajout: ModificationEngagementInput,
): ModificationEngagementInput[] {
  const ancienne = modifications.find(({ code }) => code === ajout.code);
  return [
    ...modifications.filter(({ code }) => code !== ajout.code),
    { ...ancienne, ...ajout },
  ].sort((a, b) => String(a.code).localeCompare(String(b.code)));
}
