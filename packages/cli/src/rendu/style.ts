import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Colour only adds to words that say the same. */
export function peindre(couleur: boolean, format: Format, texte: string): string {
  return couleur ? styleText(format, texte, { validateStream: false }) : texte;
}
