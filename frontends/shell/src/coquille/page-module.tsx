import type { ModulePublie } from '@passerelle/portal-kit';
import { phrasesPartenaire } from '@passerelle/portal-kit';
import { Bouton, EntetePage, EtatErreur, Squelette } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { relancerModule, useEtatModule } from '../applications.js';
import { usePage } from '../page.js';
import { hoteModules } from './hote-modules.js';

/** A module's own page: the shell lends the place and says so when the module can't come. */
export function PageModule({ module, titre }: { module: ModulePublie; titre: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const etat = useEtatModule(module.nom);
  useEffect(() => {
    place.current?.append(hoteModules);
    return () => hoteModules.remove();
  }, []);
  return (
    <>
      {etat === 'echec' && <ModuleAbsent module={module} titre={titre} />}
      {etat === 'chargement' && <Squelette libelle={`Chargement de ${titre}`} lignes={8} />}
      <div ref={place} hidden={etat === 'echec'} />
    </>
  );
}

function ModuleAbsent({ module, titre }: { module: ModulePublie; titre: string }): ReactNode {
  usePage(titre);
  return (
    <>
      <EntetePage titre={titre} />
      <EtatErreur
        titre={`Le module ${phrasesPartenaire(module.partenaire).de} n’a pas pu être chargé`}
        message="Les autres pages fonctionnent. Rien de ce que vous avez saisi n’est perdu."
        actions={<Bouton onPress={() => relancerModule(module.nom)}>Réessayer</Bouton>}
      />
    </>
  );
}
