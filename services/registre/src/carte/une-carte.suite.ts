import { CARTE_INITIALE } from '@passerelle/composition';
import { type Proposition, propositionSchema } from './proposition.js';

/** The first map of the demonstration, to change at will: fresh each time. */
export function uneCarte(changer: (carte: Proposition) => void = () => undefined): Proposition {
  const hotes = ['127.0.0.1', 'localhost'];
  const carte = propositionSchema.parse(
    structuredClone({
      carte: CARTE_INITIALE,
      hotes: { etat: hotes, region: hotes, 'pole-emploi': hotes },
      responsables: Object.fromEntries(
        ['etat', 'region', 'pole-emploi'].map((partenaire) => [
          partenaire,
          { titulaire: `titulaire-${partenaire}`, suppleant: `suppleant-${partenaire}` },
        ]),
      ),
    }),
  );
  changer(carte);
  return carte;
}
