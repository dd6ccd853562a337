import type { Partenaire } from '@passerelle/identity';
import { parseSeanceId, type SeanceDesignee } from './seance-id.js';

const POINT = /^([a-z-]+):(.+):([1-9]\d{0,8})$/;

/** `region:spel-596:2023-12-18:2`: the house, the session, the number. */
export function pointId(maison: Partenaire, seance: string, numero: number): string {
  return `${maison}:${seance}:${numero}`;
}

/** @returns null for anything that is not an item of this house */
export function parsePointId(
  maison: Partenaire,
  id: string,
): { readonly seance: SeanceDesignee; readonly numero: number } | null {
  const [, house, of = '', numero] = POINT.exec(id) ?? [];
  const seance = house === maison ? parseSeanceId(of) : null;
  return seance && { seance, numero: Number(numero) };
}
