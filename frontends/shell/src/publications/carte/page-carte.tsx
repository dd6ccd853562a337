import { type Agent, annoncer, ExportsDeListe } from '@passerelle/portal-kit';
import { EtatVide, Pagination } from '@passerelle/portal-ui';
import type { EtatDeDemandeCarte } from '@passerelle/publication';
import { type ReactNode, useRef, useState } from 'react';
import { Lecture } from '../commun/lecture.js';
import { PageDeRegistre } from '../commun/page-de-registre.js';
import { useTranche } from '../commun/use-tranche.js';
import { type CarteLue, lireCarte, lireDemandes } from '../registre/lire-carte.js';
import { useRegistre } from '../registre/use-registre.js';
import { demandesEnTableau } from './carte-en-tableau.js';
import { Demande } from './demande.js';
import { trierDemandes } from './demandes-triees.js';
import { DialogueReponse } from './dialogue-reponse.js';
import { Proposer } from './proposer.js';
import { TableauCarte } from './tableau-carte.js';

const PAR_PAGE = 10;

/** Who answers for what, and the changes that are asked. */
export function PageCarte({
  agent,
  administrateur,
}: {
  agent: Agent;
  /** The others see the requests: a deputy answers them without being an administrator. */
  administrateur: boolean;
}): ReactNode {
  const carte = useRegistre(administrateur ? '/v1/carte' : null, lireCarte);
  const demandes = useRegistre('/v1/carte/demandes', lireDemandes);
  return (
    <PageDeRegistre
      titre="Carte de responsabilité"
      adresse="/publications/carte"
      administrateur={administrateur}
      chapo={
        <p>
          Quelle maison répond de chaque type du graphe. La carte ne change qu’avec l’accord des
          maisons concernées.
        </p>
      }
    >
      <div className="s-suite">
        <Lecture lecture={demandes} libelle="Lecture des demandes" lignes={4}>
          {(liste) => (
            <Demandes
              demandes={trierDemandes(liste, agent.partenaire ?? '')}
              maison={agent.partenaire ?? ''}
              peutRepondre={peutRepondre(agent, carte.donnees)}
              relire={() => {
                demandes.relancer();
                carte.relancer();
              }}
            />
          )}
        </Lecture>
        {administrateur && (
          <>
            <Lecture lecture={carte} libelle="Lecture de la carte" lignes={14}>
              {(lue) => <TableauCarte carte={lue} />}
            </Lecture>
            <Proposer />
          </>
        )}
      </div>
    </PageDeRegistre>
  );
}

/**
 * The holder and the deputy of a house answer for it. Where the map can't be read, the registry
 * alone knows who they are: it decides, and says so.
 */
function peutRepondre({ sujet, partenaire }: Agent, carte: CarteLue | null): boolean {
  if (partenaire === null) return false;
  return carte === null || (carte.responsables.get(partenaire)?.includes(sujet) ?? false);
}

interface Reponse {
  demande: EtatDeDemandeCarte;
  decision: 'ACCORD' | 'REFUS';
}

function Demandes({
  demandes,
  maison,
  peutRepondre,
  relire,
}: {
  demandes: readonly EtatDeDemandeCarte[];
  maison: string;
  peutRepondre: boolean;
  relire: () => void;
}): ReactNode {
  const { visibles, aUneSuite, afficherLaSuite } = useTranche(demandes, PAR_PAGE, '');
  const [reponse, setReponse] = useState<Reponse | null>(null);
  const titre = useRef<HTMLHeadingElement>(null);

  const fermer = (): void => {
    setReponse(null);
    // An answered request has lost its buttons: the focus goes back to the head of the list.
    setTimeout(() => {
      if (document.activeElement === document.body) titre.current?.focus();
    }, 100);
  };

  return (
    <section aria-labelledby="demandes-de-carte" className="s-suite s-suite--serree">
      <h2 id="demandes-de-carte" ref={titre} tabIndex={-1}>
        Demandes de changement
      </h2>
      {demandes.length === 0 && (
        <EtatVide titre="Aucune demande.">
          <p>Une demande apparaît ici dès qu’une maison propose de changer la carte.</p>
        </EtatVide>
      )}
      {visibles.map((demande) => (
        <Demande
          key={demande.id}
          demande={demande}
          maison={maison}
          peutRepondre={peutRepondre}
          onRepondre={(decision) => setReponse({ demande, decision })}
        />
      ))}
      {demandes.length > PAR_PAGE && (
        <Pagination
          affiches={visibles.length}
          total={demandes.length}
          nom="demandes"
          suite={aUneSuite}
          onSuite={afficherLaSuite}
        />
      )}
      {demandes.length > 0 && (
        <ExportsDeListe nom="demandes de carte" lire={() => demandesEnTableau(demandes)} />
      )}
      {reponse !== null && (
        <DialogueReponse
          demande={reponse.demande}
          decision={reponse.decision}
          onFermer={fermer}
          surReponse={() => {
            fermer();
            relire();
            annoncer(
              reponse.decision === 'ACCORD'
                ? 'L’accord de votre maison est enregistré.'
                : 'Le refus de votre maison est enregistré.',
            );
          }}
        />
      )}
    </section>
  );
}
