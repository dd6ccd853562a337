import { formaterDate, lireRegistre, useLecture, useListeEntiere } from '@passerelle/portal-kit';
import {
  Bouton,
  EntetePage,
  EtatVide,
  LienBouton,
  PARTENAIRES,
  Squelette,
} from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { jourDeReference } from '../../date-reference.js';
import { exporterDocx } from '../../fichiers/exporter-docx.js';
import {
  ChiffresDuTerritoireDocument,
  DecisionsDuTerritoireDocument,
  DossierDeSeanceDocument,
  type DossierDeSeanceQuery,
  EngagementsDuDossierDocument,
} from '../../generated/graphql.js';
import { usePage } from '../../page.js';
import { LectureImpossible } from '../../pages/lecture-impossible.js';
import { horaireDe } from '../heures.js';
import { cheminSeance, nomDInstance } from '../libelles.js';
import { documentDuDossier } from './document-du-dossier.js';
import { chiffresDuTerritoire, engagementsConcernes } from './dossier.js';
import { EnvoyerDossier } from './envoyer-dossier.js';
import {
  ChiffresDuDossier,
  DecisionsEnRetard,
  EngagementsDuDossier,
  OrdreDuJourDuDossier,
  SeancePrecedente,
} from './parties-du-dossier.js';

type SeanceDuDossier = NonNullable<DossierDeSeanceQuery['seance']>;

/** What whoever sits at the table needs to have read, gathered without anybody's work. */
export function PageDossier({ id }: { id: string }): ReactNode {
  const [le] = useState(jourDeReference);
  const { donnees, erreur, enCours, relancer } = useLecture(
    DossierDeSeanceDocument,
    { id, le },
    {
      partenaires: ['etat'],
      mouvements: (mouvement) => mouvement.nature === 'seance' && mouvement.seance === id,
    },
  );
  const seance = donnees?.seance ?? null;
  if (seance !== null) return <Dossier key={id} seance={seance} le={le} />;
  return (
    <SansSeance id={id}>
      {enCours && <Squelette libelle="Préparation du dossier" forme="carte" lignes={10} />}
      {!enCours && erreur !== null && <LectureImpossible erreur={erreur} relancer={relancer} />}
      {!enCours && erreur === null && (
        <EtatVide
          titre="Aucune séance ne porte cette adresse."
          actions={<LienBouton href="/seances?periode=toutes">Voir toutes les séances</LienBouton>}
        />
      )}
    </SansSeance>
  );
}

function SansSeance({ id, children }: { id: string; children: ReactNode }): ReactNode {
  usePage('Dossier de séance');
  return (
    <>
      <EntetePage
        titre="Dossier de séance"
        fil={[
          { libelle: 'Séances', href: '/seances' },
          { libelle: id, href: cheminSeance(id) },
        ]}
      />
      {children}
    </>
  );
}

function Dossier({ seance, le }: { seance: SeanceDuDossier; le: string }): ReactNode {
  const { instance, jour, lieu } = seance;
  const { code, maille } = instance.territoire;
  const [annee] = useState(() => Number((lireRegistre().dateDonnees ?? le).slice(0, 4)));
  const territoire = useLecture(
    ChiffresDuTerritoireDocument,
    { code, maille, annee, le },
    { partenaires: ['etat', 'region', 'pole-emploi'] },
  );
  const retards = useListeEntiere(
    DecisionsDuTerritoireDocument,
    { territoire: { code, maille }, enRetardLe: le, le },
    (donnees) => donnees.decisions,
    { partenaires: ['etat'] },
  );
  const recentes = useLecture(
    DecisionsDuTerritoireDocument,
    { territoire: { code, maille }, enRetardLe: null, le },
    { partenaires: ['etat'] },
  );
  const engagements = useLecture(EngagementsDuDossierDocument, {});
  const absents = PARTENAIRES.filter(
    (maison) => territoire.manquants.includes(maison) || engagements.manquants.includes(maison),
  );
  const enRetard = retards.elements;
  const connues = recentes.donnees?.decisions?.nodes ?? [];
  const decisions = [
    ...enRetard,
    ...connues.filter(({ id }) => !enRetard.some((decision) => decision.id === id)),
  ];
  const concernes = engagementsConcernes(
    engagements.donnees?.engagements ?? [],
    decisions,
    seance.points,
  );
  const chiffres = chiffresDuTerritoire(territoire.donnees?.territoire ?? null);
  const pret = !territoire.enCours && !retards.enCours && !recentes.enCours && !engagements.enCours;
  const titre = `Dossier : ${nomDInstance(instance)}, ${formaterDate(jour)}`;
  usePage(titre);
  const horaire = horaireDe(seance.debut ?? null, seance.fin ?? null);
  return (
    <>
      <EntetePage
        titre={titre}
        fil={[
          { libelle: 'Séances', href: '/seances' },
          {
            libelle: `${nomDInstance(instance)}, ${formaterDate(jour)}`,
            href: cheminSeance(seance.id),
          },
        ]}
        chapo={
          <p>
            {[seance.objet, horaire, lieu].filter(Boolean).join(', ')}. Préparé par le portail à
            partir de ce que chaque maison sait, au {formaterDate(le)}.
          </p>
        }
        actions={
          <>
            <Bouton onPress={() => window.print()} variante="principal">
              Imprimer
            </Bouton>
            <Bouton
              enCours={!pret}
              onPress={() =>
                void exporterDocx(
                  ['dossier', instance.id, jour],
                  documentDuDossier({
                    seance,
                    le,
                    chiffres,
                    retards: enRetard,
                    engagements: concernes,
                    absents,
                  }),
                )
              }
            >
              Exporter le dossier (DOCX)
            </Bouton>
            <EnvoyerDossier seance={seance.id} />
            <LienBouton href={cheminSeance(seance.id)}>Ouvrir la séance</LienBouton>
          </>
        }
      />
      <div className="s-suite s-suite--serree s-dossier">
        <OrdreDuJourDuDossier seance={seance} />
        <DecisionsEnRetard lecture={retards} le={le} />
        <ChiffresDuDossier chiffres={chiffres} lecture={territoire} absents={absents} />
        <EngagementsDuDossier
          engagements={concernes}
          lecture={engagements}
          enCours={recentes.enCours || retards.enCours}
          absents={absents}
        />
        <SeancePrecedente precedente={seance.precedente ?? null} />
      </div>
    </>
  );
}
