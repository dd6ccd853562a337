import type { Canal } from '@passerelle/publication';
import { decrireCible } from '../etat/cible.js';
import type { EtatDePartenaire } from '../registre/lire-etat.js';
import type { Promotion } from './dialogue-promotion.js';

/** The canary of a channel, opened to everyone: nothing when there is none. */
export function ouvertureATous(
  canal: Canal,
  { partenaire, canari }: EtatDePartenaire,
): Promotion[] {
  if (canari === null) return [];
  return [
    {
      titre: `Ouvrir à tous la version ${canari.version} de votre module`,
      effet: `Elle est essayée par ${decrireCible(canari.cible)}. Elle sera proposée à tous les agents, à un moment sûr : rien de ce qu’ils écrivent n’est perdu.`,
      acte: 'Ouvrir à tous',
      fait: 'La version est ouverte à tous.',
      demande: { genre: 'module', lot: 'module', quoi: 'canari', canal, editeur: partenaire },
    },
  ];
}

/** What recette serves and production does not yet. */
export function misesEnProduction(
  recette: EtatDePartenaire,
  production: EtatDePartenaire | undefined,
): Promotion[] {
  const { partenaire, schema, module } = recette;
  const promotions: Promotion[] = [];
  if (schema !== null && schema.revision !== production?.schema?.revision) {
    const servi = production?.schema ?? null;
    promotions.push({
      titre: `Mettre en production la révision ${schema.revision} de votre schéma`,
      effet:
        servi === null
          ? 'La production ne sert encore aucun schéma de votre maison.'
          : `Elle prendra la place de la révision ${servi.revision}.`,
      acte: 'Mettre le schéma en production',
      fait: 'Le schéma est en production.',
      demande: {
        genre: 'schema',
        quoi: 'recette-production',
        canal: 'production',
        editeur: partenaire,
      },
    });
  }
  if (module !== null && module.revision !== production?.module?.revision) {
    const servi = production?.module ?? null;
    promotions.push({
      titre: `Mettre en production la version ${module.version} de votre module`,
      effet:
        servi === null
          ? 'La production ne sert encore aucun module de votre maison.'
          : `Elle prendra la place de la version ${servi.version}. Les agents la reçoivent à un moment sûr : rien de ce qu’ils écrivent n’est perdu.`,
      acte: 'Mettre le module en production',
      fait: 'Le module est en production.',
      demande: {
        genre: 'module',
        lot: 'module',
        quoi: 'recette-production',
        canal: 'production',
        editeur: partenaire,
      },
    });
  }
  return promotions;
}
