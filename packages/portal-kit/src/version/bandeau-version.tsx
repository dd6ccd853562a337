import { Bandeau, Bouton } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { type Saisie, useSaisieActuelle } from '../brouillon/saisies.js';
import { ecarterLaVersion, useVersionProposee } from './versions.js';

const PHRASES: Readonly<Record<Saisie, string>> = {
  aucune: '',
  gardee: 'Votre saisie en cours est gardée sur ce poste : vous la retrouverez.',
  fragile: 'Terminez d’abord ce que vous avez commencé : ce navigateur ne le garderait pas.',
};

/** Offers the newer version of the portal; never takes it while something would be lost. */
export function BandeauVersion(): ReactNode {
  const proposee = useVersionProposee();
  const saisie = useSaisieActuelle();
  if (proposee === null) return null;
  return (
    <Bandeau
      titre="Une nouvelle version du portail est disponible."
      actions={
        <>
          <Bouton desactive={saisie === 'fragile'} onPress={() => location.reload()}>
            Actualiser
          </Bouton>
          <Bouton variante="discret" onPress={ecarterLaVersion}>
            Plus tard
          </Bouton>
        </>
      }
    >
      {PHRASES[saisie]}
    </Bandeau>
  );
}
