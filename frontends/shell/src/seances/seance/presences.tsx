import {
  ExportsDeListe,
  type IssueDeGeste,
  IssueDeGesteLue,
  partenaireDuGraphe,
} from '@passerelle/portal-kit';
import { Bouton, Carte, EtatVide, MarquePartenaire, Tableau } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { NoterPresencesDocument, type SeanceEntiereFragment } from '../../generated/graphql.js';
import { direQuorum } from './compte-des-voix.js';
import { useGesteDeSeance } from './geste-de-seance.js';
import { presencesEnTableau } from './presences-en-tableau.js';
import { type ChangementFait, RevenirEnArriere } from './revenir-en-arriere.js';
import { SecondeConvocation } from './seconde-convocation.js';
import type { VueDeSeance } from './vue-de-seance.js';

type Presence = SeanceEntiereFragment['presences'][number];

/** Who sat, who signs: to be there is not to sign. */
export function PresencesDeSeance(vue: VueDeSeance): ReactNode {
  const { seance, tient, suspendu } = vue;
  const [change, setChange] = useState<ChangementFait | null>(null);
  const [note, setNote] = useState(false);
  const { presences, quorum } = seance;
  const notee = seance.statut === 'TENUE' || seance.statut === 'CLOSE';
  const modifiable = tient && (seance.statut === 'PREVUE' || seance.statut === 'TENUE');
  return (
    <Carte titre="Présences" id="presences">
      {note ? (
        <NoterLesPresences
          seance={seance}
          suspendu={suspendu}
          onFini={(avant) => {
            setNote(false);
            if (avant === null) return;
            setChange({ phrase: 'Présences notées.', objet: 'SEANCE', id: seance.id, avant });
          }}
        />
      ) : (
        <>
          {change !== null && (
            <RevenirEnArriere
              key={change.avant}
              seance={seance.id}
              changement={change}
              onFini={() => setChange(null)}
            />
          )}
          {presences.length === 0 && (
            <EtatVide titre="Aucun membre n’est connu pour cette instance.">
              <p>Les membres d’une instance viennent de l’annuaire, tenu par l’État.</p>
            </EtatVide>
          )}
          {presences.length > 0 && !notee && <MembresAttendus presences={presences} />}
          {presences.length > 0 && notee && (
            <>
              <TableauDesPresences presences={presences} />
              <ExportsDeListe nom="présences" lire={() => presencesEnTableau(seance)} />
            </>
          )}
          {quorum && notee && <p className="p-pied">{direQuorum(quorum)}</p>}
          <SecondeConvocation {...vue} />
          {modifiable && (
            <div className="p-actions">
              <Bouton desactive={suspendu} onPress={() => setNote(true)}>
                {notee ? 'Corriger les présences' : 'Noter les présences'}
              </Bouton>
            </div>
          )}
        </>
      )}
    </Carte>
  );
}

function MembresAttendus({ presences }: { presences: readonly Presence[] }): ReactNode {
  return (
    <>
      <p>Membres attendus ; leur présence se note en séance.</p>
      <ul className="p-colonnes">
        {presences.map(({ fonction, organisation }) => (
          <li key={`${fonction} ${organisation}`}>
            {fonction} <small>{organisation}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

function TableauDesPresences({ presences }: { presences: readonly Presence[] }): ReactNode {
  const votent = presences.some(({ voix }) => voix);
  return (
    <Tableau
      legende="Présences à la séance"
      lignes={presences}
      cleDe={({ fonction, organisation }) => `${fonction} ${organisation}`}
      colonnes={[
        {
          cle: 'fonction',
          entete: 'Fonction',
          titreDeLigne: true,
          rendu: ({ fonction, organisation, partenaire }) => (
            <>
              {fonction}
              <small className="s-detail">
                {partenaire ? (
                  <MarquePartenaire partenaire={partenaireDuGraphe(partenaire)} />
                ) : (
                  organisation
                )}
              </small>
            </>
          ),
        },
        {
          cle: 'present',
          entete: 'Présence',
          rendu: ({ present }) => (present ? 'présent' : 'absent ou excusé'),
        },
        {
          cle: 'signataire',
          entete: 'Signature',
          rendu: ({ signataire }) => (signataire ? 'signataire' : 'ne signe pas'),
        },
        ...(votent
          ? [
              {
                cle: 'voix',
                entete: 'Voix',
                rendu: ({ voix }: Presence) => (voix ? 'délibérative' : 'sans voix'),
              },
            ]
          : []),
      ]}
    />
  );
}

/** The members of the body are known: nothing is typed, who did not come is unticked. */
function feuilleDePresence(seance: SeanceEntiereFragment): Presence[] {
  if (seance.statut !== 'PREVUE') return seance.presences.map((presence) => ({ ...presence }));
  const copilotes = new Set(
    seance.instance.copilotesLe.map(({ fonction, organisation }) => `${fonction} ${organisation}`),
  );
  return seance.presences.map((attendu) => ({
    ...attendu,
    present: true,
    signataire: copilotes.has(`${attendu.fonction} ${attendu.organisation}`),
  }));
}

function NoterLesPresences({
  seance,
  suspendu,
  onFini,
}: {
  seance: SeanceEntiereFragment;
  suspendu: boolean;
  /** The version that the recorded sheet took the place of; null when nothing was recorded. */
  onFini: (avant: number | null) => void;
}): ReactNode {
  const [feuille, setFeuille] = useState(() => feuilleDePresence(seance));
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeSeance(
    NoterPresencesDocument,
    seance.id,
    'Présences notées.',
  );
  const changer = (rang: number, changement: Partial<Presence>): void =>
    setFeuille(feuille.map((une, i) => (i === rang ? { ...une, ...changement } : une)));
  const enregistrer = async (): Promise<void> => {
    if (enCours) return;
    const suivante = await faire({
      seance: seance.id,
      presences: feuille.map(({ fonction, organisation, partenaire, present, signataire }) => ({
        fonction,
        organisation,
        partenaire: partenaire ?? null,
        present,
        signataire: present && signataire,
      })),
      versionAttendue: seance.version,
    });
    setIssue(suivante);
    if (suivante.sorte === 'fait') onFini(seance.version);
  };
  return (
    <form
      className="s-formulaire"
      aria-label="Présences"
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void enregistrer();
      }}
    >
      <IssueDeGesteLue issue={issue} />
      <p>Décochez qui n’est pas venu. Être présent n’est pas signer.</p>
      <ul className="p-liste">
        {feuille.map((presence, rang) => {
          const { fonction, organisation, present, signataire } = presence;
          return (
            <li key={`${fonction} ${organisation}`}>
              <span>
                {fonction}
                <small>{organisation}</small>
              </span>
              <span className="s-coches">
                <label>
                  <input
                    type="checkbox"
                    checked={present}
                    onChange={(evenement) => changer(rang, { present: evenement.target.checked })}
                  />
                  Présent<span className="p-hors-ecran"> : {fonction}</span>
                </label>
                <label>
                  <input
                    type="checkbox"
                    checked={present && signataire}
                    disabled={!present}
                    onChange={(evenement) =>
                      changer(rang, { signataire: evenement.target.checked })
                    }
                  />
                  Signataire<span className="p-hors-ecran"> : {fonction}</span>
                </label>
              </span>
            </li>
          );
        })}
      </ul>
      <div className="p-actions">
        <Bouton type="submit" variante="principal" enCours={enCours} desactive={suspendu}>
          Enregistrer les présences
        </Bouton>
        <Bouton variante="discret" onPress={() => onFini(null)}>
          Fermer sans enregistrer
        </Bouton>
      </div>
    </form>
  );
}
