import { GroupeRadio } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import type { FicheLue, IssueFiche, MaisonAFiches } from './fiche.js';
import { TexteDeGeste } from './texte-de-geste.js';

const ISSUES: readonly { valeur: IssueFiche; libelle: string; aide: string }[] = [
  {
    valeur: 'GENERALISEE',
    libelle: 'Généralisée',
    aide: 'Étendue telle quelle : un brouillon de suite est ouvert pour 2024.',
  },
  {
    valeur: 'ADAPTEE',
    libelle: 'Adaptée',
    aide: 'Reprise autrement : un brouillon de suite est ouvert pour 2024.',
  },
  { valeur: 'ARRETEE', libelle: 'Arrêtée', aide: 'Sans suite.' },
];

/** What an evaluated experiment becomes in the 2024 trajectory. */
export function Conclure({
  maison,
  fiche,
  onFini,
}: {
  maison: MaisonAFiches;
  fiche: FicheLue;
  onFini: () => void;
}): ReactNode {
  const [issue, setIssue] = useState<IssueFiche>('GENERALISEE');
  return (
    <>
      <GroupeRadio
        libelle="L’expérimentation est"
        valeur={issue}
        onChange={setIssue}
        options={ISSUES}
      />
      <TexteDeGeste
        document={maison.conclure}
        fait="Expérimentation conclue."
        brouillon={`fiche-conclusion:${fiche.id}`}
        libelle="Motif"
        bouton="Conclure l’expérimentation"
        variablesDe={(motif) => ({
          fiche: fiche.id,
          versionAttendue: fiche.version,
          issue,
          motif,
        })}
        onFini={onFini}
      />
    </>
  );
}
