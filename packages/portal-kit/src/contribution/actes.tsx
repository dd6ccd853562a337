import { Bouton, Dialogue } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import {
  actesPossibles,
  type Droits,
  LIBELLES_VISIBILITE,
  type MaisonContributrice,
  type VersionLue,
} from './contribution.js';
import { IssueDActe } from './issue-d-acte.js';
import { type Issue, useActesContribution } from './use-actes-contribution.js';

export interface ProprietesActes {
  maison: MaisonContributrice;
  code: string;
  publiee: VersionLue | null;
  enCours: VersionLue | null;
  droits: Droits;
  isRetire: boolean;
  onPreparer: () => void;
  onFait: () => void;
  relire: () => void;
}

/** The acts of the house on its contribution. What cannot be undone is confirmed first. */
export function Actes({
  maison,
  code,
  publiee,
  enCours,
  droits,
  isRetire,
  onPreparer,
  onFait,
  relire,
}: ProprietesActes): ReactNode {
  const actes = useActesContribution(maison, code);
  const [confirmation, setConfirmation] = useState<'publier' | 'abandonner' | null>(null);
  const [issue, setIssue] = useState<Issue | null>(null);
  const possibles = actesPossibles({ enCours }, droits, isRetire);
  const validee = enCours?.etat === 'VALIDEE';
  const abandonner = validee ? 'Abandonner cette version' : 'Abandonner le brouillon';

  const accomplir = async (acte: (version: VersionLue) => Promise<Issue>): Promise<void> => {
    if (!enCours || actes.enCours) return;
    const resultat = await acte(enCours);
    setConfirmation(null);
    setIssue(resultat);
    if (resultat.sorte === 'depassee') relire();
    if (resultat.sorte === 'fait') onFait();
  };

  return (
    <>
      <IssueDActe issue={issue} />
      <div className="p-actions k-actes">
        {possibles.publier && enCours && (
          <Bouton variante="principal" onPress={() => setConfirmation('publier')}>
            {LIBELLES_VISIBILITE[enCours.visibilite].publier}
          </Bouton>
        )}
        {possibles.valider && (
          <Bouton
            variante="principal"
            enCours={actes.enCours}
            onPress={() => void accomplir(actes.valider)}
          >
            Valider
          </Bouton>
        )}
        {possibles.preparer && (
          <Bouton variante={enCours ? 'secondaire' : 'principal'} onPress={onPreparer}>
            {libellePreparer(publiee, enCours)}
          </Bouton>
        )}
        {possibles.abandonner && (
          <Bouton variante="discret" onPress={() => setConfirmation('abandonner')}>
            {abandonner}
          </Bouton>
        )}
      </div>
      {enCours && (
        <Dialogue
          ouvert={confirmation === 'publier'}
          onFermer={() => setConfirmation(null)}
          nature="alerte"
          libelleFermer="Ne pas publier"
          titre={`Publier la contribution ${phrasesPartenaire(maison.partenaire).de} à ${code} ?`}
          actions={
            <Bouton
              variante="principal"
              enCours={actes.enCours}
              onPress={() => void accomplir(actes.publier)}
            >
              {LIBELLES_VISIBILITE[enCours.visibilite].publier}
            </Bouton>
          }
        >
          <p>
            Avancement : {enCours.avancement} %. {LIBELLES_VISIBILITE[enCours.visibilite].aide}
          </p>
          <p>Une version publiée reste dans l’historique.</p>
        </Dialogue>
      )}
      <Dialogue
        ouvert={confirmation === 'abandonner'}
        onFermer={() => setConfirmation(null)}
        nature="alerte"
        libelleFermer={validee ? 'Garder cette version' : 'Garder le brouillon'}
        titre={validee ? 'Abandonner cette version ?' : 'Abandonner ce brouillon ?'}
        actions={
          <Bouton
            variante="danger"
            enCours={actes.enCours}
            onPress={() => void accomplir(actes.abandonner)}
          >
            {abandonner}
          </Bouton>
        }
      >
        <p>
          {publiee
            ? 'La version publiée reste en place. Ce texte ne pourra pas être retrouvé.'
            : 'Ce texte ne pourra pas être retrouvé.'}
        </p>
      </Dialogue>
    </>
  );
}

function libellePreparer(publiee: VersionLue | null, enCours: VersionLue | null): string {
  if (enCours)
    return enCours.etat === 'VALIDEE' ? 'Modifier cette version' : 'Modifier le brouillon';
  return publiee ? 'Préparer une mise à jour' : 'Préparer une première contribution';
}
