import { estPartenaire, type Partenaire } from '@passerelle/identity';

const SHAPE = /^([a-z-]+):observation-([1-9]\d{0,8})$/;

/** `etat:observation-7`: the house that wrote it, the number. */
export function observationId(maison: Partenaire, id: number): string {
  return `${maison}:observation-${id}`;
}

/** @returns null for anything that is not an identifier of an observation of one of the houses */
export function parseObservation(id: string): { maison: Partenaire; numero: number } | null {
  const [, maison, numero] = SHAPE.exec(id) ?? [];
  if (maison === undefined || numero === undefined || !estPartenaire(maison)) return null;
  return { maison, numero: Number(numero) };
}

/** @returns null for anything that is not an identifier of an observation of this house */
export function parseObservationId(maison: Partenaire, id: string): number | null {
  const parsed = parseObservation(id);
  return parsed?.maison === maison ? parsed.numero : null;
}
