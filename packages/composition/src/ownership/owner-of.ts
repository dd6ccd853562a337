import type { CarteDeResponsabilite } from './carte.js';
import { partnerAtEnd, partnersIn } from './partner-names.js';

const ROOT = /^(?:Query|Mutation|Subscription)\./;

/**
 * Partner that answers for a coordinate (`Metier`, `Metier.libelle`, `Query.metiers(first:)`).
 *
 * @returns undefined for what belongs to all (shared values) and for what the map doesn't know
 */
export function ownerOf(carte: CarteDeResponsabilite, coordonnee: string): string | undefined {
  const bare = coordonnee.replace(/\(.*$/, '');
  const [typeName = '', member] = bare.split('.');
  if (ROOT.test(bare)) {
    const known = entry(carte.racines, bare) ?? entry(carte.textesCommuns, bare);
    if (known !== undefined) return known;
    const [named, ...more] = partnersIn(carte.partenaires, member ?? '');
    return more.length === 0 ? named : undefined;
  }
  const type = entry(carte.types, typeName);
  if (type === undefined) return undefined;
  const isOpen = member !== undefined && type.cles.length > 0;
  return (isOpen ? partnerAtEnd(carte.partenaires, member) : undefined) ?? type.partenaire;
}

/** Own entries only: a type may be called `constructor`. */
export function entry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
