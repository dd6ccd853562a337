import { type Agent, Emplacement, formaterDate, type Lecture, peut } from '@passerelle/portal-kit';
import { Carte, Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { dateDeReference, jourDeReference } from '../date-reference.js';
import type { LundiQuery, MouvementsRecentsQuery } from '../generated/graphql.js';
import { LecturesManquees } from '../pages/lectures-manquees.js';
import { cheminEngagement } from '../route.js';
import { attentesDuLundi, type GroupeDAttentes } from './attentes.js';
import { contributionsPerimees } from './perimees.js';
import { questionDuLundi, titreDAccord } from './pour-qui.js';

const PERIMEES_MONTREES = 3;

/** What awaits the reader, by role: to validate, to agree to, to carry out, to bring up to date. */
export function CeQuiAttend({
  agent,
  lundi,
  mouvements,
}: {
  agent: Agent;
  lundi: Lecture<LundiQuery>;
  mouvements: MouvementsRecentsQuery | undefined;
}): ReactNode {
  const { partenaire } = agent;
  if (partenaire === null) {
    return (
      <Carte titre="Ce qui vous attend">
        <p>
          {agent.organisation} ne tient pas de contribution au protocole : rien n’attend votre
          validation.
        </p>
        <p className="p-pied">
          <a href="/protocole">Lire les engagements</a>
        </p>
      </Carte>
    );
  }
  const le = jourDeReference();
  const { attend, responsable } = questionDuLundi(agent, le);
  const groupes = attentesDuLundi(lundi.donnees, {
    accord: titreDAccord(agent),
    attend,
    responsable,
    le,
  });
  const muettes = lundi.manques.filter(({ absent }) => !absent).map((manque) => manque.partenaire);
  return (
    <Carte titre="Ce qui vous attend">
      {lundi.enCours && <Squelette libelle="Lecture de ce qui vous attend" lignes={4} />}
      <LecturesManquees maisons={[...new Set(muettes)]} relancer={lundi.relancer}>
        Des attentes manquent peut-être dans cette liste.
      </LecturesManquees>
      {lundi.manquants.includes('etat') && (
        <p role="status">
          L’État ne répond pas : les séances et les décisions qui vous attendent ne peuvent pas être
          lues. L’affichage reprendra seul.
        </p>
      )}
      {groupes.map((groupe) => (
        <Groupe key={groupe.titre} groupe={groupe} le={le} />
      ))}
      <h3>Contributions de votre maison</h3>
      <Emplacement
        nom="accueil.attente"
        partenaire={partenaire}
        proprietes={{}}
        attente={<Squelette libelle="Lecture de ce qui vous attend" lignes={4} />}
      />
      {peut(agent, `${partenaire}:contribution:modifier`) && mouvements?.engagements && (
        <Perimees
          perimees={contributionsPerimees(mouvements.engagements, partenaire, dateDeReference())}
        />
      )}
    </Carte>
  );
}

function Groupe({ groupe, le }: { groupe: GroupeDAttentes; le: string }): ReactNode {
  return (
    <>
      <h3>{groupe.titre}</h3>
      <ul className="p-liste">
        {groupe.attentes.map(({ cle, texte, detail, chemin, echeance }) => (
          <li key={cle}>
            <span>
              <a href={chemin}>{texte}</a>
              <small>
                {detail}
                {echeance !== null &&
                  ` ${echeance < le ? 'Attendue le' : 'Pour le'} ${formaterDate(echeance)}.`}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {groupe.suite !== null && (
        <p className="p-pied">
          <a href={groupe.suite}>Voir les suivantes</a>
        </p>
      )}
    </>
  );
}

/** Told to its own house first: nothing older than thirty days without a flag. */
function Perimees({ perimees }: { perimees: ReturnType<typeof contributionsPerimees> }): ReactNode {
  if (perimees.length === 0) return null;
  return (
    <>
      <h3>Sans mouvement depuis 30 jours</h3>
      <ul className="p-liste">
        {perimees.slice(0, PERIMEES_MONTREES).map(({ code, libelle, publieLe }) => (
          <li key={code}>
            <span>
              <a href={cheminEngagement(code)}>
                {code} {libelle}
              </a>
              <small>
                {publieLe === null
                  ? 'Rien n’est encore publié.'
                  : `Publiée le ${formaterDate(publieLe)}.`}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {perimees.length > PERIMEES_MONTREES && (
        <p className="p-pied">
          <a href="/protocole?vue=anciennete">Voir les {perimees.length} engagements</a>
        </p>
      )}
    </>
  );
}
