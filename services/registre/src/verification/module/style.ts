import type { Constat } from '@passerelle/publication';
import { constatDeModule } from './constat-de-module.js';

const COMMENTAIRE = /\/\*[\s\S]*?(?:\*\/|$)/g;
/** Names a language, loads nothing. */
const ESPACE_DE_NOMS = /@namespace[^;]*;/gi;
const ECHAPPEMENT = /\\([0-9a-f]{1,6})\s?/gi;
const ADRESSE = /url\(\s*(["']?)(.*?)\1\s*\)|@import\s+(["'])(.*?)\3/gis;
const DISTANT = /^\s*(?:(?:https?|wss?|ftp):)?\/\//i;

/** What a style sheet makes the browser load: nothing from elsewhere, no code. */
export function constatsDeStyle(fichier: string, css: string): Constat[] {
  const nu = css
    .replace(COMMENTAIRE, ' ')
    .replace(ECHAPPEMENT, (_, code: string) => caractere(code))
    .replace(ESPACE_DE_NOMS, '');
  const constats: Constat[] = [];
  for (const trouve of nu.matchAll(ADRESSE)) {
    const adresse = (trouve[2] ?? trouve[4] ?? '').trim();
    if (DISTANT.test(adresse)) {
      constats.push(
        constatDeModule(
          'ORIGINE_DISTANTE',
          `« ${fichier} » charge « ${adresse.slice(0, 100)} », hors du portail.`,
          'Mettez le fichier dans le lot.',
          { fichier },
        ),
      );
    } else if (/^(?:javascript|vbscript):|^data:text\/html/i.test(adresse)) {
      constats.push(
        constatDeModule(
          'URL_JAVASCRIPT',
          `« ${fichier} » contient une adresse qui exécute du code.`,
          'Retirez-la.',
          { fichier },
        ),
      );
    }
  }
  if (/[#@]\s*sourceMappingURL=/.test(css)) {
    constats.push(
      constatDeModule(
        'CARTE_DES_SOURCES',
        `« ${fichier} » annonce une carte des sources que le portail ne sert pas.`,
        'Construisez sans carte des sources (« sourcemap: false »).',
        { fichier, gravite: 'AVERTISSEMENT' },
      ),
    );
  }
  return constats;
}

function caractere(code: string): string {
  const point = Number.parseInt(code, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}
