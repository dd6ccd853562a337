import { modifierRecherche } from '@passerelle/portal-kit';
import { GroupeRadio } from '@passerelle/portal-ui';
import type { Canal } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { CANAUX, LIBELLES_CANAL } from '../registre/lire-canal.js';

/** Production or recette; kept in the address, so that a link shows the same. */
export function ChoixCanal({ canal }: { canal: Canal }): ReactNode {
  return (
    <GroupeRadio
      libelle="Canal"
      enLigne
      valeur={canal}
      onChange={(choisi) => modifierRecherche({ canal: choisi === 'production' ? null : choisi })}
      options={CANAUX.map((valeur) => ({ valeur, libelle: LIBELLES_CANAL[valeur] }))}
    />
  );
}
