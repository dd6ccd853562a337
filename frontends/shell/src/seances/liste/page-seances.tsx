import {
  type Agent,
  FiltresGardes,
  FiltreTerritoire,
  ListeLue,
  modifierRecherche,
  peutAgir,
  useChemin,
  useSuite,
} from '@passerelle/portal-kit';
import { Bouton, EntetePage, MarquePartenaire, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { jourDeReference } from '../../date-reference.js';
import { ListeSeancesDocument, type StatutSeance } from '../../generated/graphql.js';
import { usePage } from '../../page.js';
import { STATUTS_SEANCE } from '../libelles.js';
import { AgendaDesSeances } from './agenda-des-seances.js';
import { enTableau } from './en-tableau.js';
import {
  bornesDe,
  ecrireFiltres,
  type FiltresSeances,
  LIBELLES_PERIODE,
  lireFiltres,
  PERIODES,
} from './filtres.js';
import { NouvelleSeance } from './nouvelle-seance.js';
import { ProchaineSeance } from './prochaine-seance.js';
import { TableauDesSeances } from './tableau-des-seances.js';

const TITRE = 'Séances';
const STATUTS: readonly StatutSeance[] = ['PREVUE', 'TENUE', 'CLOSE', 'ANNULEE'];

/** The calendar: the reader's next session and its dossier first, then what comes everywhere. */
export function PageSeances({ agent }: { agent: Agent }): ReactNode {
  usePage(TITRE);
  const [le] = useState(jourDeReference);
  const filtres = lireFiltres(useChemin().recherche);
  const changer = (changement: Partial<FiltresSeances>): void =>
    modifierRecherche(ecrireFiltres({ ...filtres, ...changement }));
  const variables = {
    le,
    ...bornesDe(filtres.periode, le),
    territoire: filtres.territoire,
    statut: filtres.statut,
    instance: filtres.instance,
  };
  const lecture = useSuite(ListeSeancesDocument, variables, (donnees) => donnees.seances, {
    partenaires: ['etat'],
    mouvements: (mouvement) => mouvement.nature === 'seance',
  });
  const sansFiltre: FiltresSeances = {
    periode: 'toutes',
    territoire: null,
    statut: null,
    instance: null,
  };
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={
          <p>
            Ce qui vient au SPER (service public de l’emploi régional) et dans les SPEL (locaux),
            avec un dossier prêt pour chaque séance. Tenu par <MarquePartenaire partenaire="etat" />
            .
          </p>
        }
        actions={
          peutAgir(agent, 'etat:seance:tenir') ? (
            <NouvelleSeance agent={agent} le={le} />
          ) : undefined
        }
      />
      {agent.territoire !== null && <ProchaineSeance agent={agent} le={le} />}
      <search className="k-filtres s-suite" aria-label="Filtrer les séances">
        <Selection
          libelle="Période"
          valeur={filtres.periode}
          onChange={(periode) => changer({ periode })}
          options={PERIODES.map((valeur) => ({ valeur, libelle: LIBELLES_PERIODE[valeur] }))}
        />
        <FiltreTerritoire
          valeur={filtres.territoire}
          onChange={(territoire) => changer({ territoire })}
        />
        <Selection
          libelle="État de la séance"
          valeur={filtres.statut ?? ''}
          onChange={(choisi) => changer({ statut: STATUTS.find((un) => un === choisi) ?? null })}
          options={[
            { valeur: '', libelle: 'Tous' },
            ...STATUTS.map((valeur) => ({ valeur, libelle: STATUTS_SEANCE[valeur] })),
          ]}
        />
      </search>
      <FiltresGardes />
      <ListeLue
        lecture={lecture}
        partenaire="etat"
        nom="séances"
        exporter={({ elements }) => enTableau(elements)}
        autresFichiers={<AgendaDesSeances lire={lecture.toutLire} />}
        vide={{
          titre: 'Aucune séance ne répond à ces filtres.',
          texte: 'Les séances que tiennent les instances apparaîtront ici.',
          actions: <Bouton onPress={() => changer(sansFiltre)}>Voir toutes les séances</Bouton>,
        }}
      >
        {(seances) => <TableauDesSeances seances={seances} />}
      </ListeLue>
    </>
  );
}
