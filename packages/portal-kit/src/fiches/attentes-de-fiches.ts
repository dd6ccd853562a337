import type { CleTerritoire } from '../territoire/territoire.js';
import type { DroitsFiche } from './droits-fiches.js';
import type { FicheEnCours, LectureFichesEnCours } from './fiche.js';

/** A fiche of one's own house that waits for an act. */
export interface AttenteDeFiche extends FicheEnCours {
  acte: 'Publier' | 'Valider' | 'Reprendre';
}

/**
 * What awaits whoever holds these rights: to publish, to validate, to write again; oldest first.
 *
 * @param chezLui - the arrondissement in which the reader acts; null for the whole region
 */
export function attentesDeFiches(
  donnees: LectureFichesEnCours,
  droits: DroitsFiche,
  chezLui: CleTerritoire | null,
): readonly AttenteDeFiche[] {
  const rangs: readonly AttenteDeFiche['acte'][] = ['Publier', 'Valider', 'Reprendre'];
  return [...(donnees.validees?.nodes ?? []), ...(donnees.brouillons?.nodes ?? [])]
    .flatMap((fiche): AttenteDeFiche[] => {
      if (chezLui !== null && !estChezLui(fiche, chezLui)) return [];
      const acte = acteAttendu(fiche, droits);
      return acte === null ? [] : [{ ...fiche, acte }];
    })
    .sort(
      (une, autre) =>
        rangs.indexOf(une.acte) - rangs.indexOf(autre.acte) ||
        une.modifieLe.localeCompare(autre.modifieLe),
    );
}

function acteAttendu(
  { etat, renvoyee, ecriteParMoi }: FicheEnCours,
  { modifier, valider, publier }: DroitsFiche,
): AttenteDeFiche['acte'] | null {
  if (etat === 'VALIDEE') return publier ? 'Publier' : null;
  if (renvoyee) return modifier && ecriteParMoi ? 'Reprendre' : null;
  return valider && !ecriteParMoi ? 'Valider' : null;
}

/** Nothing larger than the arrondissement, and no other one; the owner has the last word. */
function estChezLui({ territoires }: FicheEnCours, chezLui: CleTerritoire): boolean {
  return territoires.every(({ maille, code }) =>
    maille === 'ARRONDISSEMENT'
      ? code === chezLui.code
      : maille !== 'REGION' && maille !== 'DEPARTEMENT',
  );
}
