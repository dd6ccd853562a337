import {
  FiltresGardes,
  FiltreTerritoire,
  formaterDate,
  ListeLue,
  modifierRecherche,
  nomPartenaire,
  partenaireDuGraphe,
  type TableauAExporter,
  useChemin,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Bouton,
  type ColonneTableau,
  EntetePage,
  MarqueDemonstration,
  MarquePartenaire,
  Pastille,
  Recherche,
  Selection,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { jourDeReference } from '../date-reference.js';
import { type DecisionListeeFragment, ListeDecisionsDocument } from '../generated/graphql.js';
import { usePage } from '../page.js';
import { cheminEngagement } from '../route.js';
import {
  AVANCEMENTS,
  cheminSeance,
  nomDInstance,
  STATUTS_DECISION,
  TITRES,
  TONS_DECISION,
} from '../seances/libelles.js';
import { useTexteDansAdresse } from '../texte-dans-adresse.js';
import {
  ecrireFiltres,
  type FiltresDecisions,
  LIBELLES_VUE,
  lireFiltres,
  VUES,
  variablesDe,
} from './filtres.js';

const TITRE = 'Décisions';

/** What the bodies decided, late first: who carries it, until when, whose validation is missing. */
export function PageDecisions(): ReactNode {
  usePage(TITRE);
  const [le] = useState(jourDeReference);
  const filtres = lireFiltres(useChemin().recherche);
  const recherche = useTexteDansAdresse('q');
  const changer = (changement: Partial<FiltresDecisions>): void =>
    modifierRecherche(ecrireFiltres({ ...filtres, ...changement }));
  const variables = variablesDe(filtres, le);
  const lecture = useSuite(ListeDecisionsDocument, variables, (donnees) => donnees.decisions, {
    partenaires: ['etat'],
    mouvements: (mouvement) => mouvement.nature === 'seance',
  });
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={
          <p>
            Les décisions des instances, avec leur responsable, leur échéance et les validations qui
            manquent. En retard au {formaterDate(le)}, sauf si vous en demandez d’autres.
          </p>
        }
      />
      <search className="k-filtres" aria-label="Filtrer les décisions">
        <Recherche
          libelle="Texte de la décision"
          libelleVisible
          valeur={recherche.texte}
          onChange={recherche.saisir}
          onBlur={recherche.terminer}
        />
        <Selection
          libelle="Décisions"
          valeur={filtres.vue}
          onChange={(vue) => changer({ vue })}
          options={VUES.map((valeur) => ({ valeur, libelle: LIBELLES_VUE[valeur] }))}
        />
        {filtres.vue === 'en-attente' && (
          <Selection
            libelle="Validation attendue"
            valeur={filtres.attend ?? ''}
            onChange={(choisi) => changer({ attend: choisi === '' ? null : choisi })}
            options={[
              { valeur: '', libelle: 'De n’importe qui' },
              { valeur: 'ETAT', libelle: 'De l’État' },
              { valeur: 'REGION', libelle: 'De la Région' },
              { valeur: 'RECTEUR', libelle: 'Du recteur' },
            ]}
          />
        )}
        <Selection
          libelle="Responsable"
          valeur={filtres.responsable ?? ''}
          onChange={(choisi) => changer({ responsable: choisi === '' ? null : choisi })}
          options={[
            { valeur: '', libelle: 'Toutes les maisons' },
            { valeur: 'ETAT', libelle: nomPartenaire('etat') },
            { valeur: 'REGION', libelle: nomPartenaire('region') },
            { valeur: 'POLE_EMPLOI', libelle: nomPartenaire('pole-emploi') },
          ]}
        />
        <FiltreTerritoire
          valeur={filtres.territoire}
          onChange={(territoire) => changer({ territoire })}
        />
      </search>
      <FiltresGardes />
      {filtres.engagement !== null && (
        <p>
          Engagement <a href={cheminEngagement(filtres.engagement)}>{filtres.engagement}</a>.{' '}
          <Bouton variante="discret" onPress={() => changer({ engagement: null })}>
            Retirer ce filtre
          </Bouton>
        </p>
      )}
      <ListeLue
        lecture={lecture}
        partenaire="etat"
        nom="décisions"
        exporter={({ elements }) => enTableau(elements)}
        vide={{
          titre:
            filtres.vue === 'en-retard'
              ? 'Aucune décision n’est en retard.'
              : 'Aucune décision ne répond à ces filtres.',
          texte: 'Les décisions se prennent en séance.',
          actions: (
            <Bouton
              onPress={() =>
                changer({
                  vue: 'toutes',
                  territoire: null,
                  responsable: null,
                  attend: null,
                  engagement: null,
                  recherche: '',
                })
              }
            >
              Voir toutes les décisions
            </Bouton>
          ),
        }}
      >
        {(decisions) => (
          <Tableau
            legende="Décisions des instances"
            colonnes={COLONNES}
            lignes={decisions}
            cleDe={({ id }) => id}
            enteteCollante
          />
        )}
      </ListeLue>
    </>
  );
}

