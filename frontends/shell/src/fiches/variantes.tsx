import {
  cheminFiche,
  formaterNombre,
  formaterPeriode,
  LIBELLES_ISSUE,
  LIBELLES_STATUT_FICHE,
} from '@passerelle/portal-kit';
import { Carte, type ColonneTableau, Tableau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { cheminTerritoire } from '../route.js';
import { resumeDesEtapes } from './etapes.js';
import type { FicheDeLaPage } from './fiche-lue.js';

type Variante = FicheDeLaPage['variantes']['nodes'][number];

/** The same engagement answered otherwise elsewhere, each with its own figures; no order of merit. */
export function Variantes({ fiche, jour }: { fiche: FicheDeLaPage; jour: string }): ReactNode {
  const { nodes } = fiche.variantes;
  if (nodes.length === 0) return null;
  const colonnes: ColonneTableau<Variante>[] = [
    {
      cle: 'territoires',
      entete: 'Territoire',
      titreDeLigne: true,
      rendu: ({ territoires }) =>
        territoires.map((territoire, rang) => (
          <span key={`${territoire.maille}-${territoire.code}`}>
            {rang > 0 && ', '}
            <a href={cheminTerritoire(territoire)}>{territoire.nom}</a>
          </span>
        )),
    },
    {
      cle: 'titre',
      entete: 'Variante',
      rendu: ({ id, titre }) => <a href={cheminFiche(id)}>{titre}</a>,
    },
    {
      cle: 'statut',
      entete: 'Où elle en est',
      rendu: ({ statut, issue, evaluationEnRetard }) =>
        [
          LIBELLES_STATUT_FICHE[statut],
          ...(evaluationEnRetard ? ['évaluation en retard'] : []),
          ...(issue ? [LIBELLES_ISSUE[issue]] : []),
        ].join(', '),
    },
    {
      cle: 'periode',
      entete: 'Dates',
      rendu: ({ debut, fin }) => (debut && fin ? formaterPeriode(debut, fin) : 'à fixer'),
    },
    {
      cle: 'etapes',
      entete: 'Étapes faites',
      rendu: ({ etapes }) => resumeDesEtapes(etapes, jour) ?? 'aucune étape',
    },
    {
      cle: 'budget',
      entete: 'Budget (euros)',
      numerique: true,
      rendu: ({ budgetTotalEuros }) => formaterNombre(budgetTotalEuros),
    },
  ];
  return (
    <div className="s-large">
      <Carte titre="Variantes par territoire">
        <Tableau
          legende="Variantes par territoire"
          colonnes={colonnes}
          lignes={[...nodes].sort((une, autre) => nomDe(une).localeCompare(nomDe(autre), 'fr'))}
          cleDe={({ id }) => id}
        />
      </Carte>
    </div>
  );
}

function nomDe({ territoires, titre }: Variante): string {
  return territoires[0]?.nom ?? titre;
}
