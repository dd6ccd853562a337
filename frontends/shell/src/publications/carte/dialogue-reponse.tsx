import { Bouton, Champ, Dialogue } from '@passerelle/portal-ui';
import type { EtatDeDemandeCarte } from '@passerelle/publication';
import { type ReactNode, useState } from 'react';
import { ErreurDActe } from '../actes/erreur-d-acte.js';
import { useActeDuRegistre } from '../actes/use-acte.js';
import { deEditeur } from '../commun/editeurs.js';

const MOTIF_MAX = 500;

/** The house's answer to a change of the map; a refusal says why. */
export function DialogueReponse({
  demande,
  decision,
  onFermer,
  surReponse,
}: {
  demande: EtatDeDemandeCarte;
  decision: 'ACCORD' | 'REFUS';
  onFermer: () => void;
  surReponse: () => void;
}): ReactNode {
  const acte = useActeDuRegistre(() => true);
  const [motif, setMotif] = useState('');
  const [essaye, setEssaye] = useState(false);
  const refus = decision === 'REFUS';
  const motifManque = refus && motif.trim() === '';

  const repondre = async (): Promise<void> => {
    setEssaye(true);
    if (motifManque || motif.length > MOTIF_MAX) return;
    const fait = await acte.faire(`/v1/carte/demandes/${encodeURIComponent(demande.id)}/accords`, {
      methode: 'POST',
      corps: motif.trim() === '' ? { decision } : { decision, motif: motif.trim() },
    });
    if (fait) surReponse();
  };

  return (
    <Dialogue
      ouvert
      onFermer={onFermer}
      nature="alerte"
      titre={
        refus
          ? `Refuser la demande ${deEditeur(demande.editeur)}`
          : `Donner l’accord de votre maison à la demande ${deEditeur(demande.editeur)}`
      }
      libelleFermer="Annuler"
      actions={
        <Bouton
          variante={refus ? 'danger' : 'principal'}
          enCours={acte.enCours}
          onPress={() => void repondre()}
        >
          {refus ? 'Refuser' : 'Donner l’accord'}
        </Bouton>
      }
    >
      <p>
        {refus
          ? 'La carte ne change pas. La demande est close pour tous.'
          : 'Quand toutes les maisons concernées sont d’accord, la carte change pour tous.'}
      </p>
      {demande.changements.length > 0 && (
        <ul className="s-puces">
          {demande.changements.map((changement) => (
            <li key={changement}>{changement}</li>
          ))}
        </ul>
      )}
      <Champ
        libelle="Motif"
        requis={refus}
        multiligne
        lignes={3}
        valeur={motif}
        onChange={setMotif}
        longueurMax={MOTIF_MAX}
        aide="Lu par les autres maisons."
        erreur={essaye && motifManque ? 'Dites pourquoi vous refusez.' : undefined}
      />
      <ErreurDActe erreur={acte.erreur} />
    </Dialogue>
  );
}
