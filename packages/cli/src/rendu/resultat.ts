import type { ResultatPublication } from '@passerelle/publication';
import { peindre } from './style.js';

/** One sentence: what is live now and for whom, or that nothing changed. */
export function rendreResultat(
  resultat: ResultatPublication,
  couleur: boolean,
  canari: readonly string[] = [],
): string {
  const { publie, inchange, canal, numero, revision } = resultat;
  const quoi = revision === null ? '' : `révision ${revision}, `;
  if (inchange) {
    return `Inchangé : ${quoi}publication ${numero ?? '—'} de ${canal} sert déjà exactement cela.\n`;
  }
  if (!publie) return 'Non publié.\n';
  const pour = canari.length === 0 ? '' : ` en canari (${canari.join(', ')})`;
  return `${peindre(couleur, 'green', 'Publié')}${pour} : ${quoi}publication ${numero ?? '—'} de ${canal}.\n`;
}
