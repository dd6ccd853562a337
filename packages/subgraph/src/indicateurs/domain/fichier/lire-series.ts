import type { Maille } from '../../../vocabulaire/codes.js';
import { parsePeriode } from '../periode.js';
import { simplifier } from './colonnes.js';
import type { RangeeCsv } from './lire-csv.js';
import { type FichierLu, Recolte } from './recolte.js';

/**
 * Several series of the BDM of INSEE: `Libellé;idBank;Dernière mise à jour;Période;2023-T1;…`. The
 * territory is in the title of the series: « Taux de chômage localisé par département - Nord ».
 */
export function lireSeries(rangees: readonly RangeeCsv[], maille: Maille | null): FichierLu | null {
  const [tete, ...corps] = rangees;
  const entete = tete?.cellules ?? [];
  const titres = entete.map(simplifier);
  const libelle = titres.indexOf('libelle');
  if (libelle === -1 || !titres.includes('idbank')) return null;
  const periodes = entete.flatMap((titre, index) => {
    const periode = parsePeriode(titre);
    return periode === null ? [] : [{ index, code: periode.code }];
  });
  if (periodes.length === 0) return null;
  const recolte = new Recolte();
  for (const { ligne, cellules } of corps) {
    const titre = cellules[libelle] ?? '';
    // A line under each series gives the codes of its values: provisional, revised.
    if (titre === '') continue;
    for (const { index, code } of periodes) {
      recolte.ajouter(cellules[index] ?? '', {
        ligne,
        maille: maille ?? mailleDuTitre(titre),
        code: '',
        noms: titre.split(/\s+[-–]\s+/).toReversed(),
        periode: code,
        dimension: null,
        modalite: null,
      });
    }
  }
  return recolte.fichier('SERIES');
}

function mailleDuTitre(titre: string): Maille | null {
  const mots = new Set(simplifier(titre).split(' '));
  if (mots.has('departement') || mots.has('departements')) return 'DEPARTEMENT';
  if (mots.has('region') || mots.has('regions') || mots.has('regional')) return 'REGION';
  return null;
}

/** One series of the BDM: one period a line under a few lines of titles, one territory a file. */
export function lireSerie(
  rangees: readonly RangeeCsv[],
  { maille, territoire }: { maille: Maille | null; territoire: string | null },
): FichierLu | null {
  const debut = rangees.findIndex(({ cellules }) => parsePeriode(cellules[0] ?? '') !== null);
  if (debut === -1 || debut > 10) return null;
  const titre = rangees
    .slice(0, debut)
    .find(({ cellules }) => simplifier(cellules[0] ?? '') === 'libelle')?.cellules[1];
  if (territoire === null && titre === undefined) return null;
  const recolte = new Recolte();
  for (const { ligne, cellules } of rangees.slice(debut)) {
    const periode = parsePeriode(cellules[0] ?? '');
    if (periode === null) recolte.erreur(ligne, 'PERIODE_INVALIDE');
    else {
      recolte.ajouter(cellules[1] ?? '', {
        ligne,
        maille: maille ?? (titre === undefined ? null : mailleDuTitre(titre)),
        code: territoire ?? '',
        noms: territoire === null ? (titre ?? '').split(/\s+[-–]\s+/).toReversed() : [],
        periode: periode.code,
        dimension: null,
        modalite: null,
      });
    }
  }
  return recolte.fichier('SERIE');
}
