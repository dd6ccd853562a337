import { formaterNombre } from '@passerelle/portal-kit';
import type { TravailLuFragment } from '../generated/graphql.js';

/** « Étape 3 sur 6, décisions : 1 200 éléments lus. » */
export function direAvancement({
  etat,
  etape,
  rangEtape,
  nombreEtapes,
  lus,
}: Pick<TravailLuFragment, 'etat' | 'etape' | 'rangEtape' | 'nombreEtapes' | 'lus'>): string {
  const lu = `${formaterNombre(lus)} ${lus > 1 ? 'éléments lus' : 'élément lu'}`;
  if (etat === 'PRET') return `Signé : ${lu}.`;
  const ou = `étape ${rangEtape} sur ${nombreEtapes}, ${etape.charAt(0).toLowerCase()}${etape.slice(1)}`;
  return etat === 'ECHOUE' ? `Arrêté en chemin, ${ou} : ${lu}.` : `En cours, ${ou} : ${lu}.`;
}
