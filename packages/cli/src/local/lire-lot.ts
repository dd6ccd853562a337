import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { LIMITES_DE_LOT } from '@passerelle/publication';
import { echecLocal, SORTIE } from '../echec.js';

export type Lot = 'module' | 'coquille' | 'partages';

export interface FichierDuLot {
  readonly chemin: string;
  /** Base64. */
  readonly contenu: string;
}

/**
 * The files of a built folder, as the registry takes them: the compressed copies stay, hidden
 * files too.
 */
export async function lireLot(dossier: string, nom: string, lot: Lot): Promise<FichierDuLot[]> {
  const chemins = await listerChemins(dossier, nom);
  const manifeste = lot === 'partages' ? 'partages.json' : 'manifest.json';
  if (!chemins.includes(manifeste)) {
    throw echecLocal(
      SORTIE.USAGE,
      'LOT_SANS_MANIFESTE',
      `${nom} ne contient pas ${manifeste}.`,
      'Donnez le dossier que la construction a produit, le plus souvent « dist », après « pnpm build ».',
    );
  }
  let octets = 0;
  const fichiers: FichierDuLot[] = [];
  for (const chemin of chemins) {
    const contenu = await readFile(join(dossier, chemin));
    octets += contenu.byteLength;
    if (contenu.byteLength > LIMITES_DE_LOT.octetsParFichier) {
      throw tropGrand(`${chemin} pèse ${mo(contenu.byteLength)}`, LIMITES_DE_LOT.octetsParFichier);
    }
    if (octets > LIMITES_DE_LOT.octets) {
      throw tropGrand(`${nom} dépasse ${mo(LIMITES_DE_LOT.octets)}`, LIMITES_DE_LOT.octets);
    }
    fichiers.push({ chemin, contenu: contenu.toString('base64') });
  }
  if (fichiers.length > LIMITES_DE_LOT.fichiers) {
    throw echecLocal(
      SORTIE.USAGE,
      'LOT_TROP_GRAND',
      `${nom} compte ${fichiers.length} fichiers ; un lot en compte au plus ${LIMITES_DE_LOT.fichiers}.`,
    );
  }
  return fichiers;
}

async function listerChemins(dossier: string, nom: string): Promise<string[]> {
  let entrees: Awaited<ReturnType<typeof lireDossier>>;
  try {
    entrees = await lireDossier(dossier);
  } catch (cause) {
    throw echecLocal(
      SORTIE.USAGE,
      'FICHIER_ILLISIBLE',
      `Le dossier ${nom} ne peut pas être lu.`,
      'Construisez d’abord le module, par « pnpm build ».',
      { cause },
    );
  }
  return entrees
    .filter((entree) => entree.isFile() && !/\.(br|gz)$/.test(entree.name))
    .map(({ parentPath, name }) => relative(dossier, join(parentPath, name)).split(sep).join('/'))
    .filter((chemin) => !/(^|\/)\./.test(chemin))
    .sort();
}

function lireDossier(dossier: string) {
  return readdir(dossier, { recursive: true, withFileTypes: true });
}

function tropGrand(constat: string, limite: number): Error {
  return echecLocal(
    SORTIE.USAGE,
    'LOT_TROP_GRAND',
    `${constat} ; la limite est de ${mo(limite)}.`,
    'Retirez du dossier ce que le portail ne charge pas.',
  );
}

function mo(octets: number): string {
  return `${(octets / 1_048_576).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Mo`;
}
