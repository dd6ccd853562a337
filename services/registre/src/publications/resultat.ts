import type { Canal, Constat, Rapport, ResultatPublication } from '@passerelle/publication';
import type { Change } from './change-channel.js';

/** What a publisher is told of the revision that it published. */
export interface FaitsDePublication {
  readonly rapport: Rapport;
  readonly revision: number | null;
  readonly empreinte: string | null;
}

export function resultatOf(
  canal: Canal,
  { issue, faits, numero }: Change<FaitsDePublication>,
): ResultatPublication {
  const { revision, empreinte, rapport } = faits;
  return {
    publie: issue === 'PUBLIE',
    inchange: issue === 'INCHANGE',
    canal,
    numero: issue === 'REFUS' ? null : numero,
    revision,
    empreinte,
    rapport: rapportSeul(rapport),
  };
}

/** Without what the checks composed on the way. */
export function rapportSeul(rapport: Rapport): Rapport {
  const { genre, editeur, canal, surPublication, accepte, constats, changements, dureeMs } =
    rapport;
  return { genre, editeur, canal, surPublication, accepte, constats, changements, dureeMs };
}

/** Nothing to find where nothing changes. */
export function rapportInchange(
  genre: Rapport['genre'],
  editeur: string,
  vivant: { canal: Canal; numero: number },
): Rapport {
  return {
    genre,
    editeur,
    canal: vivant.canal,
    surPublication: vivant.numero,
    accepte: true,
    constats: [],
    changements: [],
    dureeMs: 0,
  };
}

/** A report with findings made elsewhere. */
export function withConstats<R extends Rapport>(rapport: R, constats: readonly Constat[]): R {
  return {
    ...rapport,
    constats: [...rapport.constats, ...constats],
    accepte: rapport.accepte && !constats.some(({ gravite }) => gravite === 'REFUS'),
  };
}

/** « Schéma refusé : CHAMP_RETIRE, TYPE_D_AUTRUI. » */
export function resumeDeRefus(quoi: string, { constats }: Rapport): string {
  const codes = constats.filter(({ gravite }) => gravite === 'REFUS').map(({ code }) => code);
  return `${quoi} refusé : ${[...new Set(codes)].slice(0, 8).join(', ')}.`;
}
