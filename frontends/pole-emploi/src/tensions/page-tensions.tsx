import {
  FiltresGardes,
  FiltreTerritoire,
  jourDuPortail,
  modifierRecherche,
  setPage,
  useAgent,
  useChemin,
} from '@passerelle/portal-kit';
import { Bouton, EntetePage, MarquePartenaire, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useState } from 'react';
import {
  derniereAnnee,
  ecrireFiltres,
  type FiltresTensions,
  lireFiltres,
  type Ordre,
  territoireDeDepart,
} from './filtres.js';
import { LIBELLES_SECTEUR, libelleNiveau, NIVEAUX, SECTEURS } from './libelles.js';
import { ListeDUnArrondissement } from './liste-d-un-arrondissement.js';
import { ListeParMetier } from './liste-par-metier.js';

const TITRE = 'Métiers en tension';

/** Tensions by métier and territory: filtered, page by page; filters live in the address. */
export function PageTensions(): ReactNode {
  useEffect(() => setPage({ titre: TITRE }), []);
  const [derniere] = useState(() => derniereAnnee(jourDuPortail()));
  const agent = useAgent();
  const parDefaut = { territoire: territoireDeDepart(agent?.territoire ?? null), annee: derniere };
  const filtres = lireFiltres(useChemin().recherche, parDefaut);
  const changer = (changement: Partial<FiltresTensions>): void =>
    modifierRecherche(ecrireFiltres({ ...filtres, ...changement }, parDefaut));
  const unSeul = filtres.territoire?.maille === 'ARRONDISSEMENT';
  const Liste = unSeul ? ListeDUnArrondissement : ListeParMetier;
  const annees = [derniere, derniere - 1, derniere - 2];
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={
          <p>
            Difficulté à recruter dans les secteurs du protocole, de 1 (faible) à 5 (très forte),
            par <MarquePartenaire partenaire="pole-emploi" />.
          </p>
        }
      />
      <search className="k-filtres" aria-label="Filtrer les tensions">
        <FiltreTerritoire
          valeur={filtres.territoire}
          onChange={(territoire) => changer({ territoire })}
        />
        <Selection
          libelle="Secteur"
          valeur={filtres.secteur ?? ''}
          onChange={(choisi) => changer({ secteur: SECTEURS.find((s) => s === choisi) ?? null })}
          options={[
            { valeur: '', libelle: 'Tous les secteurs' },
            ...SECTEURS.map((secteur) => ({ valeur: secteur, libelle: LIBELLES_SECTEUR[secteur] })),
          ]}
        />
        <Selection
          libelle="Année"
          valeur={filtres.annee === null ? '' : String(filtres.annee)}
          onChange={(choisie) => changer({ annee: choisie === '' ? null : Number(choisie) })}
          options={[
            ...annees.map((annee) => ({ valeur: String(annee), libelle: String(annee) })),
            { valeur: '', libelle: 'Toutes les années' },
          ]}
        />
        <Selection
          libelle="Niveau"
          valeur={filtres.niveauMin === null ? '' : String(filtres.niveauMin)}
          onChange={(choisi) => changer({ niveauMin: choisi === '' ? null : Number(choisi) })}
          options={[
            { valeur: '', libelle: 'Tous les niveaux' },
            ...NIVEAUX.slice(1).map((niveau) => ({
              valeur: String(niveau),
              libelle: niveau === 5 ? 'très forte' : `${libelleNiveau(niveau)} ou plus`,
            })),
          ]}
        />
        {unSeul && (
          <Selection<Ordre>
            libelle="Ordre"
            valeur={filtres.ordre}
            onChange={(ordre) => changer({ ordre })}
            options={[
              { valeur: 'tension', libelle: 'Par tension' },
              { valeur: 'metier', libelle: 'Par métier' },
            ]}
          />
        )}
      </search>
      <FiltresGardes />
      <Liste
        filtres={filtres}
        vide={{
          titre: 'Aucune tension ne répond à ces critères.',
          texte:
            'Les tensions sont observées par arrondissement : élargissez le territoire, l’année ou le niveau.',
          actions: (
            <Bouton
              onPress={() =>
                changer({ territoire: null, secteur: null, annee: derniere, niveauMin: null })
              }
            >
              Retirer tous les filtres
            </Bouton>
          ),
        }}
      />
    </>
  );
}
