import { type Agent, modifierRecherche, useChemin } from '@passerelle/portal-kit';
import { Bouton, EtatVide, Recherche } from '@passerelle/portal-ui';
import type { Canal } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { useTexteDansAdresse } from '../../texte-dans-adresse.js';
import { ChoixCanal } from '../commun/choix-canal.js';
import { Lecture } from '../commun/lecture.js';
import { PageDeRegistre } from '../commun/page-de-registre.js';
import { adresse } from '../registre/adresse.js';
import { canalDe } from '../registre/lire-canal.js';
import { lireUsages } from '../registre/lire-usages.js';
import { useRegistre } from '../registre/use-registre.js';
import { TableauChamps } from './tableau-champs.js';
import { TableauOperations } from './tableau-operations.js';

/** What clients really ask of the reader's own house. */
export function PageUsages({ agent }: { agent: Agent }): ReactNode {
  const { recherche } = useChemin();
  const canal = canalDe(recherche);
  const champ = recherche.get('champ') ?? '';
  return (
    <PageDeRegistre
      titre="Usages de votre graphe"
      adresse="/publications/usages"
      administrateur
      chapo={
        <p>
          Ce que les clients demandent réellement à votre maison, relevé par les passerelles : un
          échantillon des opérations, sans leurs variables.
        </p>
      }
    >
      <ChoixCanal canal={canal} />
      {champ === '' ? (
        <TousLesChamps agent={agent} canal={canal} />
      ) : (
        <UnChamp key={champ} agent={agent} canal={canal} champ={champ} />
      )}
    </PageDeRegistre>
  );
}

function TousLesChamps({ agent, canal }: { agent: Agent; canal: Canal }): ReactNode {
  const lecture = useRegistre(
    adresse('/v1/usages', { canal, editeur: agent.partenaire }),
    lireUsages,
  );
  const filtre = useTexteDansAdresse('q');
  return (
    <>
      <search className="s-filtres" aria-label="Chercher un champ">
        <Recherche
          libelle="Champ"
          libelleVisible
          placeholder="Engagement.code, formations…"
          valeur={filtre.texte}
          onChange={filtre.saisir}
          onValider={filtre.terminer}
          onBlur={filtre.terminer}
        />
      </search>
      <Lecture lecture={lecture} libelle="Lecture des usages" lignes={12}>
        {({ champs, operations }) =>
          champs.length === 0 && operations.length === 0 ? (
            <EtatVide titre="Aucun usage relevé sur ce canal.">
              <p>
                Les champs de votre maison apparaîtront ici quand un client les aura demandés par
                une passerelle.
              </p>
            </EtatVide>
          ) : (
            <div className="s-suite">
              <TableauChamps champs={champs} cherche={filtre.texte} canal={canal} />
              <TableauOperations
                titre="Opérations, par client"
                operations={operations}
                canal={canal}
              />
            </div>
          )
        }
      </Lecture>
    </>
  );
}

/** Operations that ask one field: whom to warn before it goes. */
function UnChamp({
  agent,
  canal,
  champ,
}: {
  agent: Agent;
  canal: Canal;
  champ: string;
}): ReactNode {
  const lecture = useRegistre(
    adresse('/v1/usages', { canal, editeur: agent.partenaire, coordonnee: champ }),
    lireUsages,
  );
  return (
    <>
      <div className="p-actions s-sans-marge">
        <Bouton onPress={() => modifierRecherche({ champ: null })}>Tous les champs</Bouton>
      </div>
      <Lecture lecture={lecture} libelle={`Lecture des usages de ${champ}`} lignes={8}>
        {({ operations }) =>
          operations.length === 0 ? (
            <EtatVide titre={`Aucune opération relevée ne demande ${champ}.`}>
              <p>Sur ce canal, personne ne l’a demandé dans la période que le registre garde.</p>
            </EtatVide>
          ) : (
            <TableauOperations
              titre={
                <>
                  Opérations qui demandent <code>{champ}</code>
                </>
              }
              operations={operations}
              canal={canal}
            />
          )
        }
      </Lecture>
    </>
  );
}
