import {
  FiltresGardes,
  FiltreTerritoire,
  modifierRecherche,
  setPage,
  useChemin,
  useListeEntiere,
} from '@passerelle/portal-kit';
import { Bouton, EntetePage, MarquePartenaire, Recherche, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { NomsDesMetiersDocument } from '../generated/graphql.js';
import type { NomsDesMetiers } from './en-tableau.js';
import {
  aucunFiltre,
  ecrireFiltres,
  type FiltresFormations,
  lireFiltres,
  type Ordre,
} from './filtres.js';
import { ListeComplete, ListeParPages } from './liste-formations.js';
import { LIBELLES_SECTEUR, SECTEURS } from './secteurs.js';

const TITRE = 'Formations';
const PAUSE_MS = 300;

/** The region's training courses: searched, filtered, page by page; filters live in the address. */
export function PageFormations(): ReactNode {
  useEffect(() => setPage({ titre: TITRE }), []);
  const filtres = lireFiltres(useChemin().recherche);
  const changer = (changement: Partial<FiltresFormations>): void =>
    modifierRecherche(ecrireFiltres({ ...filtres, ...changement }));
  const noms = useNomsDesMetiers();
  // The house gives its courses by name: another order, or a part of them, needs the whole list.
  const Liste = filtres.ouvertes || filtres.ordre !== 'intitule' ? ListeComplete : ListeParPages;
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={
          <p>
            L’offre de formation de la région dans les secteurs en tension, par{' '}
            <MarquePartenaire partenaire="region" />.
          </p>
        }
      />
      <search className="k-filtres" aria-label="Filtrer les formations">
        <RechercheFormation
          valeur={filtres.recherche}
          onChange={(recherche) => changer({ recherche })}
        />
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
          libelle="Sessions"
          valeur={filtres.ouvertes ? 'ouvertes' : ''}
          onChange={(choisi) => changer({ ouvertes: choisi === 'ouvertes' })}
          options={[
            { valeur: '', libelle: 'Ouvertes ou non' },
            { valeur: 'ouvertes', libelle: 'Ouvertes seulement' },
          ]}
        />
        <Selection<Ordre>
          libelle="Ordre"
          valeur={filtres.ordre}
          onChange={(ordre) => changer({ ordre })}
          options={[
            { valeur: 'intitule', libelle: 'Par intitulé' },
            { valeur: 'places', libelle: 'Par places restantes' },
          ]}
        />
      </search>
      <FiltresGardes />
      <Liste
        filtres={filtres}
        noms={noms}
        vide={{
          titre: 'Aucune formation ne répond à ces critères.',
          texte: aucunFiltre(filtres)
            ? 'L’offre de la région apparaîtra ici dès son enregistrement.'
            : 'Élargissez le territoire ou retirez un filtre.',
          actions: aucunFiltre(filtres) ? undefined : (
            <Bouton
              onPress={() =>
                changer({ recherche: '', territoire: null, secteur: null, ouvertes: false })
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

/** Typed text goes to the address after a pause, so that one word is one question. */
function RechercheFormation({
  valeur,
  onChange,
}: {
  valeur: string;
  onChange: (valeur: string) => void;
}): ReactNode {
  const [texte, setTexte] = useState(valeur);
  const envoyer = useEffectEvent(onChange);
  useEffect(() => {
    if (texte.trim() === valeur) return;
    const pause = setTimeout(() => envoyer(texte), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [texte, valeur]);
  return (
    <Recherche
      libelle="Intitulé ou organisme"
      libelleVisible
      valeur={texte}
      onChange={setTexte}
      onValider={onChange}
    />
  );
}

/** Names by ROME code, as far as Pôle emploi answers; a code without a name stays a code. */
function useNomsDesMetiers(): NomsDesMetiers {
  const lecture = useListeEntiere(NomsDesMetiersDocument, {}, (donnees) => donnees.metiers, {
    partenaires: ['pole-emploi'],
  });
  return {
    parCode: new Map(lecture.elements.map(({ codeRome, libelle }) => [codeRome, libelle])),
    entiers: lecture.elements.length > 0 && !lecture.enCours && !lecture.aUneSuite,
  };
}
