/**
 * What a request may weigh before anything is planned. Starting values; each has its own
 * code in `errors.ts`, so that a client knows which one it met.
 */
export interface Limites {
  corpsOctets: number;
  documentOctets: number;
  jsonNiveaux: number;
  lexemes: number;
  profondeur: number;
  alias: number;
  racines: number;
  directives: number;
  /** Fields once fragments are written out: stops fragments that double at each level. */
  selections: number;
  /** Fields that the partners may be made to answer, nested lists multiplied out (estimate). */
  cout: number;
  reponsePartenaireOctets: number;
  fluxParIdentite: number;
  /** Sign-ins begun from one address: a whole prefecture may stand behind one. */
  connexionsParMinute: number;
  /** Requests of one agent to the registry, through the publications pages. */
  registreParMinute: number;
  /** Reports on modules by one agent's tabs. */
  incidentsParMinute: number;
  /** Extracts of open data taken from one address, without signing in. */
  extraitsParMinute: number;
}

export const LIMITES: Limites = {
  corpsOctets: 256 * 1024,
  documentOctets: 32 * 1024,
  jsonNiveaux: 32,
  lexemes: 2_000,
  profondeur: 12,
  alias: 30,
  racines: 20,
  directives: 50,
  selections: 1_500,
  cout: 50_000,
  reponsePartenaireOctets: 10 * 1024 * 1024,
  fluxParIdentite: 20,
  connexionsParMinute: 300,
  registreParMinute: 600,
  incidentsParMinute: 120,
  extraitsParMinute: 120,
};
