import type { Difference } from '@passerelle/publication';

const QUOI: Readonly<Record<Difference['quoi'], string>> = {
  schema: 'Schéma',
  module: 'Module',
  canari: 'Canari du module',
  coquille: 'Coquille du portail',
  partages: 'Fichiers partagés du portail',
  carte: 'Carte de responsabilité',
};

/** « Schéma : révision 5, à la place de la 4. » */
export function decrireDifference({ quoi, avant, apres }: Difference): string {
  const sujet = QUOI[quoi];
  if (apres === null) {
    return avant === null ? `${sujet}.` : `${sujet} : la révision ${avant} n’est plus servie.`;
  }
  return avant === null
    ? `${sujet} : révision ${apres}, la première.`
    : avant === apres
      ? `${sujet} : révision ${apres}.`
      : `${sujet} : révision ${apres}, à la place de la ${avant}.`;
}
