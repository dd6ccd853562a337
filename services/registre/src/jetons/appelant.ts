import type { GenreDeJeton } from '@passerelle/publication';

/** Who asks: a token of the registry, or an agent for whom a gateway speaks. */
export type Appelant =
  | {
      readonly nature: 'jeton';
      readonly id: string;
      readonly nom: string;
      readonly genre: GenreDeJeton;
      readonly editeur: string;
    }
  | {
      readonly nature: 'agent';
      readonly sujet: string;
      /** House; null for who belongs to none. */
      readonly editeur: string | null;
      readonly administrateur: boolean;
    };

/** As the journal names them: never a person's name. */
export function parOf(appelant: Appelant): string {
  return appelant.nature === 'jeton' ? `jeton ${appelant.nom}` : `agent ${appelant.sujet}`;
}
