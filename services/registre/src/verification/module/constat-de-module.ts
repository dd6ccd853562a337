import type { Constat } from '@passerelle/publication';
import type { CodeDeModule } from '../codes.js';

/** A finding about a bundle; refused unless it says otherwise. */
export function constatDeModule(
  code: CodeDeModule,
  message: string,
  remede: string,
  reste: Partial<Pick<Constat, 'gravite' | 'fichier' | 'lieu' | 'coordonnee' | 'accordDe'>> = {},
): Constat {
  return { code, gravite: 'REFUS', famille: 'module', message, remede, ...reste };
}
