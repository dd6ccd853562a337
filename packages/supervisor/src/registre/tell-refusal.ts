import { NOM_PARTENAIRE } from '@passerelle/identity';
import { COMMUN, type Constat } from '@passerelle/publication';
import type { Offer } from './offers.js';

export type Finding = Pick<
  Constat,
  'code' | 'gravite' | 'message' | 'remede' | 'coordonnee' | 'fichier'
>;

/** More would hide the rest of the start; all of them are in the registry's journal. */
const SHOWN = 5;

/** « Région : le schéma n'est pas publié (CODE). CODE Instance.type : why → way out » */
export function tellRefusal(
  offer: Pick<Offer, 'editeur' | 'libelle'>,
  rapport: { readonly constats: readonly Finding[] },
  estEnService: boolean,
): string {
  const nom = offer.editeur === COMMUN ? 'Commun' : NOM_PARTENAIRE[offer.editeur];
  const refus = rapport.constats.filter(({ gravite }) => gravite === 'REFUS');
  const codes = [...new Set(refus.map(({ code }) => code))].join(', ');
  const lines = refus.slice(0, SHOWN).map(tellFinding);
  const reste = refus.length - SHOWN;
  if (reste > 0) lines.push(`  … et ${reste} de plus, dans le journal du registre.`);
  const effet = estEnService
    ? 'ce qui était publié reste en service'
    : "rien n'est publié à sa place";
  return [
    `${nom} : le registre refuse ${offer.libelle} de cette copie (${codes || 'sans raison donnée'}) ; ${effet}.`,
    ...lines,
  ].join('\n');
}

function tellFinding({ code, coordonnee, fichier, message, remede }: Finding): string {
  const lieu = coordonnee ?? fichier;
  const suite = remede === '' ? '' : ` → ${remede}`;
  return `  ${code}${lieu === undefined ? '' : ` ${lieu}`} : ${message}${suite}`;
}
