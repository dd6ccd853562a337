import { isSiret, type Territoire } from '@passerelle/reference-data';
import type { Aleatoire } from '../hasard/aleatoire.js';

export interface OrganismeFictif {
  readonly nom: string;
  readonly siret: string;
  readonly lieu: Territoire;
}

/**
 * Made-up training bodies: their name says that they are, and their SIREN begins with four zeros,
 * which INSEE never gave.
 *
 * @param lieux - where each one sits, drawn by `tirerLieu`
 */
export function organismesFictifs(
  nombre: number,
  tirerLieu: (hasard: Aleatoire) => Territoire,
  hasard: Aleatoire,
): OrganismeFictif[] {
  return Array.from({ length: nombre }, (_, index) => {
    const lieu = tirerLieu(hasard);
    const numero = index + 1;
    return {
      nom: `Organisme fictif n° ${String(numero).padStart(3, '0')} – ${lieu.nom}`,
      siret: siretFictif(numero),
      lieu,
    };
  });
}

function siretFictif(numero: number): string {
  const siren = withKey(`0000${String(5000 + numero)}`);
  const siret = withKey(`${siren}0001`);
  if (!isSiret(siret)) throw new Error(`made-up SIRET ${siret} has a wrong key`);
  return siret;
}

/** Adds Luhn's key to a series of digits. */
function withKey(digits: string): string {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
