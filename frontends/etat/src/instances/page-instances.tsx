import {
  cheminTerritoire,
  FiltresGardes,
  formaterDate,
  jourDuPortail,
  ListeLue,
  lireRegistre,
  modifierRecherche,
  setPage,
  useChemin,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Bouton,
  type ColonneTableau,
  EntetePage,
  EtatVide,
  MarquePartenaire,
  Recherche,
  Selection,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useEffect } from 'react';
import { InstancesDocument } from '../generated/graphql.js';
import { enTableau, type InstanceListee } from './en-tableau.js';
import {
  ecrireFiltres,
  type FiltresInstances,
  filtrer,
  LIBELLES_TYPE,
  lireFiltres,
  TYPES,
} from './filtres.js';
import { Sieges } from './sieges.js';

const TITRE = 'Instances';

/** The instances of the day shown (SPER and SPEL, then the committees), who sits there and where. */
export function PageInstances(): ReactNode {
  useEffect(() => setPage({ titre: TITRE }), []);
  const filtres = lireFiltres(useChemin().recherche);
  const changer = (changement: Partial<FiltresInstances>): void =>
    modifierRecherche(ecrireFiltres({ ...filtres, ...changement }));
  const retirer = (
    <Bouton onPress={() => changer({ recherche: '', type: null })}>Retirer tous les filtres</Bouton>
  );
  const lecture = useSuite(
    InstancesDocument,
    { type: filtres.type, le: jourDuPortail().le },
    (donnees) => donnees.instances,
    { partenaires: ['etat'] },
  );
  const trouvees = filtrer(lecture.elements, filtres.recherche);
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={
          <p>
            Où le protocole se suit, au {formaterDate(jourDuPortail().le)} : le service public de
            l’emploi régional (SPER) et les services publics de l’emploi locaux (SPEL), un par
            arrondissement ; depuis le décret du 18 juin 2024, les comités pour l’emploi (CoRE, CDE,
            CLE). Tenu par <MarquePartenaire partenaire="etat" />.
          </p>
        }
      />
      <search className="k-filtres" aria-label="Filtrer les instances">
        <Recherche
          libelle="Nom ou territoire"
          libelleVisible
          valeur={filtres.recherche}
          onChange={(recherche) => changer({ recherche })}
        />
        <Selection
          libelle="Type"
          valeur={filtres.type ?? ''}
          onChange={(choisi) => changer({ type: TYPES.find((t) => t === choisi) ?? null })}
          options={[
            { valeur: '', libelle: 'Toutes les instances' },
            ...TYPES.map((type) => ({ valeur: type, libelle: LIBELLES_TYPE[type] })),
          ]}
        />
      </search>
      <FiltresGardes />
      <ListeLue
        lecture={lecture}
        partenaire="etat"
        nom="instances"
        affiches={trouvees.length}
        exporter={({ elements }) =>
          enTableau(filtrer(elements, filtres.recherche), lireRegistre().demonstration)
        }
        vide={{
          titre: 'Aucune instance de ce type à cette date.',
          texte: 'Retirez le filtre pour voir les autres, ou changez la date du portail.',
          actions: retirer,
        }}
      >
        {() =>
          trouvees.length === 0 ? (
            <EtatVide titre="Aucune instance ne porte ce nom." actions={retirer}>
              Cherchez une commune chef-lieu d’arrondissement, ou la région.
            </EtatVide>
          ) : (
            <>
              <Tableau
                legende="Instances du service public de l’emploi"
                colonnes={COLONNES}
                lignes={trouvees}
                cleDe={(instance) => instance.id}
                enteteCollante
              />
              <Sources instances={trouvees} />
            </>
          )
        }
      </ListeLue>
    </>
  );
}

/** Each source once, with the kind of instance that it documents. */
function Sources({ instances }: { instances: readonly InstanceListee[] }): ReactNode {
  const sources = new Map(
    instances.map(({ type, source }) => [`${type} ${source}`, { type, source }]),
  );
  return [...sources].map(([cle, { type, source }]) => (
    <p key={cle} className="p-pied">
      Source ({type}) : {source}.
    </p>
  ));
}

const COLONNES: ColonneTableau<InstanceListee>[] = [
  { cle: 'nom', entete: 'Instance', titreDeLigne: true, rendu: ({ nom }) => nom },
  {
    cle: 'territoire',
    entete: 'Territoire',
    rendu: ({ territoire }) => <a href={cheminTerritoire(territoire)}>{territoire.nom}</a>,
  },
  {
    cle: 'sieges',
    entete: 'Copilotes et sièges',
    rendu: (instance) => <Sieges instance={instance} />,
  },
  {
    cle: 'creee',
    entete: 'Créée le',
    rendu: ({ creeeLe, predecesseur }) => (
      <>
        {formaterDate(creeeLe)}
        {predecesseur && <small className="k-detail">succède à : {predecesseur.nom}</small>}
      </>
    ),
  },
];
