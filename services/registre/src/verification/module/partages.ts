import type { Constat } from '@passerelle/publication';
import type { CanalVivant } from '../../canal-vivant.js';
import { constatDeModule } from './constat-de-module.js';
import type { LotLu } from './lire-lot.js';

/** What a module requires, the page gives; what the page gives, no live module loses. */
export function constatsDePartage(lot: LotLu, { partages, modules }: CanalVivant): Constat[] {
  if (lot.manifeste.genre === 'partages') {
    const { imports } = lot.manifeste.valeur;
    return modules.flatMap(({ partenaire, revision, manifeste }) =>
      manifeste.requires
        .filter((nom) => !Object.hasOwn(imports, nom))
        .map((nom) =>
          constatDeModule(
            'PARTAGE_RETIRE',
            `« ${nom} » n’est plus partagé, et le module de « ${partenaire} » (révision ${revision}) en a besoin.`,
            `Gardez-le, ou attendez que « ${partenaire} » publie un module qui s’en passe.`,
            { accordDe: partenaire },
          ),
        ),
    );
  }
  const { requires } = lot.manifeste.valeur;
  if (partages === null) {
    if (requires.length === 0) return [];
    return [
      constatDeModule(
        'PARTAGE_MANQUANT',
        'Les fichiers partagés ne sont pas encore publiés sur ce canal : le portail n’ouvrira qu’avec eux.',
        'Demandez à l’équipe de la plateforme de les publier.',
        { gravite: 'AVERTISSEMENT' },
      ),
    ];
  }
  const offerts = partages.manifeste.imports;
  return requires
    .filter((nom) => !Object.hasOwn(offerts, nom))
    .map((nom) =>
      constatDeModule(
        'PARTAGE_MANQUANT',
        `« ${nom} » n’est pas dans les fichiers partagés de ce canal.`,
        `Mettez-le dans le lot, ou demandez à la plateforme de le partager ; le portail partage ${Object.keys(offerts).join(', ')}.`,
      ),
    );
}
