import type { Maille } from '../modules/emplacement.js';

export interface CleTerritoire {
  code: string;
  maille: Maille;
}

const NOMS: Readonly<Record<Maille, string>> = {
  REGION: 'région',
  DEPARTEMENT: 'département',
  ARRONDISSEMENT: 'arrondissement',
  EPCI: 'EPCI',
  COMMUNE: 'commune',
};

function estMaille(texte: string): texte is Maille {
  return Object.hasOwn(NOMS, texte);
}

export function nomMaille(maille: Maille): string {
  return NOMS[maille];
}

/** « de Valenciennes », « d’Arras », « du Touquet » : a place's name after « de ». */
export function deNom(nom: string): string {
  const contracte = /^(Le|Les) (.+)$/.exec(nom);
  if (contracte) return `${contracte[1] === 'Le' ? 'du' : 'des'} ${contracte[2]}`;
  return /^[AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜ]/i.test(nom) ? `d’${nom}` : `de ${nom}`;
}

/** Address of a territory's sheet: `/territoires/arrondissement/596`. */
export function cheminTerritoire({ code, maille }: CleTerritoire): string {
  return `/territoires/${maille.toLowerCase()}/${encodeURIComponent(code)}`;
}

/** How a territory is written in a filter of the address: `arrondissement:596`. */
export function ecrireTerritoire({ code, maille }: CleTerritoire): string {
  return `${maille.toLowerCase()}:${code}`;
}

/** Reads a filter of the address; null for what is not a territory. */
export function lireTerritoire(texte: string | null): CleTerritoire | null {
  const [maille = '', code = ''] = (texte ?? '').split(':');
  const enMajuscules = maille.toUpperCase();
  return estMaille(enMajuscules) && /^[0-9A-Z]{1,12}$/i.test(code)
    ? { code, maille: enMajuscules }
    : null;
}
