import type { Acquittement } from '@passerelle/publication';
import { peindre } from './style.js';
import { table } from './table.js';

export interface Acquittements {
  readonly attendues: readonly string[];
  readonly recus: readonly Acquittement[];
}

/** Which gateways serve it, which refused it, which have not said. */
export function rendreAcquittements(
  { attendues, recus }: Acquittements,
  muettes: readonly string[],
  rendu: { largeur: number; couleur: boolean },
): string {
  const connues = [...muettes, ...recus.map(({ passerelle }) => passerelle)];
  const plusLoin = attendues.filter((nom) => !connues.includes(nom));
  const lignes = [
    ...recus.map(({ passerelle, statut, dureeMs, code, message }) =>
      statut === 'SERVIE'
        ? [passerelle, peindre(rendu.couleur, 'green', 'sert'), `en ${Math.round(dureeMs)} ms`]
        : [
            passerelle,
            peindre(rendu.couleur, 'red', 'REFUSE'),
            [code, message].filter((texte) => texte !== undefined).join(' : '),
          ],
    ),
    ...plusLoin.map((nom) => [nom, 'sert', 'une publication plus récente']),
    ...muettes.map((nom) => [nom, 'sans réponse', '']),
  ];
  if (lignes.length === 0) {
    return 'Aucune passerelle n’est reliée au registre : chacune servira la publication à son retour.\n';
  }
  return `${table([{ titre: 'Passerelle' }, { titre: 'Réponse' }, { titre: 'Détail' }], lignes, rendu.largeur)}\n`;
}
