import { type Lu, lireTexte, MAX } from './saisie.js';
import type { PresenceSaisie } from './seance.actes.js';
import type { Presence } from './seance.js';

export const MAX_PRESENCES = 100;

/**
 * Who was there, as it was typed against the seats of that day. A voice comes with the seat and
 * never with what was typed: it makes the quorum.
 */
export function lireFeuille(
  saisies: readonly PresenceSaisie[],
  membres: readonly Presence[],
): Lu<readonly Presence[]> {
  if (saisies.length > MAX_PRESENCES) return { ok: false, code: 'LISTE_TROP_LONGUE' };
  const presences: Presence[] = [];
  const vues = new Set<string>();
  for (const saisie of saisies) {
    const fonction = lireTexte(saisie.fonction, MAX.fonction);
    if (!fonction.ok) return fonction;
    const organisation = lireTexte(saisie.organisation, MAX.fonction);
    if (!organisation.ok) return organisation;
    const cle = JSON.stringify([fonction.valeur, organisation.valeur]);
    const siege = membres.find(
      (membre) => JSON.stringify([membre.fonction, membre.organisation]) === cle,
    );
    const present = saisie.present ?? true;
    presences.push({
      fonction: fonction.valeur,
      organisation: organisation.valeur,
      partenaire: siege ? siege.partenaire : (saisie.partenaire ?? null),
      present,
      // Nobody signs without being there.
      signataire: present && (saisie.signataire ?? false),
      // Said twice, a seat still votes once.
      voix: (siege?.voix ?? false) && !vues.has(cle),
    });
    vues.add(cle);
  }
  return presences.some(({ present }) => present)
    ? { ok: true, valeur: presences }
    : { ok: false, code: 'PERSONNE_PRESENT' };
}
