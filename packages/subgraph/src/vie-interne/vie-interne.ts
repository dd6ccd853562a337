/** What is written in a house lives there first: written, validated, then shown to the others. */
export const EtatInterne = {
  BROUILLON: 'BROUILLON',
  VALIDEE: 'VALIDEE',
  PUBLIEE: 'PUBLIEE',
} as const;
export type EtatInterne = keyof typeof EtatInterne;

/** Acts on a version; each is a fact, at most once per version. */
export type ActeInterne = 'MODIFIER' | 'VALIDER' | 'PUBLIER' | 'ABANDONNER';

/** What the house holds when an act arrives: the newest version not abandoned; null for none. */
export type VersionCourante = { readonly version: number; readonly etat: EtatInterne } | null;

export type EmpechementInterne =
  | 'RIEN_A_ABANDONNER'
  | 'RIEN_A_PUBLIER'
  | 'RIEN_A_VALIDER'
  | 'TRANSITION_REFUSEE'
  | 'VERSION_DEPASSEE';

/**
 * What keeps an act from following, for each room that writes this way. Writing is always
 * possible: it makes a new draft, which leaves what is published in place until it is published
 * in turn.
 *
 * @param versionAttendue - the version on which the agent decided; 0 for « nothing yet », null when
 *   the agent doesn't say
 */
export function empechement(
  acte: ActeInterne,
  courante: VersionCourante,
  versionAttendue: number | null,
): EmpechementInterne | null {
  if (estDepassee(courante, versionAttendue)) return 'VERSION_DEPASSEE';
  switch (acte) {
    case 'MODIFIER':
      return null;
    case 'VALIDER':
      if (!courante || courante.etat === 'PUBLIEE') return 'RIEN_A_VALIDER';
      return courante.etat === 'BROUILLON' ? null : 'TRANSITION_REFUSEE';
    case 'PUBLIER':
      if (!courante || courante.etat === 'PUBLIEE') return 'RIEN_A_PUBLIER';
      return courante.etat === 'VALIDEE' ? null : 'TRANSITION_REFUSEE';
    case 'ABANDONNER':
      return !courante || courante.etat === 'PUBLIEE' ? 'RIEN_A_ABANDONNER' : null;
  }
}

/** Two people wrote: the second one decided on a version that is no longer the newest. */
export function estDepassee(
  courante: { readonly version: number } | null,
  versionAttendue: number | null,
): boolean {
  return versionAttendue !== null && versionAttendue !== (courante?.version ?? 0);
}
