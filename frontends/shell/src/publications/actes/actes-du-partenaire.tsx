import { Bouton } from '@passerelle/portal-ui';
import type { Canal } from '@passerelle/publication';
import { type ReactNode, useRef, useState } from 'react';
import { adresse } from '../registre/adresse.js';
import { type EtatDePartenaire, lireEtat } from '../registre/lire-etat.js';
import { useRegistre } from '../registre/use-registre.js';
import { DialoguePromotion, type Promotion } from './dialogue-promotion.js';
import { DialogueRetour } from './dialogue-retour.js';
import { misesEnProduction, ouvertureATous } from './promotions.js';

type Ouvert =
  | { acte: 'retour'; etat: EtatDePartenaire }
  | { acte: 'promotion'; promotion: Promotion };

/** What an administrator may do with their own house's publications. */
export function ActesDuPartenaire({
  canal,
  etat,
  surActe,
}: {
  canal: Canal;
  etat: EtatDePartenaire;
  surActe: () => void;
}): ReactNode {
  const production = useRegistre(
    canal === 'recette' ? adresse('/v1/etat', { canal: 'production' }) : null,
    lireEtat,
  );
  const [ouvert, setOuvert] = useState<Ouvert | null>(null);
  const groupe = useRef<HTMLDivElement>(null);

  const enProduction = production.donnees?.partenaires.find(
    ({ partenaire }) => partenaire === etat.partenaire,
  );
  const promotions = [
    ...ouvertureATous(canal, etat),
    ...(production.donnees === null ? [] : misesEnProduction(etat, enProduction)),
  ];
  const aPublie = etat.schema !== null || etat.module !== null;
  const dejaEnProduction =
    canal === 'recette' && production.donnees !== null && aPublie && promotions.length === 0;

  const fermer = (): void => {
    setOuvert(null);
    // The button that opened the dialog may have left with the act: the focus stays near.
    setTimeout(() => {
      if (document.activeElement === document.body) groupe.current?.focus();
    }, 100);
  };
  const apresUnActe = (): void => {
    surActe();
    production.relancer();
  };

  return (
    <div ref={groupe} tabIndex={-1} className="s-actes">
      {dejaEnProduction && <p className="p-pied">La production sert déjà ces révisions.</p>}
      <div className="p-actions">
        {promotions.map((promotion) => (
          <Bouton key={promotion.titre} onPress={() => setOuvert({ acte: 'promotion', promotion })}>
            {promotion.acte}
          </Bouton>
        ))}
        {aPublie && <Bouton onPress={() => setOuvert({ acte: 'retour', etat })}>Revenir</Bouton>}
      </div>
      {!aPublie && promotions.length === 0 && (
        <p className="p-pied">
          Votre maison publie depuis sa chaîne d’intégration, ou par la commande{' '}
          <code>passerelle publier</code>.
        </p>
      )}
      {ouvert?.acte === 'retour' && (
        <DialogueRetour canal={canal} etat={ouvert.etat} onFermer={fermer} surActe={apresUnActe} />
      )}
      {ouvert?.acte === 'promotion' && (
        <DialoguePromotion promotion={ouvert.promotion} onFermer={fermer} surActe={apresUnActe} />
      )}
    </div>
  );
}
