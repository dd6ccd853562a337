import { createEvents, type DateArray, type EventAttributes } from 'ics';

export interface SeanceDeCalendrier {
  id: string;
  jour: string;
  debut?: string | null;
  fin?: string | null;
  lieu?: string | null;
  objet?: string | null;
  statut: 'PREVUE' | 'TENUE' | 'CLOSE' | 'ANNULEE';
  instance: { nomLe: string };
}

/** When the end is not said: a SPEL lasts a morning's half. */
const DUREE_PRESUMEE = { hours: 2 };

function instant(iso: string): DateArray {
  const date = new Date(iso);
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
  ];
}

function journee(jour: string): DateArray {
  const [annee = 0, mois = 0, jourDuMois = 0] = jour.split('-').map(Number);
  return [annee, mois, jourDuMois];
}

/** The same identifier in every export: an agenda that imports again updates, it does not double. */
function evenement(seance: SeanceDeCalendrier, portail: string): EventAttributes {
  const adresse = `${portail}/seances/${seance.id}`;
  const commun = {
    uid: `${seance.id.replaceAll(':', '-')}@passerelle`,
    title: seance.objet ? `${seance.instance.nomLe} : ${seance.objet}` : seance.instance.nomLe,
    description: `Dossier de la séance : ${adresse}/dossier`,
    url: adresse,
    status: seance.statut === 'ANNULEE' ? 'CANCELLED' : 'CONFIRMED',
    ...(seance.lieu ? { location: seance.lieu } : {}),
  } as const;
  if (!seance.debut) return { ...commun, start: journee(seance.jour), duration: { days: 1 } };
  const debut = {
    start: instant(seance.debut),
    startInputType: 'utc',
    startOutputType: 'utc',
  } as const;
  if (!seance.fin) return { ...commun, ...debut, duration: DUREE_PRESUMEE };
  return {
    ...commun,
    ...debut,
    end: instant(seance.fin),
    endInputType: 'utc',
    endOutputType: 'utc',
  };
}

/**
 * Sessions as agendas read them (RFC 5545). A cancelled session stays in, marked as such: whoever
 * had noted it learns of it.
 *
 * @param portail - origin of the portal, without a final slash
 * @throws Error when the library refuses an event
 */
export function calendrierDe(seances: readonly SeanceDeCalendrier[], portail: string): string {
  const { error, value } = createEvents(
    seances.map((seance) => evenement(seance, portail)),
    { productId: 'passerelle/seances', calName: 'Séances' },
  );
  if (error) throw error;
  return value ?? '';
}
