import {
  DOCUMENTS_D_INDICATEURS,
  type IssueDeGeste,
  IssueDeGesteLue,
  useGeste,
} from '@passerelle/portal-kit';
import { Bouton, type Partenaire } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';

/** The values of before come back, and nothing is lost; a later publication makes it too late. */
export function AnnulerImport({
  partenaire,
  indicateur,
  lot,
  quand,
  apres,
}: {
  partenaire: Partenaire;
  indicateur: string;
  lot: string;
  /** When it was made, for who hears the button alone. */
  quand: string;
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
        aria-label={`Annuler cet import, du ${quand}`}
        enCours={geste.enCours}
        desactive={issue?.sorte === 'fait'}
        onPress={() => void geste.faire({ indicateur, lot }).then(setIssue)}
      >
        Annuler cet import
      </Bouton>
    </>
  );
}
