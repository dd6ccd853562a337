import { GroupeRadio, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { useListeEntiere } from '../graphe/liste-entiere.js';
import type { FicheLue, IssueFiche, MaisonAFiches } from './fiche.js';
import { suitesPossibles } from './suites-possibles.js';
import { TexteDeGeste } from './texte-de-geste.js';

const ISSUES: readonly { valeur: IssueFiche; libelle: string; aide: string }[] = [
  {
    valeur: 'GENERALISEE',
    libelle: 'Généralisée',
    aide: 'Étendue telle quelle, dans une fiche de suite pour 2024.',
  },
  {
    valeur: 'ADAPTEE',
    libelle: 'Adaptée',
    aide: 'Reprise autrement, dans une fiche de suite pour 2024.',
  },
  { valeur: 'ARRETEE', libelle: 'Arrêtée', aide: 'Sans suite.' },
];

/** What an evaluated experiment becomes in the 2024 trajectory, and in which fiche it goes on. */
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
  const [suite, setSuite] = useState('');
  return (
    <>
      <GroupeRadio
        libelle="L’expérimentation est"
        valeur={issue}
        onChange={setIssue}
        options={ISSUES}
      />
      {issue !== 'ARRETEE' && (
        <ChoixDeSuite maison={maison} fiche={fiche} suite={suite} onSuite={setSuite} />
      )}
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
          suite: issue === 'ARRETEE' ? null : suite || null,
        })}
        onFini={onFini}
      />
    </>
  );
}

/** A fresh draft, or a fiche that the house has already opened on the same engagement. */
function ChoixDeSuite({
  maison,
  fiche,
  suite,
  onSuite,
}: {
  maison: MaisonAFiches;
  fiche: FicheLue;
  suite: string;
  onSuite: (suite: string) => void;
}): ReactNode {
  const lecture = useListeEntiere(
    maison.lister,
    { code: fiche.engagement.code },
    (donnees) => donnees.engagement?.fiches,
    { partenaires: [maison.partenaire] },
  );
  return (
    <Selection
      libelle="Elle continue dans"
      aide="Le lien se lit des deux côtés : de l’expérimentation à sa suite, et de la suite à son origine."
      valeur={suite}
      onChange={onSuite}
      options={[
        { valeur: '', libelle: 'Un nouveau brouillon de fiche, ouvert pour 2024' },
        ...suitesPossibles(lecture.elements, fiche).map(({ id, titre, numero }) => ({
          valeur: id,
          libelle: `Fiche ${numero} : ${titre}`,
        })),
      ]}
    />
  );
}
