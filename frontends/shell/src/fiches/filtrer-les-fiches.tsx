import {
  type EtatFiche,
  FiltreTerritoire,
  type IssueFiche,
  LIBELLES_ETAT_FICHE,
  LIBELLES_ISSUE,
  LIBELLES_STATUT_FICHE,
  nomPartenaire,
  STATUTS_FICHE,
  useLecture,
} from '@passerelle/portal-kit';
import { PARTENAIRES, type Partenaire, Recherche, Selection } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { EngagementsDesFichesDocument } from '../generated/graphql.js';
import { useTexteDansAdresse } from '../texte-dans-adresse.js';
import type { FiltresFiches } from './filtres-fiches.js';

const ETATS: readonly EtatFiche[] = ['BROUILLON', 'VALIDEE', 'PUBLIEE'];
const ISSUES: readonly IssueFiche[] = ['GENERALISEE', 'ADAPTEE', 'ARRETEE'];

/** What the list keeps; all of it goes into the address. */
export function FiltrerLesFiches({
  filtres,
  changer,
}: {
  filtres: FiltresFiches;
  changer: (changement: Partial<FiltresFiches>) => void;
}): ReactNode {
  const champ = useTexteDansAdresse('q');
  const { donnees } = useLecture(EngagementsDesFichesDocument, {});
  const engagements = [...(donnees?.engagements ?? [])].sort((a, b) => a.numero - b.numero);
  const nature = filtres.retard ? 'retard' : filtres.experimental ? 'experimental' : '';
  return (
    <search className="k-filtres" aria-label="Filtrer les fiches action">
      <Recherche
        libelle="Mots du titre"
        libelleVisible
        valeur={champ.texte}
        onChange={champ.saisir}
        onValider={champ.terminer}
        onBlur={champ.terminer}
      />
      <Selection<Partenaire | ''>
        libelle="Maison"
        valeur={filtres.maison ?? ''}
        onChange={(maison) => changer({ maison: maison || null })}
        options={[
          { valeur: '', libelle: 'Les trois maisons' },
          ...PARTENAIRES.map((valeur) => ({ valeur, libelle: nomPartenaire(valeur) })),
        ]}
      />
      <Selection
        libelle="Engagement"
        valeur={filtres.engagement ?? ''}
        onChange={(engagement) => changer({ engagement: engagement || null })}
        options={[
          { valeur: '', libelle: 'Tous' },
          ...engagements.map(({ code, libelle }) => ({
            valeur: code,
            libelle: `${code} ${libelle}`,
          })),
        ]}
      />
      <FiltreTerritoire
        valeur={filtres.territoire}
        onChange={(territoire) => changer({ territoire })}
      />
      <Selection
        libelle="Statut"
        valeur={filtres.statut ?? ''}
        onChange={(statut) => changer({ statut: statut || null })}
        options={[
          { valeur: '', libelle: 'Tous' },
          ...STATUTS_FICHE.map((valeur) => ({ valeur, libelle: LIBELLES_STATUT_FICHE[valeur] })),
        ]}
      />
      <Selection<EtatFiche | ''>
        libelle="Publication"
        valeur={filtres.etat ?? ''}
        onChange={(etat) => changer({ etat: etat || null })}
        options={[
          { valeur: '', libelle: 'Toutes' },
          ...ETATS.map((valeur) => ({ valeur, libelle: LIBELLES_ETAT_FICHE[valeur] })),
        ]}
      />
      <Selection<IssueFiche | 'SANS' | ''>
        libelle="Issue en 2024"
        valeur={filtres.issue ?? ''}
        onChange={(issue) => changer({ issue: issue || null })}
        options={[
          { valeur: '', libelle: 'Toutes' },
          ...ISSUES.map((valeur) => ({ valeur, libelle: LIBELLES_ISSUE[valeur] })),
          { valeur: 'SANS', libelle: 'finie, issue non dite' },
        ]}
      />
      <Selection
        libelle="Expérimentations"
        valeur={nature}
        onChange={(choisie) =>
          changer({ experimental: choisie === 'experimental', retard: choisie === 'retard' })
        }
        options={[
          { valeur: '', libelle: 'Toutes les fiches' },
          { valeur: 'experimental', libelle: 'Expérimentales seulement' },
          { valeur: 'retard', libelle: 'Évaluation en retard' },
        ]}
      />
    </search>
  );
}
