import type { Partenaire } from '@passerelle/identity';

const SHAPE = /^([a-z-]+):observation-([1-9]\d{0,8})$/;

/** `etat:observation-7`: the house that wrote it, the number. */
export function observationId(maison: Partenaire, id: number): string {
  return `${maison}:observation-${id}`;
}

/** @returns null for anything that is not an identifier of an observation of this house */
export function parseObservationId(maison: Partenaire, id: string): number | null {
  const [, house, number] = SHAPE.exec(id) ?? [];
  return house === maison && number !== undefined ? Number(number) : null;
}
