import { nomDeFichier, telecharger } from '@passerelle/portal-files';
import type { SeanceDeCalendrier } from './calendrier.js';

/** Gives sessions as an `.ics` file; what writes it is fetched on the first use only. */
export async function donnerCalendrier(
  nom: readonly string[],
  seances: readonly SeanceDeCalendrier[],
): Promise<void> {
  const { calendrierDe } = await import('./calendrier.js');
  const texte = calendrierDe(seances, location.origin);
  telecharger(new Blob([texte], { type: 'text/calendar;charset=utf-8' }), nomDeFichier(nom, 'ics'));
}
