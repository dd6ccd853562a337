import {
  Bandeau,
  Bouton,
  Carte,
  EtatErreur,
  EtatVide,
  MarquePartenaire,
  Moment,
  Pastille,
  PastilleMeteo,
  Squelette,
} from '@passerelle/portal-ui';
import { type ReactNode, useRef, useState } from 'react';
import { useBrouillonLocal } from '../brouillon/brouillon-local.js';
import { peutAgir } from '../date/actes-au-present.js';
import { estRetireAu } from '../date/engagement-retire.js';
import { jourDemande, jourDuPortail } from '../date/jour-du-portail.js';
import { formaterDate, formaterLe } from '../formats/formats.js';
import { useLecture } from '../graphe/lecture.js';
import { manqueEn } from '../graphe/manques.js';
import { LectureManquee } from '../partenaires/lecture-manquee.js';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import { type Agent, useAgent } from '../session/session.js';
import { Actes } from './actes.js';
import {
  type ContributionLue,
  type Droits,
  LIBELLES_VISIBILITE,
  type MaisonContributrice,
  type VersionLue,
  versionsDe,
} from './contribution.js';
import { Historique } from './historique.js';
import { Redaction } from './redaction.js';
import { lireSaisieGardee } from './saisie.js';
import { Version } from './version-lue.js';

function droitsDe(agent: Agent | null, { partenaire }: MaisonContributrice): Droits {
  const sienne = agent?.partenaire === partenaire;
  return {
    modifier: sienne && peutAgir(agent, `${partenaire}:contribution:modifier`),
    valider: sienne && peutAgir(agent, `${partenaire}:contribution:valider`),
    publier: sienne && peutAgir(agent, `${partenaire}:contribution:publier`),
  };
}

/**
 * A house's contribution to one engagement: read by all, written by its own agents. It stays
 * readable, and what is being typed stays put, when the house's service goes away.
 */
export function FicheContribution({
  maison,
  code,
}: {
  maison: MaisonContributrice;
  code: string;
}): ReactNode {
  const { partenaire } = maison;
  const agent = useAgent();
  const droits = droitsDe(agent, maison);
  const lecture = useLecture(
    maison.lire,
    { code, le: jourDemande() },
    {
      partenaires: [partenaire],
      mouvements: (mouvement) =>
        mouvement.nature === 'contribution' &&
        mouvement.partenaire === partenaire &&
        mouvement.engagement === code,
    },
  );
  const brouillon = useBrouillonLocal(`contribution:${partenaire}:${code}`, lireSaisieGardee);
  const [redige, setRedige] = useState(false);
  const [historique, setHistorique] = useState(false);
  const [connue, setConnue] = useState<ContributionLue | null>(null);
  const fiche = useRef<HTMLDivElement>(null);

  const lue = lecture.donnees?.engagement?.contribution ?? null;
  const manque =
    lue === null ? manqueEn(lecture.manques, partenaire, ['engagement', 'contribution']) : null;
  const absent = lecture.manquants.length > 0 || Boolean(manque?.absent);
  const illisible = absent || manque !== null;
  if (lue !== null && lue !== connue) setConnue(lue);
  if (lue === null && connue !== null && !illisible && !lecture.rafraichissement) setConnue(null);
  // While the house can't be read, what it last said is still what it last said.
  const contribution = lue ?? (illisible ? connue : null);
  const { publiee, enCours } = versionsDe(contribution);
  const { sujet, de } = phrasesPartenaire(partenaire);
  const { le, estPresent } = jourDuPortail();
  const isRetire = estRetireAu(lecture.donnees?.engagement?.retireLe, le);

  /** The button that had focus is gone: focus goes to the card that shows the outcome. */
  const finir = (): void => {
    setRedige(false);
    fiche.current?.focus();
  };

  const corps = (): ReactNode => {
    if (redige) {
      return (
        <Redaction
          maison={maison}
          code={code}
          actuelle={contribution}
          brouillon={brouillon}
          relire={lecture.relancer}
          onFini={finir}
        />
      );
    }
    if (lecture.enCours) {
      return <Squelette lignes={5} libelle={`Lecture de la contribution ${de}`} />;
    }
    if (lecture.erreur && contribution === null) {
      return (
        <EtatErreur
          titre={lecture.erreur.titre}
          message={lecture.erreur.message}
          reference={lecture.erreur.reference ?? undefined}
          onReessayer={lecture.relancer}
        />
      );
    }
    return (
      <>
        {manque && !absent && (
          <LectureManquee
            manque={manque}
            objet={publiee ? 'sa contribution ; voici la dernière version lue' : 'sa contribution'}
            onReessayer={lecture.relancer}
          />
        )}
        {absent && <Absence publiee={publiee} sujet={sujet} onReessayer={lecture.relancer} />}
        {publiee && (
          <Version
            partenaire={partenaire}
            version={publiee}
            suite={
              !illisible && (
                <button type="button" className="k-lien" onClick={() => setHistorique(true)}>
                  Historique<span className="p-hors-ecran"> {de}</span>
                </button>
              )
            }
          />
        )}
        {!publiee && !illisible && (
          <EtatVide
            titre={
              estPresent
                ? `${sujet} n’a rien publié sur cet engagement.`
                : `${sujet} n’avait rien publié sur cet engagement au ${formaterDate(le)}.`
            }
          >
            {direLaSuite(droits.modifier, isRetire, estPresent)}
          </EtatVide>
        )}
        {enCours && <EnCours version={enCours} maison={maison} />}
        {brouillon.valeur !== null && droits.modifier && !isRetire && (
          <SaisieRetrouvee
            enregistreLe={brouillon.enregistreLe}
            onReprendre={() => setRedige(true)}
            onEffacer={brouillon.oublier}
          />
        )}
        {!illisible && (
          <Actes
            maison={maison}
            code={code}
            publiee={publiee}
            enCours={enCours}
            droits={droits}
            isRetire={isRetire}
            onPreparer={() => setRedige(true)}
            onFait={finir}
            relire={lecture.relancer}
          />
        )}
      </>
    );
  };

  return (
    <div ref={fiche} tabIndex={-1} className={redige ? 'k-fiche k-fiche--redige' : 'k-fiche'}>
      <Carte
        titre={<MarquePartenaire partenaire={partenaire} />}
        aside={
          illisible && !publiee ? (
            <Pastille>{absent ? 'indisponible' : 'non lue'}</Pastille>
          ) : (
            publiee && <PastilleMeteo meteo={publiee.meteo} />
          )
        }
        bord={illisible ? 'tirets' : 'plein'}
        partenaire={agent?.partenaire === partenaire ? partenaire : undefined}
      >
        {corps()}
      </Carte>
      {historique && (
        <Historique maison={maison} code={code} onFermer={() => setHistorique(false)} />
      )}
    </div>
  );
}

