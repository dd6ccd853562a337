import { posix } from 'node:path';
import type { Constat } from '@passerelle/publication';
import { constatDeModule } from './constat-de-module.js';
import { fichiersServis } from './integrite.js';
import type { LotLu } from './lire-lot.js';
import { lireScript, type ScriptLu } from './script.js';
import { constatsDeStyle } from './style.js';

/** What the gateway serves; the rest would never reach a browser, or would open as a page. */
const SERVIS: ReadonlySet<string> = new Set([
  '.js',
  '.mjs',
  '.css',
  '.json',
  '.svg',
  '.png',
  '.ico',
  '.woff2',
  '.txt',
  '.webmanifest',
]);

/** Every file of the bundle, read for what it may not hold. */
export function constatsDeContenu(lot: LotLu): Constat[] {
  return fichiersServis(lot).flatMap(([chemin, contenu]): Constat[] => {
    const extension = posix.extname(chemin);
    if (!SERVIS.has(extension)) return [interdit(chemin, extension)];
    if (extension === '.js' || extension === '.mjs') {
      const texte = lire(contenu);
      if (texte === null) return [illisible(chemin)];
      const script = lireScript(chemin, texte, lot.lot === 'partages');
      return [...script.constats, ...constatsDImport(lot, chemin, script)];
    }
    if (extension === '.css') {
      const texte = lire(contenu);
      return texte === null ? [illisible(chemin)] : constatsDeStyle(chemin, texte);
    }
    return extension === '.svg' ? constatsDImage(chemin, lire(contenu)) : [];
  });
}

/** An import that the page can't answer stops the whole module from loading. */
function constatsDImport(lot: LotLu, chemin: string, { imports }: ScriptLu): Constat[] {
  const offerts = new Set(
    lot.manifeste.genre === 'module'
      ? lot.manifeste.valeur.requires
      : Object.keys(lot.manifeste.valeur.imports),
  );
  return imports.flatMap(({ de, lieu }): Constat[] => {
    const place = { fichier: chemin, ...(lieu === undefined ? {} : { lieu }) };
    if (/^(?:[a-z]+:|\/\/)/i.test(de)) return [];
    if (/^\.{0,2}\//.test(de)) {
      const vise = posix.normalize(posix.join(posix.dirname(chemin), de));
      if (!de.startsWith('/') && lot.fichiers.has(vise)) return [];
      return [
        constatDeModule(
          'IMPORT_ABSENT',
          `« ${chemin} » importe « ${de} », qui n’est pas dans le lot.`,
          'Reconstruisez le lot ; un chemin relatif désigne un de ses fichiers.',
          place,
        ),
      ];
    }
    if (offerts.has(de)) return [];
    return [
      constatDeModule(
        'PARTAGE_MANQUANT',
        `« ${chemin} » importe « ${de} » sans le dire au manifeste.`,
        'Construisez avec @passerelle/portal-build, qui remplit « requires ».',
        place,
      ),
    ];
  });
}

function constatsDImage(chemin: string, texte: string | null): Constat[] {
  if (texte === null) return [illisible(chemin)];
  const constats: Constat[] = [];
  if (/<script|<foreignObject|\son\w+\s*=|javascript:/i.test(texte)) {
    constats.push(
      constatDeModule(
        'HTML_EN_LIGNE',
        `« ${chemin} » contient du code ou du HTML.`,
        'Gardez le dessin seul.',
        { fichier: chemin },
      ),
    );
  }
  if (/(?:href|src)\s*=\s*["']?\s*(?:https?:)?\/\//i.test(texte)) {
    constats.push(
      constatDeModule(
        'ORIGINE_DISTANTE',
        `« ${chemin} » charge une image d’une autre origine.`,
        'Mettez le fichier dans le lot.',
        { fichier: chemin },
      ),
    );
  }
  return constats;
}

function interdit(chemin: string, extension: string): Constat {
  return constatDeModule(
    'FICHIER_INTERDIT',
    `« ${chemin} » : le portail ne sert pas de fichier « ${extension} ».`,
    `Retirez-le du lot ; les genres servis sont ${[...SERVIS].join(', ')}.`,
    { fichier: chemin },
  );
}

function illisible(chemin: string): Constat {
  return constatDeModule(
    'FICHIER_ILLISIBLE',
    `« ${chemin} » n’est pas du texte en UTF-8.`,
    'Reconstruisez le lot.',
    { fichier: chemin },
  );
}

function lire(contenu: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(contenu);
  } catch {
    return null;
  }
}
