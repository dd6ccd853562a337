import type {
  BatchRead,
  CleTerritoire,
  Page,
  Secteur,
  Slice,
  SqlReader,
} from '@passerelle/subgraph';
import type { FiltreFormations, Formation, OffreFormation, SessionFormation } from './formation.js';

export interface FormationReader {
  readonly parNumero: BatchRead<string, Formation | null>;
  list(sql: SqlReader, filtre: FiltreFormations, page: Page): Promise<Slice<Formation>>;
  /** Courses given in each territory, what it contains included. */
  readonly parTerritoire: BatchRead<
    CleTerritoire,
    Slice<Formation>,
    { secteur: Secteur | null; page: Page }
  >;
  /** Courses that lead to each trade. */
  readonly parMetier: BatchRead<
    string,
    Slice<Formation>,
    { territoire: CleTerritoire | null; page: Page }
  >;
  /** Seats left in the open sessions of each course. */
  readonly placesRestantes: BatchRead<string, number>;
  /** Null before the offer has been loaded. */
  readonly offre: BatchRead<CleTerritoire, OffreFormation | null>;
}

export interface SessionReader {
  readonly parNumero: BatchRead<string, SessionFormation | null>;
  /** Sessions of each course by start date; @param ouvertes - null for all */
  readonly parFormation: BatchRead<
    string,
    Slice<SessionFormation>,
    { ouvertes: boolean | null; page: Page }
  >;
}
