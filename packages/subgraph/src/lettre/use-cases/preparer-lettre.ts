import type { Abonne } from '../domain/abonne.js';
import type { Demander, LecteurDeBloc } from '../domain/lecteur.js';
import type { BlocDeLettre, Lettre } from '../domain/lettre.js';

/** Puts one agent's letter together; a part that cannot be read says so, the others stay. */
export async function preparerLettre(
  deps: {
    lecteurs: readonly LecteurDeBloc[];
    demander: Demander;
    onEchec: (titre: string, error: unknown) => void;
    demonstration: string | null;
  },
  abonne: Abonne,
  { lundi, jour }: { lundi: string; jour: string },
): Promise<Lettre> {
  const { lecteurs, demander, onEchec, demonstration } = deps;
  const blocs = await Promise.all(
    lecteurs.map(async ({ titre, lire }): Promise<BlocDeLettre | null> => {
      try {
        const bloc = await lire({ abonne, jour, demander });
        return bloc && { titre, ...bloc };
      } catch (error) {
        onEchec(titre, error);
        return {
          titre,
          lignes: [],
          rien: ILLISIBLE,
          suite: { texte: 'Ouvrir le portail', chemin: '/' },
        };
      }
    }),
  );
  const { fonction, organisation } = abonne;
  return {
    lundi,
    fonction,
    organisation,
    demonstration,
    blocs: blocs.filter((bloc) => bloc !== null),
  };
}

const ILLISIBLE = 'Cette partie n’a pas pu être lue ce matin. Elle est à jour dans le portail.';
