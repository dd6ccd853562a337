import type { Identite } from '@passerelle/identity';
import { type RefusDAnnuaire, refus } from '../domain/annuaire.errors.js';
import type { AnnuaireJournal, NouveauRole } from '../domain/annuaire.journal.js';

const MAX = { fonction: 200, titulaire: 120, source: 300 } as const;

/** @returns null when the role is recorded */
export async function nommer(
  journal: AnnuaireJournal,
  identite: Identite,
  demande: NouveauRole,
): Promise<RefusDAnnuaire | null> {
  const titulaire = demande.titulaire?.trim() ?? '';
  const role: NouveauRole = {
    organisation: demande.organisation,
    fonction: demande.fonction.trim(),
    titulaire: titulaire === '' ? null : titulaire,
    du: demande.du,
    source: demande.source.trim(),
  };
  const fits =
    role.fonction.length >= 1 &&
    role.fonction.length <= MAX.fonction &&
    titulaire.length <= MAX.titulaire &&
    role.source.length >= 1 &&
    role.source.length <= MAX.source &&
    !/[<>]/.test(`${role.fonction}${titulaire}${role.source}`);
  if (!fits) return refus('ROLE_INVALIDE');
  switch (await journal.nommer(identite, role)) {
    case 'FAIT':
      return null;
    case 'INCONNUE':
      return refus('ORGANISATION_INCONNUE');
    case 'TROP_TOT':
      return refus('ROLE_INVALIDE');
  }
}
