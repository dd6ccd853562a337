import { annoncer, ExportsDeListe } from '@passerelle/portal-kit';
import { Bouton, Carte, EtatVide, Pagination, Pastille, Tableau } from '@passerelle/portal-ui';
import type { Jeton } from '@passerelle/publication';
import { type ReactNode, useRef, useState } from 'react';
import { MomentProche } from '../../moment-proche.js';
import { Lecture } from '../commun/lecture.js';
import { PageDeRegistre } from '../commun/page-de-registre.js';
import { useTranche } from '../commun/use-tranche.js';
import { lireJetons } from '../registre/lire-jetons.js';
import { useRegistre } from '../registre/use-registre.js';
import { DialogueCreation } from './dialogue-creation.js';
import { DialogueRevocation } from './dialogue-revocation.js';
import { etatDuJeton, trierJetons } from './etat-du-jeton.js';
import { GENRES } from './genres.js';
import { jetonsEnTableau } from './jetons-en-tableau.js';

const PAR_PAGE = 30;

type Ouvert = { acte: 'creation' } | { acte: 'revocation'; jeton: Jeton };

/** Tokens of the reader's own house: made, seen in use, revoked. */
export function PageJetons(): ReactNode {
  const lecture = useRegistre('/v1/jetons', lireJetons);
  const [ouvert, setOuvert] = useState<Ouvert | null>(null);
  const creer = useRef<HTMLDivElement>(null);

  const fermer = (): void => {
    setOuvert(null);
    // A revoked token has lost its button: the focus goes to the act that is still there.
    setTimeout(() => {
      if (document.activeElement === document.body) creer.current?.querySelector('button')?.focus();
    }, 100);
  };

  return (
    <PageDeRegistre
      titre="Jetons de votre maison"
      adresse="/publications/jetons"
      administrateur
      chapo={
        <p>
          Un jeton laisse une chaîne d’intégration publier au nom de votre maison, et d’elle seule.
          Donnez-en un à chaque usage : on en révoque un sans gêner les autres.
        </p>
      }
    >
      <div ref={creer} className="p-actions s-sans-marge">
        <Bouton variante="principal" onPress={() => setOuvert({ acte: 'creation' })}>
          Créer un jeton
        </Bouton>
      </div>
      <Lecture lecture={lecture} libelle="Lecture des jetons" lignes={6}>
        {(jetons, lueLe) => (
          <ListeDeJetons
            jetons={trierJetons(jetons, lueLe)}
            lueLe={lueLe}
            onRevoquer={(jeton) => setOuvert({ acte: 'revocation', jeton })}
          />
        )}
      </Lecture>
      {ouvert?.acte === 'creation' && (
        <DialogueCreation onFermer={fermer} surCreation={lecture.relancer} />
      )}
      {ouvert?.acte === 'revocation' && (
        <DialogueRevocation
          jeton={ouvert.jeton}
          onFermer={fermer}
          surRevocation={() => {
            fermer();
            lecture.relancer();
            annoncer(`Le jeton ${ouvert.jeton.nom} est révoqué.`);
          }}
        />
      )}
    </PageDeRegistre>
  );
}

function ListeDeJetons({
  jetons,
  lueLe,
  onRevoquer,
}: {
  jetons: readonly Jeton[];
  lueLe: Date;
  onRevoquer: (jeton: Jeton) => void;
}): ReactNode {
  const { visibles, aUneSuite, afficherLaSuite } = useTranche(jetons, PAR_PAGE, '');
  if (jetons.length === 0) {
    return (
      <EtatVide titre="Votre maison n’a aucun jeton.">
        <p>Sans jeton, seuls ses administrateurs agissent, depuis ces pages.</p>
      </EtatVide>
    );
  }
  return (
    <Carte>
      <Tableau
        legende="Jetons de votre maison, ceux qui servent encore d’abord"
        lignes={visibles}
        cleDe={({ id }) => id}
        colonnes={[
          {
            cle: 'nom',
            entete: 'Jeton',
            titreDeLigne: true,
            rendu: ({ nom, genre }) => (
              <>
                {nom}
                <span className="s-detail">{GENRES[genre].libelle}</span>
              </>
            ),
          },
          {
            cle: 'cree',
            entete: 'Créé',
            rendu: ({ creeLe, creePar }) => (
              <>
                <MomentProche iso={creeLe} />
                <span className="s-detail">par {creePar}</span>
              </>
            ),
          },
          {
            cle: 'usage',
            entete: 'Dernier usage',
            rendu: ({ dernierUsageLe }) =>
              dernierUsageLe === null ? 'jamais' : <MomentProche iso={dernierUsageLe} />,
          },
          {
            cle: 'expire',
            entete: 'Expire',
            rendu: ({ expireLe }) =>
              expireLe === null ? 'jamais de lui-même' : <MomentProche iso={expireLe} />,
          },
          {
            cle: 'etat',
            entete: 'État',
            rendu: (jeton) => <EtatOuActe jeton={jeton} lueLe={lueLe} onRevoquer={onRevoquer} />,
          },
        ]}
      />
      <Pagination
        affiches={visibles.length}
        total={jetons.length}
        nom={visibles.length < 2 ? 'jeton' : 'jetons'}
        suite={aUneSuite}
        onSuite={afficherLaSuite}
      />
      <ExportsDeListe nom="jetons" lire={() => jetonsEnTableau(jetons, lueLe)} />
    </Carte>
  );
}

function EtatOuActe({
  jeton,
  lueLe,
  onRevoquer,
}: {
  jeton: Jeton;
  lueLe: Date;
  onRevoquer: (jeton: Jeton) => void;
}): ReactNode {
  switch (etatDuJeton(jeton, lueLe)) {
    case 'revoque':
      return (
        <span className="s-pastilles">
          <Pastille>révoqué</Pastille>
          {jeton.revoqueLe !== null && (
            <span className="s-detail">
              <MomentProche iso={jeton.revoqueLe} />
            </span>
          )}
        </span>
      );
    case 'expire':
      return <Pastille>expiré</Pastille>;
    case 'valide':
      return (
        <Bouton
          variante="danger"
          aria-label={`Révoquer le jeton ${jeton.nom}`}
          onPress={() => onRevoquer(jeton)}
        >
          Révoquer
        </Bouton>
      );
  }
}
