import { Bouton, EtatErreur, Squelette } from '@passerelle/portal-ui';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/**
 * A room that is brought when it is first shown: whoever never opens it never downloads it.
 *
 * @param charger - `() => import('./panneau.js').then(({ Panneau }) => Panneau)`
 * @param libelle - said while it comes: « Ouverture des séances »
 * @param entete - what stands above when it cannot come: the title of a page, nothing in a slot
 */
export function auBesoin<P extends object>(
  charger: () => Promise<ComponentType<P>>,
  libelle: string,
  entete: ReactNode = null,
): ComponentType<P> {
  let venue: ComponentType<P> | null = null;
  return function AuBesoin(proprietes: P): ReactNode {
    const [etat, setEtat] = useState<'attente' | 'echec' | 'la'>(venue ? 'la' : 'attente');
    useEffect(() => {
      let parti = false;
      charger().then(
        (Composant) => {
          venue = Composant;
          if (!parti) setEtat('la');
        },
        (cause: unknown) => {
          console.error(cause);
          if (!parti) setEtat('echec');
        },
      );
      return () => {
        parti = true;
      };
    }, []);
    if (etat === 'echec') {
      return (
        <>
          {entete}
          <EtatErreur
            titre="Cette partie de la page n’a pas pu être chargée"
            message="Le portail a peut-être été publié à nouveau depuis que cet onglet est ouvert. Rechargez-le : vos brouillons sont gardés sur ce poste."
            actions={<Bouton onPress={() => location.reload()}>Recharger la page</Bouton>}
          />
        </>
      );
    }
    const Composant = venue;
    return Composant ? (
      <Composant {...proprietes} />
    ) : (
      <Squelette libelle={libelle} forme="carte" lignes={5} />
    );
  };
}
