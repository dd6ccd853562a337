import { estPartenaire, type Partenaire } from '@passerelle/identity';

const SHAPE = /^([a-z-]+):fiche-([1-9]\d{0,8})$/;

/** `region:fiche-12`: the house, the number. */
export function ficheId(maison: Partenaire, numero: number): string {
  return `${maison}:fiche-${numero}`;
}

/** @returns null for anything that is not an identifier of a fiche of one of the three houses */
export function parseFicheId(id: string): { maison: Partenaire; numero: number } | null {
  const [, maison, numero] = SHAPE.exec(id) ?? [];
  if (maison === undefined || numero === undefined || !estPartenaire(maison)) return null;
  return { maison, numero: Number(numero) };
}

/** @returns null for anything that is not an identifier of a fiche of this house */
export function parseOwnFicheId(maison: Partenaire, id: string): number | null {
  const parsed = parseFicheId(id);
  return parsed?.maison === maison ? parsed.numero : null;
}
