import { formaterDate, formaterNombre } from '@passerelle/portal-kit';
import { Carte, type ColonneTableau, Pastille, Tableau, type Ton } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { type BudgetDeSource, budgetParSource, type LigneLue } from './budget.js';
import { type EtapeLue, type EtatEtape, etatDEtape, resumeDesEtapes } from './etapes.js';

const TONS: Readonly<Record<EtatEtape, Ton>> = {
  faite: 'ok',
  'en retard': 'alerte',
  prévue: 'neutre',
  'à fixer': 'neutre',
};

/** What is to be done, in the order of the fiche; what is late says so. */
export function Etapes({
  etapes,
  jour,
}: {
  etapes: readonly EtapeLue[];
  /** Civil day from which a step not done is late. */
  jour: string;
}): ReactNode {
  const colonnes: ColonneTableau<EtapeLue & { rang: number }>[] = [
    { cle: 'titre', entete: 'Étape', titreDeLigne: true, rendu: ({ titre }) => titre },
    {
      cle: 'echeance',
      entete: 'Prévue le',
      rendu: ({ echeance }) => (echeance ? formaterDate(echeance) : 'à fixer'),
    },
    {
      cle: 'faite',
      entete: 'Faite le',
      rendu: ({ faiteLe }) => (faiteLe ? formaterDate(faiteLe) : 'pas encore'),
    },
    {
      cle: 'etat',
      entete: 'Où elle en est',
      rendu: (etape) => {
        const etat = etatDEtape(etape, jour);
        return <Pastille ton={TONS[etat]}>{etat}</Pastille>;
      },
    },
  ];
  return (
    <Carte titre="Étapes">
      {etapes.length === 0 ? (
        <p>Aucune étape n’est écrite.</p>
      ) : (
        <>
          <p>Faites : {resumeDesEtapes(etapes, jour)}.</p>
          <Tableau
            legende="Étapes"
            colonnes={colonnes}
            lignes={etapes.map((etape, rang) => ({ ...etape, rang }))}
            cleDe={({ rang }) => String(rang)}
          />
        </>
      )}
    </Carte>
  );
}

/** Who pays, year by year, with the sums. */
export function BudgetDeLaFiche({ lignes }: { lignes: readonly LigneLue[] }): ReactNode {
  const { annees, sources, total } = budgetParSource(lignes);
  const colonnes: ColonneTableau<BudgetDeSource>[] = [
    { cle: 'source', entete: 'Source', titreDeLigne: true, rendu: ({ source }) => source },
    ...annees.map((annee) => ({
      cle: String(annee),
      entete: annee === null ? 'Sans année' : String(annee),
      numerique: true,
      rendu: ({ parAnnee }: BudgetDeSource) => formaterNombre(parAnnee.get(annee) ?? 0),
    })),
    {
      cle: 'total',
      entete: 'Total (euros)',
      numerique: true,
      rendu: ({ total: euros }) => <strong>{formaterNombre(euros)}</strong>,
    },
  ];
  return (
    <Carte titre="Budget">
      {lignes.length === 0 ? (
        <p>Aucun budget propre.</p>
      ) : (
        <Tableau
          legende="Budget en euros, par source et par année"
          colonnes={colonnes}
          lignes={[...sources, total]}
          cleDe={({ source }) => source}
        />
      )}
    </Carte>
  );
}