function attendues({ statut, validationsRequises, validations }: DecisionListeeFragment): string {
  if (statut !== 'EN_ATTENTE') return '';
  const manquent = validationsRequises.filter(
    (titre) => !validations.some((donnee) => donnee.titre === titre && !donnee.perimee),
  );
  return manquent.map((titre) => TITRES[titre].de).join(', ');
}

const COLONNES: ColonneTableau<DecisionListeeFragment>[] = [
  {
    cle: 'texte',
    entete: 'Décision',
    titreDeLigne: true,
    rendu: ({ numero, texte, seance, engagement, demonstration }) => (
      <>
        <a href={`${cheminSeance(seance.id)}#decision-${numero}`}>{texte}</a>
        <small className="s-detail">
          {nomDInstance(seance.instance)}, {formaterDate(seance.jour)}, décision {numero}
          {engagement && (
            <>
              {', '}
              <a href={cheminEngagement(engagement.code)}>{engagement.code}</a>
            </>
          )}{' '}
          {demonstration && <MarqueDemonstration />}
        </small>
      </>
    ),
  },
  {
    cle: 'responsable',
    entete: 'Responsable',
    rendu: ({ responsable, fonctionResponsable }) => (
      <>
        <MarquePartenaire partenaire={partenaireDuGraphe(responsable)} />
        {fonctionResponsable && <small className="s-detail">{fonctionResponsable}</small>}
      </>
    ),
  },
  {
    cle: 'echeance',
    entete: 'Échéance',
    rendu: ({ echeance, enRetard }) => (
      <>
        {echeance ? formaterDate(echeance) : 'sans échéance'}{' '}
        {enRetard && <Pastille ton="alerte">en retard</Pastille>}
      </>
    ),
  },
  {
    cle: 'etat',
    entete: 'Où elle en est',
    rendu: (decision) => {
      const manquent = attendues(decision);
      return (
        <>
          <Pastille ton={TONS_DECISION[decision.statut]}>
            {STATUTS_DECISION[decision.statut]}
          </Pastille>
          <small className="s-detail">
            {manquent !== '' && `attend ${manquent}`}
            {decision.statut === 'ADOPTEE' &&
              (decision.avancement ? AVANCEMENTS[decision.avancement] : 'rien n’est dit')}
          </small>
        </>
      );
    },
  },
];

const ENTETES = [
  'Identifiant',
  'Instance',
  'Territoire',
  'Séance',
  'Décision',
  'Responsable',
  'Échéance',
  'En retard',
  'État',
  'Attend',
  'Avancement',
  'Engagement',
  'Source',
];

function enTableau(decisions: readonly DecisionListeeFragment[]): TableauAExporter {
  return {
    colonnes: ENTETES.map((titre) => ({ titre, ...(titre === 'Décision' && { largeur: 60 }) })),
    lignes: decisions.map((decision) => [
      decision.id,
      nomDInstance(decision.seance.instance),
      decision.seance.instance.territoire.nom,
      { jour: decision.seance.jour },
      decision.texte,
      nomPartenaire(partenaireDuGraphe(decision.responsable)),
      decision.echeance ? { jour: decision.echeance } : null,
      decision.enRetard,
      STATUTS_DECISION[decision.statut],
      attendues(decision),
      decision.avancement ? AVANCEMENTS[decision.avancement] : '',
      decision.engagement?.code ?? '',
      decision.demonstration ? 'État, donnée de démonstration' : 'État',
    ]),
  };
}
