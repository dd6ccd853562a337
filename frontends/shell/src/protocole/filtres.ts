import { estPartenaire, type Partenaire } from '@passerelle/portal-ui';
import type { LigneDeSuivi } from './suivi.js';

/** What the reader asks of the list; kept in the address, so that a link shows the same list. */
export interface Filtres {
  enjeu: number | null;
  maison: Partenaire | null;
  vue: 'enjeux' | 'anciennete';
}

/** Reads the address; what it does not understand is as if it were not there. */
export function lireFiltres(recherche: URLSearchParams): Filtres {
  const enjeu = recherche.get('enjeu') ?? '';
  const maison = recherche.get('maison') ?? '';
  return {
    enjeu: /^[1-9]\d?$/.test(enjeu) ? Number(enjeu) : null,
    maison: estPartenaire(maison) ? maison : null,
    vue: recherche.get('vue') === 'anciennete' ? 'anciennete' : 'enjeux',
  };
}

/** Parameters of the address for these filters; null takes one out. */
export function ecrireFiltres({ enjeu, maison, vue }: Filtres): Record<string, string | null> {
  return {
    enjeu: enjeu === null ? null : String(enjeu),
    maison,
    vue: vue === 'enjeux' ? null : vue,
  };
}

/** Engagements of the enjeu in which the house is pilot or copilot. */
export function filtrer(lignes: readonly LigneDeSuivi[], filtres: Filtres): LigneDeSuivi[] {
  const { enjeu, maison } = filtres;
  return lignes.filter(
    (ligne) =>
      (enjeu === null || ligne.enjeu === enjeu) &&
      (maison === null || ligne.pilote === maison || ligne.copilotes.includes(maison)),
  );
}
