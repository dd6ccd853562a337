import type { Partenaire } from '@passerelle/identity';

const POINT = /^(.+)-([1-9]\d{0,8})$/;

/** `region-2`: the house, the number; unique in its session. */
export function pointId(maison: Partenaire, numero: number): string {
  return `${maison}-${numero}`;
}

/** @returns its number; null for anything that is not an item of this house */
export function parsePointId(maison: Partenaire, id: string): number | null {
  const [, house, numero] = POINT.exec(id) ?? [];
  return house === maison ? Number(numero) : null;
}
