import { unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { FeuilleLue, ValeurLue } from '../feuille.js';
import { FichierRefuse } from '../fichier-refuse.js';

/** As received, and once unpacked: a small archive can hold gigabytes of nothing. */
const MAX_FICHIER = 10 * 1024 * 1024;
const MAX_CONTENU = 60 * 1024 * 1024;

/** @throws FichierRefuse */
export async function readXlsx(fichier: Blob): Promise<readonly FeuilleLue[]> {
  if (fichier.size > MAX_FICHIER) throw tropGros();
  const archive = repack(new Uint8Array(await fichier.arrayBuffer()));
  try {
    const feuilles = await readXlsxFile(archive, { trim: false });
    return feuilles.map(({ sheet, data }) => ({
      nom: sheet,
      lignes: data.map((ligne) => ligne.map(valeurDe)),
    }));
  } catch (error) {
    throw illisible(error);
  }
}

/**
 * The parts that hold values, stored without compression: the reader unpacks compressed archives in
 * a worker made from a blob, which the portal's content security policy refuses.
 */
function repack(received: Uint8Array): ArrayBuffer {
  let total = 0;
  try {
    const parts = unzipSync(received, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/.test(name)) return false;
        total += originalSize;
        if (total > MAX_CONTENU) throw tropGros();
        return true;
      },
    });
    return new Uint8Array(zipSync(parts, { level: 0 })).buffer;
  } catch (error) {
    throw error instanceof FichierRefuse ? error : illisible(error);
  }
}

function valeurDe(valeur: unknown): ValeurLue {
  if (valeur instanceof Date) {
    return Number.isNaN(valeur.getTime()) ? null : valeur.toISOString().slice(0, 10);
  }
  if (typeof valeur === 'string') return valeur.replaceAll('\r\n', '\n');
  return typeof valeur === 'number' || typeof valeur === 'boolean' ? valeur : null;
}

function tropGros(): FichierRefuse {
  return new FichierRefuse(
    'FICHIER_TROP_GROS',
    'Le fichier dépasse 10 Mo, ou contient trop de données. Gardez les seules feuilles utiles.',
  );
}

function illisible(cause: unknown): FichierRefuse {
  return new FichierRefuse(
    'FICHIER_ILLISIBLE',
    'Ce fichier n’est pas un classeur .xlsx lisible. Enregistrez-le au format « Classeur Excel (.xlsx) ».',
    { cause },
  );
}
