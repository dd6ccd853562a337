import { type IssueDeGeste, IssueDeGesteLue, useGeste } from '@passerelle/portal-kit';
import { Bouton, Carte, Champ, GroupeRadio } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { type NatureAvenant, OuvrirAvenantDocument } from '../generated/graphql.js';

/** Opens an avenant on the text in force; there is one at a time. */
export function OuvrirAvenant({ onFait }: { onFait: () => void }): ReactNode {
  const ouvrir = useGeste(OuvrirAvenantDocument, 'Avenant ouvert', onFait);
  const [objet, setObjet] = useState('');
  const [nature, setNature] = useState<NatureAvenant>('AVENANT');
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  return (
    <Carte titre="Ouvrir un avenant">
      <form
        aria-label="Ouvrir un avenant"
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void ouvrir.faire({ input: { nature, objet } }).then(setIssue);
        }}
      >
        <GroupeRadio
          libelle="Ce qu’il fait"
          valeur={nature}
          onChange={setNature}
          options={[
            { valeur: 'AVENANT', libelle: 'Changer le texte' },
            {
              valeur: 'TRANSCRIPTION',
              libelle: 'Charger les libellés signés',
              aide: 'Les libellés deviennent officiels, avec leur source.',
            },
          ]}
        />
        <Champ libelle="Objet" valeur={objet} onChange={setObjet} longueurMax={300} />
        <IssueDeGesteLue issue={issue} />
        <div className="p-actions">
          <Bouton type="submit" variante="principal" enCours={ouvrir.enCours}>
            Ouvrir l’avenant
          </Bouton>
        </div>
      </form>
    </Carte>
  );
}
