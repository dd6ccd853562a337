import { type ActeVerifier, PARTENAIRES, type Partenaire } from '@passerelle/identity';
import type { Copies } from '../domain/copies.js';
import { direLeSuivi } from '../domain/etat-du-suivi.js';
import { type ActesDesAutres, type Rythme, type SuiviLog, suivreMaison } from './suivre-maison.js';

/** The streams of the other two houses. */
export interface Suivi {
  demarrer(): void;
  arreter(): Promise<void>;
  /** By house, in French: « à jour jusqu’au n° 12 ». */
  dire(): Readonly<Record<string, string>>;
}

export function suivreLesAutres(deps: {
  maison: Partenaire;
  actes: ActesDesAutres;
  verifier: ActeVerifier;
  copies: Copies;
  log: SuiviLog;
  rythme?: Rythme;
}): Suivi {
  const { maison, ...rest } = deps;
  const suivis = PARTENAIRES.filter((partenaire) => partenaire !== maison).map((partenaire) =>
    suivreMaison({ partenaire, ...rest }),
  );
  return {
    demarrer() {
      for (const suivi of suivis) suivi.start();
    },
    async arreter() {
      await Promise.all(suivis.map((suivi) => suivi.stop()));
    },
    dire: () =>
      Object.fromEntries(suivis.map((suivi) => [suivi.partenaire, direLeSuivi(suivi.etat())])),
  };
}