/** What may come after nothing. */
function direLaSuite(modifie: boolean, isRetire: boolean, estPresent: boolean): string | null {
  if (!estPresent) return null;
  if (isRetire) return 'Un avenant a retiré l’engagement : on n’y écrit plus.';
  return modifie
    ? 'Préparez une première contribution : elle ne sera lue qu’après sa publication.'
    : 'Sa contribution apparaîtra ici dès sa publication.';
}

function Absence({
  publiee,
  sujet,
  onReessayer,
}: {
  publiee: VersionLue | null;
  sujet: string;
  onReessayer: () => void;
}): ReactNode {
  return (
    <div className="k-absence">
      <p role="status">
        {publiee
          ? `${sujet} ne répond pas. Voici la dernière version lue ; l’affichage reprendra seul.`
          : `${sujet} ne répond pas : sa contribution n’a pas pu être lue. L’affichage reprendra seul.`}
      </p>
      <Bouton onPress={onReessayer}>Réessayer</Bouton>
    </div>
  );
}

/** The version being written, for the eyes of its house. */
function EnCours({
  version,
  maison: { partenaire },
}: {
  version: VersionLue;
  maison: MaisonContributrice;
}): ReactNode {
  const validee = version.etat === 'VALIDEE';
  return (
    <section className="k-en-cours" aria-label={validee ? 'Version validée' : 'Brouillon'}>
      <p className="k-en-cours__tete">
        <Pastille ton="attention">{validee ? 'validée, à publier' : 'brouillon'}</Pastille>
        <PastilleMeteo meteo={version.meteo} />
      </p>
      <p className="k-discret">
        Lisible par votre seule maison. Une fois publiée, par :{' '}
        {LIBELLES_VISIBILITE[version.visibilite].nom.toLowerCase()}.
      </p>
      <Version partenaire={partenaire} version={version} />
    </section>
  );
}

function SaisieRetrouvee({
  enregistreLe,
  onReprendre,
  onEffacer,
}: {
  enregistreLe: Date | null;
  onReprendre: () => void;
  onEffacer: () => void;
}): ReactNode {
  const iso = enregistreLe?.toISOString();
  return (
    <Bandeau
      titre="Une saisie non enregistrée est gardée sur ce poste."
      annonce="aucune"
      actions={
        <>
          <Bouton onPress={onReprendre}>Reprendre ma saisie</Bouton>
          <Bouton variante="discret" onPress={onEffacer}>
            Effacer cette saisie
          </Bouton>
        </>
      }
    >
      {iso && <Moment iso={iso} proche={formaterLe(iso)} exact={formaterDate(iso)} />}
    </Bandeau>
  );
}
