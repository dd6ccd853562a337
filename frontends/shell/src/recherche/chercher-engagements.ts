import { simplifier } from '../texte-cherche.js';

export interface EngagementCherche {
  code: string;
  libelle: string;
}

/** `7`, `e7` and `E07` are the same engagement. Null when the text is not a number of engagement. */
export function codeEngagement(texte: string): string | null {
  const numero = /^e?0?(\d{1,2})$/i.exec(texte.trim())?.[1];
  return numero === undefined ? null : `E${numero.padStart(2, '0')}`;
}

/** Engagements whose code is the text, or whose wording has every word of it. */
export function chercherEngagements(
  engagements: readonly EngagementCherche[],
  texte: string,
  limite = 6,
): EngagementCherche[] {
  const mots = simplifier(texte).split(' ').filter(Boolean);
  if (mots.length === 0) return [];
  const code = codeEngagement(texte);
  const designe = engagements.find((engagement) => engagement.code === code);
  if (designe) return [designe];
  return engagements
    .filter((engagement) => {
      const libelle = simplifier(`${engagement.code} ${engagement.libelle}`);
      return mots.every((mot) => libelle.includes(mot));
    })
    .slice(0, limite);
}
