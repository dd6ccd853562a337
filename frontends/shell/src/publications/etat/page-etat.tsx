import { type Agent, useChemin } from '@passerelle/portal-kit';
import { Bouton, Carte, EtatVide, PARTENAIRES, Proprietes } from '@passerelle/portal-ui';
import type { Etat } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { MomentProche } from '../../moment-proche.js';
import { cheminPublication } from '../../route.js';
import { ActesDuPartenaire } from '../actes/actes-du-partenaire.js';
import { ChoixCanal } from '../commun/choix-canal.js';
import { dansLOrdre } from '../commun/editeurs.js';
import { Lecture } from '../commun/lecture.js';
import { MomentLe } from '../commun/moment-le.js';
import { nommerLot } from '../commun/nommer-lot.js';
import { PageDeRegistre } from '../commun/page-de-registre.js';
import { adresse } from '../registre/adresse.js';
import { canalDe, LIBELLES_CANAL } from '../registre/lire-canal.js';
import { type EtatDePartenaire, type Lot, lireEtat } from '../registre/lire-etat.js';
import { useRegistre } from '../registre/use-registre.js';
import { ARegarder } from './a-regarder.js';
import { FichePartenaire } from './fiche-partenaire.js';
import { Passerelles } from './passerelles.js';

/** Who publishes what, and what the gateways serve of it. */
export function PageEtat({
  agent,
  administrateur,
}: {
  agent: Agent;
  administrateur: boolean;
}): ReactNode {
  const canal = canalDe(useChemin().recherche);
  const lecture = useRegistre(adresse('/v1/etat', { canal }), lireEtat);
  return (
    <PageDeRegistre
      titre="Publications"
      adresse="/publications"
      administrateur={administrateur}
      chapo={
        <p>
          Ce que chaque maison publie, son schéma et son module, et ce que les passerelles servent.
          Une publication est un ensemble cohérent, signé et numéroté.
        </p>
      }
    >
      <div className="s-publications__canal">
        <ChoixCanal canal={canal} />
        {lecture.lueLe !== null && (
          <p className="p-actions p-pied">
            <span>
              Lu <MomentLe iso={lecture.lueLe.toISOString()} />
            </span>
            <Bouton variante="discret" onPress={lecture.relancer}>
              Relire
            </Bouton>
          </p>
        )}
      </div>
      <Lecture lecture={lecture} libelle="Lecture de l’état des publications" lignes={14}>
        {(etat, lueLe) => (
          <Contenu
            etat={etat}
            lueLe={lueLe}
            agent={agent}
            administrateur={administrateur}
            relire={lecture.relancer}
          />
        )}
      </Lecture>
    </PageDeRegistre>
  );
}

/** The three houses always, published or not; then those that came later. */
function tousLesPartenaires(etat: Etat): EtatDePartenaire[] {
  const connus = new Set(etat.partenaires.map(({ partenaire }) => partenaire));
  const absents = PARTENAIRES.filter((code) => !connus.has(code)).map(
    (partenaire): EtatDePartenaire => ({ partenaire, schema: null, module: null, canari: null }),
  );
  return dansLOrdre([...etat.partenaires, ...absents], ({ partenaire }) => partenaire);
}

function Contenu({
  etat,
  lueLe,
  agent,
  administrateur,
  relire,
}: {
  etat: Etat;
  lueLe: Date;
  agent: Agent;
  administrateur: boolean;
  relire: () => void;
}): ReactNode {
  return (
    <div className="s-suite">
      <ARegarder etat={etat} lueLe={lueLe} />
      <PublicationEnCours etat={etat} administrateur={administrateur} />
      <div className="p-grille p-grille--3">
        {tousLesPartenaires(etat).map((partenaire) => {
          const aMoi = administrateur && partenaire.partenaire === agent.partenaire;
          return (
            <FichePartenaire
              key={partenaire.partenaire}
              etat={partenaire}
              aMoi={aMoi}
              actes={
                aMoi ? (
                  <ActesDuPartenaire canal={etat.canal} etat={partenaire} surActe={relire} />
                ) : undefined
              }
            />
          );
        })}
      </div>
      <Commun commun={etat.commun} />
      <Passerelles passerelles={etat.passerelles} numero={etat.numero} />
    </div>
  );
}

function PublicationEnCours({
  etat,
  administrateur,
}: {
  etat: Etat;
  administrateur: boolean;
}): ReactNode {
  if (etat.numero === 0) {
    return (
      <EtatVide titre={`Rien n’est encore publié sur le canal ${LIBELLES_CANAL[etat.canal]}.`}>
        <p>
          La première publication apparaîtra ici. Un partenaire publie depuis sa chaîne
          d’intégration, ou par la commande <code>passerelle publier</code>.
        </p>
      </EtatVide>
    );
  }
  const nom = `Publication ${etat.numero}`;
  return (
    <p className="s-publications__numero">
      {administrateur ? <a href={cheminPublication(etat.canal, etat.numero)}>{nom}</a> : nom}, en
      cours sur le canal {LIBELLES_CANAL[etat.canal].toLowerCase()}
      {etat.publieeLe !== null && (
        <>
          {', publiée '}
          <MomentLe iso={etat.publieeLe} />
        </>
      )}
      . Carte de responsabilité : révision {etat.carte}.
    </p>
  );
}

function decrireLot(lot: Lot | null): ReactNode {
  if (lot === null) return 'rien de publié sur ce canal';
  return (
    <>
      {nommerLot(lot)}, <MomentProche iso={lot.publieLe} />
    </>
  );
}

function Commun({ commun }: { commun: Etat['commun'] }): ReactNode {
  return (
    <Carte titre="Ce qui est commun">
      <Proprietes
        elements={[
          { nom: 'Coquille', valeur: decrireLot(commun.coquille) },
          { nom: 'Fichiers partagés', valeur: decrireLot(commun.partages) },
        ]}
      />
      <p className="p-pied">Publiés par l’équipe commune du portail.</p>
    </Carte>
  );
}
