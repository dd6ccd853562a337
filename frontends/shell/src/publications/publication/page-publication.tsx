import { ExportsDeListe } from '@passerelle/portal-kit';
import {
  Carte,
  EntetePage,
  type EtapeFil,
  EtatVide,
  Pastille,
  Proprietes,
  Tableau,
} from '@passerelle/portal-ui';
import type { Canal, ResumeDePublication } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { MomentProche } from '../../moment-proche.js';
import { usePage } from '../../page.js';
import { cheminPublication } from '../../route.js';
import { Commit, Empreinte } from '../commun/abreviations.js';
import { dansLOrdre } from '../commun/editeurs.js';
import { Lecture } from '../commun/lecture.js';
import { MarqueEditeur } from '../commun/marque-editeur.js';
import { MomentLe } from '../commun/moment-le.js';
import { nommerLot } from '../commun/nommer-lot.js';
import { decrireCible } from '../etat/cible.js';
import { ListeDifferences } from '../rapport/liste-differences.js';
import { LIBELLES_CANAL } from '../registre/lire-canal.js';
import { type AcquittementRecu, lireResume } from '../registre/lire-resume.js';
import { useRegistre } from '../registre/use-registre.js';
import { acquittementsEnTableau, revisionsEnTableau } from './publication-en-tableau.js';

/** One publication: what it changed, what it holds, who serves it. */
export function PagePublication({ canal, numero }: { canal: Canal; numero: number }): ReactNode {
  const titre = `Publication ${numero}, ${LIBELLES_CANAL[canal].toLowerCase()}`;
  usePage(titre);
  const lecture = useRegistre(`/v1/publications/${canal}/${numero}/resume`, lireResume);
  const fil: EtapeFil[] = [
    {
      libelle: 'Publications',
      href: canal === 'production' ? '/publications' : '/publications?canal=recette',
    },
  ];
  return (
    <div className="s-publications">
      <EntetePage
        titre={titre}
        fil={fil}
        chapo={lecture.donnees === null ? undefined : <Chapo resume={lecture.donnees} />}
      />
      <Lecture lecture={lecture} libelle="Lecture de la publication" lignes={12}>
        {(resume) => (
          <div className="s-suite">
            <Carte titre="Ce qui a changé">
              {resume.differences.length === 0 ? (
                <p>
                  {resume.precedente === null
                    ? 'C’est la première publication de ce canal.'
                    : `Rien ne la distingue de la publication ${resume.precedente} : mêmes révisions.`}
                </p>
              ) : (
                <ListeDifferences differences={resume.differences} />
              )}
            </Carte>
            <Revisions resume={resume} />
            <Acquittements acquittements={resume.acquittements} />
            <Voisines resume={resume} />
          </div>
        )}
      </Lecture>
    </div>
  );
}

function Chapo({ resume }: { resume: ResumeDePublication }): ReactNode {
  return (
    <>
      <p>{resume.resume}</p>
      <p>
        Publiée <MomentLe iso={resume.publieeLe} /> par {resume.par}
        {resume.commit !== null && (
          <>
            , commit <Commit valeur={resume.commit} />
          </>
        )}
        .
      </p>
      {resume.motif !== null && <p>Motif : {resume.motif}</p>}
    </>
  );
}

function Revisions({ resume }: { resume: ResumeDePublication }): ReactNode {
  return (
    <Carte titre="Ce qu’elle contient">
      <Tableau
        legende="Révisions de cette publication, par maison"
        lignes={dansLOrdre(resume.partenaires, ({ partenaire }) => partenaire)}
        cleDe={({ partenaire }) => partenaire}
        colonnes={[
          {
            cle: 'maison',
            entete: 'Maison',
            titreDeLigne: true,
            rendu: ({ partenaire }) => <MarqueEditeur editeur={partenaire} />,
          },
          {
            cle: 'schema',
            entete: 'Schéma',
            rendu: ({ schema }) =>
              schema === null ? (
                'aucun'
              ) : (
                <>
                  révision {schema.revision}, <Empreinte valeur={schema.empreinte} />
                </>
              ),
          },
          {
            cle: 'module',
            entete: 'Module',
            rendu: ({ module }) =>
              module === null ? 'aucun' : `version ${module.version}, révision ${module.revision}`,
          },
          {
            cle: 'canari',
            entete: 'Canari',
            rendu: ({ canari }) =>
              canari === null
                ? 'aucun'
                : `version ${canari.version}, pour ${decrireCible(canari.cible)}`,
          },
        ]}
      />
      <ExportsDeListe
        nom={`publication ${resume.numero}`}
        lire={() => revisionsEnTableau(resume)}
      />
      <Proprietes
        elements={[
          { nom: 'Carte', valeur: `révision ${resume.carte}` },
          { nom: 'Coquille', valeur: decrireLot(resume.commun.coquille) },
          { nom: 'Fichiers partagés', valeur: decrireLot(resume.commun.partages) },
        ]}
      />
    </Carte>
  );
}

function decrireLot(lot: ResumeDePublication['commun']['coquille']): string {
  return lot === null ? 'aucun' : nommerLot(lot);
}

function Acquittements({
  acquittements,
}: {
  acquittements: readonly AcquittementRecu[];
}): ReactNode {
  return (
    <Carte titre="Passerelles qui l’ont reçue">
      {acquittements.length === 0 ? (
        <EtatVide titre="Aucune passerelle n’a encore répondu.">
          <p>
            Chaque passerelle dit ici si elle sert cette publication, ou pourquoi elle la refuse.
          </p>
        </EtatVide>
      ) : (
        <>
          <Tableau
            legende="Réponses des passerelles à cette publication"
            lignes={acquittements}
            cleDe={({ passerelle, le }) => `${passerelle} ${le}`}
            colonnes={[
              {
                cle: 'passerelle',
                entete: 'Passerelle',
                titreDeLigne: true,
                rendu: ({ passerelle }) => passerelle,
              },
              {
                cle: 'statut',
                entete: 'Réponse',
                rendu: ({ statut, code, message }) => (
                  <span className="s-pastilles">
                    <Pastille ton={statut === 'SERVIE' ? 'ok' : 'alerte'}>
                      {statut === 'SERVIE' ? 'servie' : 'refusée'}
                    </Pastille>
                    {code !== undefined && (
                      <span className="s-detail">
                        <code>{code}</code> {message}
                      </span>
                    )}
                  </span>
                ),
              },
              { cle: 'le', entete: 'Quand', rendu: ({ le }) => <MomentProche iso={le} /> },
              {
                cle: 'duree',
                entete: 'De la réception au service',
                numerique: true,
                rendu: ({ dureeMs }) => `${Math.round(dureeMs)} ms`,
              },
            ]}
          />
          <ExportsDeListe
            nom="réponses des passerelles"
            lire={() => acquittementsEnTableau(acquittements)}
          />
        </>
      )}
    </Carte>
  );
}

function Voisines({ resume }: { resume: ResumeDePublication }): ReactNode {
  const { canal, precedente, suivante } = resume;
  if (precedente === null && suivante === null) return null;
  return (
    <nav className="s-voisins" aria-label="Publications voisines">
      {precedente !== null && (
        <a href={cheminPublication(canal, precedente)} rel="prev">
          <small>Précédente</small>
          Publication {precedente}
        </a>
      )}
      {suivante !== null && (
        <a href={cheminPublication(canal, suivante)} rel="next">
          <small>Suivante</small>
          Publication {suivante}
        </a>
      )}
    </nav>
  );
}
