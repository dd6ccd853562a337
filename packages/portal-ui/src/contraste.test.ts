import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const feuille = readFileSync(new URL('../styles/jetons.css', import.meta.url), 'utf8');

/** Every token given as light-dark(#, #). */
const jetons = new Map(
  [...feuille.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((m) => [
    m[1] ?? '',
    { clair: m[2] ?? '', sombre: m[3] ?? '' },
  ]),
);
const THEMES = ['clair', 'sombre'] as const;
const SURFACES = ['fond', 'surface', 'surface-2', 'accent-fond'];

function luminance(couleur: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((rang) => {
    const c = Number.parseInt(couleur.slice(rang, rang + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio of two colours, from 1 to 21. */
function contraste(a: string, b: string): number {
  const [clair = 0, fonce = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (clair + 0.05) / (fonce + 0.05);
}

function couleur(nom: string, theme: (typeof THEMES)[number]): string {
  const jeton = jetons.get(nom);
  if (!jeton) throw new Error(`jeton inconnu : ${nom}`);
  return jeton[theme];
}

const partenaires = [...jetons.keys()].filter((nom) => nom.startsWith('partenaire-'));

describe('contraste des jetons', () => {
  it('mesure le noir sur blanc à 21 et une couleur sur elle-même à 1', () => {
    expect(contraste('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contraste('#2b3f8c', '#2b3f8c')).toBe(1);
  });

  it('trouve une couleur pour chacune des trois maisons', () => {
    expect(partenaires).toEqual(['partenaire-etat', 'partenaire-region', 'partenaire-pole-emploi']);
  });

  const textes = ['encre', 'encre-2', 'accent', 'ok', 'attention', 'alerte', ...partenaires];
  for (const theme of THEMES) {
    it.each(textes.flatMap((t) => SURFACES.map((s) => [t, s] as const)))(
      `le texte %s se lit sur %s, thème ${theme} (4,5:1 au moins)`,
      (texte, surface) => {
        expect(contraste(couleur(texte, theme), couleur(surface, theme))).toBeGreaterThanOrEqual(
          4.5,
        );
      },
    );

    it.each([
      ['ok', 'ok-fond'],
      ['attention', 'attention-fond'],
      ['alerte', 'alerte-fond'],
      ['encre', 'attention-fond'],
      ['encre', 'alerte-fond'],
      ['fond', 'accent'],
    ])(`%s se lit sur %s, thème ${theme} (4,5:1 au moins)`, (texte, surface) => {
      expect(contraste(couleur(texte, theme), couleur(surface, theme))).toBeGreaterThanOrEqual(4.5);
    });

    it.each(['fond', 'surface', 'surface-2'])(
      `les traits forts se voient sur %s, thème ${theme} (3:1 au moins)`,
      (surface) => {
        expect(
          contraste(couleur('trait-fort', theme), couleur(surface, theme)),
        ).toBeGreaterThanOrEqual(3);
      },
    );
  }
});
