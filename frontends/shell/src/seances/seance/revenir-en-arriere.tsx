import { type IssueDeGeste, IssueDeGesteLue } from '@passerelle/portal-kit';
import { Bandeau, Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { type ObjetVersionne, RevenirEnArriereDocument } from '../../generated/graphql.js';
import { useGesteDeSeance } from './geste-de-seance.js';

/** What was just done, and the version that was there before it. */
export interface ChangementFait {
  /** « Décision 2 annulée. » */
  phrase: string;
  objet: ObjetVersionne;
  id: string;
  /** Version that the change replaced. */
  avant: number;
}

/** A mistake is cheap: the version before comes back as a new one. */
export function RevenirEnArriere({
  seance,
  changement,
  onFini,
}: {
  seance: string;
  changement: ChangementFait;
  onFini: () => void;
}): ReactNode {
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeSeance(
    RevenirEnArriereDocument,
    seance,
    'La version précédente est rétablie.',
  );
  const { phrase, objet, id, avant } = changement;
  const revenir = async (): Promise<void> => {
    const suivante = await faire({ objet, id, version: avant, versionAttendue: avant + 1 });
    setIssue(suivante);
    if (suivante.sorte === 'fait') onFini();
  };
  return (
    <>
      <IssueDeGesteLue issue={issue} />
      <Bandeau
        ton="ok"
        titre={phrase}
        actions={
          <>
            <Bouton enCours={enCours} onPress={() => void revenir()}>
              Revenir en arrière
            </Bouton>
            <Bouton variante="discret" onPress={onFini}>
              Garder ainsi
            </Bouton>
          </>
        }
      />
    </>
  );
}
