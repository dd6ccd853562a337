import type { Cible } from '@passerelle/publication';

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });

/** For whom a version is tried, in words. */
export function decrireCible({ roles, organisations }: Cible): string {
  const parts = [
    roles.length > 0 &&
      `${roles.length === 1 ? 'le rôle' : 'les rôles'} ${enumerer.format(roles.map((role) => `« ${role} »`))}`,
    organisations.length > 0 &&
      `${organisations.length === 1 ? 'l’organisation' : 'les organisations'} ${enumerer.format(organisations.map((nom) => `« ${nom} »`))}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'personne pour le moment' : enumerer.format(parts);
}
