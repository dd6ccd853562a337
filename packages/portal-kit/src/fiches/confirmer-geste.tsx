import { Bouton, Dialogue } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

export interface GesteAConfirmer {
  nom: string;
  titre: string;
  /** The act, in words. */
  bouton: string;
  renoncer: string;
  texte: string;
  enCours: boolean;
  faire: () => void;
}

/** Asks once more before what the others will see, or what goes away. */
export function ConfirmerGeste({
  geste,
  ouvert,
  onFermer,
}: {
  geste: GesteAConfirmer;
  ouvert: boolean;
  onFermer: () => void;
}): ReactNode {
  return (
    <Dialogue
      ouvert={ouvert}
      onFermer={onFermer}
      nature="alerte"
      libelleFermer={geste.renoncer}
      titre={geste.titre}
      actions={
        <Bouton variante="principal" enCours={geste.enCours} onPress={geste.faire}>
          {geste.bouton}
        </Bouton>
      }
    >
      {geste.texte}
    </Dialogue>
  );
}
