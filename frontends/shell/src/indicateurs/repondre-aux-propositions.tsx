import {
  type CleTerritoire,
  contrePropositionsDe,
  peutAgir,
  phrasesPartenaire,
  useAgent,
  type ValeurLue,
} from '@passerelle/portal-kit';
import { Bouton, type Partenaire } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { PublierValeurRetenue } from './publier-valeur-retenue.js';
import { RepondreAUneProposition } from './repondre-a-une-proposition.js';
import { resteAPublier } from './valeur-retenue.js';

interface Ouverte {
  maison: Partenaire;
  acte: 'repondre' | 'publier';
}

/**
 * The owner's answer to each house that proposes another figure, while it has given none; then the
 * figure that it kept, ready to be published.
 */
export function RepondreAuxPropositions({
  proprietaire,
  territoire,
  valeur,
  apres,
  apresPublication,
}: {
  proprietaire: Partenaire;
  territoire: CleTerritoire;
  valeur: ValeurLue;
  apres: () => void;
  /** The figures have changed, and not only what is said of them. */
  apresPublication: () => void;
}): ReactNode {
  const agent = useAgent();
  const [ouverte, setOuverte] = useState<Ouverte | null>(null);
  if (agent?.partenaire !== proprietaire) return null;
  if (!peutAgir(agent, `${proprietaire}:indicateur:publier`)) return null;
  const fermer = (): void => setOuverte(null);
  return contrePropositionsDe(valeur).map(({ partenaire: maison, proposition }) => {
    const ouvert = ouverte?.maison === maison ? ouverte.acte : null;
    return (
      <span key={maison}>
        {!proposition.reponse && (
          <Bouton variante="discret" onPress={() => setOuverte({ maison, acte: 'repondre' })}>
            Répondre {phrasesPartenaire(maison).a}
          </Bouton>
        )}
        {resteAPublier(valeur, proposition) && (
          <Bouton variante="discret" onPress={() => setOuverte({ maison, acte: 'publier' })}>
            Publier la valeur retenue
          </Bouton>
        )}
        {ouvert === 'repondre' && (
          <RepondreAUneProposition
            proprietaire={proprietaire}
            maison={maison}
            valeur={valeur}
            proposition={proposition}
            fermer={fermer}
            surReponse={(suite) =>
              setOuverte(suite === 'RETENUE' ? { maison, acte: 'publier' } : null)
            }
            apres={apres}
          />
        )}
        {ouvert === 'publier' && (
          <PublierValeurRetenue
            proprietaire={proprietaire}
            maison={maison}
            territoire={territoire}
            valeur={valeur}
            proposition={proposition}
            fermer={fermer}
            apres={apresPublication}
          />
        )}
      </span>
    );
  });
}
