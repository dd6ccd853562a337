import {
  DOCUMENTS_D_INDICATEURS,
  type IssueDeGeste,
  IssueDeGesteLue,
  useGeste,
} from '@passerelle/portal-kit';
import { Bouton, type Partenaire } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';

/** Right after an import: the values of before come back, and nothing is lost. */
export function AnnulerImport({
  partenaire,
  indicateur,
  lot,
  apres,
}: {
  partenaire: Partenaire;
  indicateur: string;
  lot: string;
  apres: () => void;
}): ReactNode {
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const geste = useGeste(
    DOCUMENTS_D_INDICATEURS[partenaire].annuler,
    'Import annulé : les valeurs d’avant sont revenues.',
    apres,
  );
  return (
    <>
      <IssueDeGesteLue issue={issue} />
      <Bouton
        variante="discret"
        enCours={geste.enCours}
        desactive={issue?.sorte === 'fait'}
        onPress={() => void geste.faire({ indicateur, lot }).then(setIssue)}
      >
        Annuler cet import
      </Bouton>
      <p className="p-pied">
        Les cases reprennent leurs valeurs d’avant. Ce que l’import a fait masquer le reste.
      </p>
    </>
  );
}
