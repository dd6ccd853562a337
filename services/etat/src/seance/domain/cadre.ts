import { jourAParis } from '@passerelle/subgraph';
import { type Lu, lireTexteLibre, MAX } from './saisie.js';
import type { CadreSaisi } from './seance.actes.js';

/** When, where and about what a session is. */
export interface Cadre {
  readonly debut: Date | null;
  readonly fin: Date | null;
  readonly lieu: string | null;
  readonly objet: string | null;
}

/** It begins and ends on its day, and ends after it began. */
export function lireCadre(saisi: CadreSaisi, jour: string): Lu<Cadre> {
  const lieu = lireTexteLibre(saisi.lieu, MAX.lieu);
  if (!lieu.ok) return lieu;
  const objet = lireTexteLibre(saisi.objet, MAX.objet);
  if (!objet.ok) return objet;
  const debut = saisi.debut ?? null;
  const fin = saisi.fin ?? null;
  const deCeJour = [debut, fin].every(
    (instant) => instant === null || jourAParis(instant) === jour,
  );
  if (!deCeJour || (fin !== null && (debut === null || fin <= debut))) {
    return { ok: false, code: 'HORAIRES_INVALIDES' };
  }
  return { ok: true, valeur: { debut, fin, lieu: lieu.valeur, objet: objet.valeur } };
}

/** What was given, null included; what was left out is not there at all. */
export function cadreDonne(demande: CadreSaisi): CadreSaisi {
  const { debut, fin, lieu, objet, publique } = demande;
  return {
    ...(debut !== undefined && { debut }),
    ...(fin !== undefined && { fin }),
    ...(lieu !== undefined && { lieu }),
    ...(objet !== undefined && { objet }),
    ...(publique !== undefined && { publique }),
  };
}

/** At the same hour of Paris on another day. */
export function auMemeHoraire(
  seance: Pick<Cadre, 'debut' | 'fin'> & { readonly jour: string },
  jour: string,
): Pick<Cadre, 'debut' | 'fin'> {
  const jours = Date.parse(jour) - Date.parse(seance.jour);
  const deplacer = (instant: Date | null): Date | null => {
    if (instant === null || jours === 0) return instant;
    const naif = new Date(instant.getTime() + jours);
    return new Date(naif.getTime() + (avanceDeParis(instant) - avanceDeParis(naif)));
  };
  return { debut: deplacer(seance.debut), fin: deplacer(seance.fin) };
}

/** By how much the clocks of Paris are ahead of universal time then, in milliseconds. */
function avanceDeParis(instant: Date): number {
  return Date.parse(`${HORLOGE.format(instant).replace(' ', 'T')}Z`) - instant.getTime();
}

const HORLOGE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});
