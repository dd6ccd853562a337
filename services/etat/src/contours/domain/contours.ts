import type { Identite } from '@passerelle/identity';
import type { BatchRead, Maille } from '@passerelle/subgraph';

export type MailleDeContours = 'DEPARTEMENT' | 'ARRONDISSEMENT';

/** One territory's outline: `lon lat,lon lat;lon lat,…`, degrees, a ring between semicolons. */
export interface Trace {
  readonly code: string;
  readonly anneaux: string;
}

/** The outlines that everybody sees, with who publishes them and under which licence. */
export interface Contours {
  readonly maille: keyof typeof Maille;
  readonly version: number;
  readonly source: string;
  readonly licence: string;
  readonly auteur: string;
  readonly deposesLe: Date;
  readonly traces: readonly Trace[];
}

export interface Depot {
  readonly maille: MailleDeContours;
  readonly source: string;
  readonly licence: string;
  /** Empty to go back to the schematic map. */
  readonly traces: readonly Trace[];
  readonly auteur: string;
  readonly versionAttendue: number | null;
  readonly cleIdempotence: string | null;
  readonly empreinte: string;
}

export interface ContoursReader {
  /** By mesh: those in force; null where there are none. */
  readonly enVigueur: BatchRead<keyof typeof Maille, Contours | null>;
}

export interface ContoursJournal {
  deposer(
    identite: Identite,
    depot: Depot,
  ): Promise<'FAIT' | 'CLE_IDEMPOTENCE_REUTILISEE' | 'CONTOURS_INCONNUS' | 'VERSION_DEPASSEE'>;
}

const POINT = /^-?\d{1,3}(?:\.\d{1,6})? -?\d{1,2}(?:\.\d{1,6})?$/;

/** Whether these are closed rings in degrees, of at least four points. */
export function sontDesAnneaux(anneaux: string): boolean {
  return anneaux.split(';').every((anneau) => {
    const points = anneau.split(',');
    return (
      points.length >= 4 &&
      points[0] === points.at(-1) &&
      points.every((point) => {
        if (!POINT.test(point)) return false;
        const [longitude = 0, latitude = 0] = point.split(' ').map(Number);
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
      })
    );
  });
}
