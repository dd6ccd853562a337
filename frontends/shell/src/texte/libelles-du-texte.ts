import { formaterDate, nomPartenaire } from '@passerelle/portal-kit';
import { estPartenaire } from '@passerelle/portal-ui';

const CHAMPS: Readonly<Record<string, string>> = {
  intitule: 'Intitulé',
  signeLe: 'Jour de la signature',
  lieu: 'Lieu',
  signataires: 'Signataires',
  enPresenceDe: 'En présence de',
  libelle: 'Libellé',
  enjeu: 'Enjeu',
  pilote: 'Pilote',
  copilotes: 'Copilotes',
  echeance: 'Échéance',
  retireLe: 'Dernier jour',
  texteOfficiel: 'Texte officiel',
  source: 'Source',
};

export function nomDuChamp(champ: string): string {
  return CHAMPS[champ] ?? champ;
}

/** « E07, Libellé »; the protocol's own passages have no subject to repeat. */
export function nomDuPassage(sujet: string, champ: string): string {
  const debut = sujet === 'protocole' ? 'Protocole' : sujet.replace(/^enjeu/, 'Enjeu');
  return `${debut}, ${nomDuChamp(champ)}`;
}

/** What a passage holds, as a reader says it: names of houses, dates in words. */
export function direDuTexte(champ: string, valeur: string): string {
  if (valeur === '') return '';
  switch (champ) {
    case 'pilote':
      return nommer(valeur);
    case 'copilotes':
      return maisonsDe(valeur).map(nommer).join(', ') || 'aucun';
    case 'echeance':
    case 'retireLe':
    case 'signeLe':
      return /^\d{4}-\d{2}-\d{2}$/.test(valeur) ? formaterDate(valeur) : valeur;
    case 'texteOfficiel':
      return valeur === 'true' || valeur === 'oui' ? 'oui' : 'non';
    default:
      return valeur;
  }
}

/** Written as JSON by an avenant, by commas in an original. */
export function maisonsDe(valeur: string): string[] {
  const codes: unknown = valeur.startsWith('[') ? JSON.parse(valeur) : valeur.split(', ');
  return Array.isArray(codes) ? codes.map(String).filter((code) => code !== '') : [];
}

function nommer(code: string): string {
  return estPartenaire(code) ? nomPartenaire(code) : code;
}
