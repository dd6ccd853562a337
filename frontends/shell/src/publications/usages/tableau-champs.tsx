import { ExportsDeListe, formaterNombre, modifierRecherche } from '@passerelle/portal-kit';
import { Carte, EtatVide, Pagination, Tableau } from '@passerelle/portal-ui';
import type { Canal } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { MomentProche } from '../../moment-proche.js';
import { useTranche } from '../commun/use-tranche.js';
import type { ChampUtilise } from '../registre/lire-usages.js';
import { filtrerChamps, parClient } from './filtrer-champs.js';
import { champsEnTableau } from './usages-en-tableau.js';

const PAR_PAGE = 50;

/** The house's fields in use: by whom, and when last. */
export function TableauChamps({
  champs,
  cherche,
  canal,
}: {
  champs: readonly ChampUtilise[];
  cherche: string;
  canal: Canal;
}): ReactNode {
  const retenus = filtrerChamps(champs, cherche);
  const { visibles, aUneSuite, afficherLaSuite } = useTranche(
    retenus,
    PAR_PAGE,
    `${canal} ${cherche}`,
  );
  return (
    <Carte titre="Champs demandés">
      {retenus.length === 0 ? (
        <EtatVide titre={`Aucun champ demandé ne répond à « ${cherche.trim()} ».`}>
          <p>Un champ que personne n’a demandé n’est pas dans cette liste.</p>
        </EtatVide>
      ) : (
        <>
          <Tableau
            legende="Champs de votre maison demandés par des clients"
            lignes={visibles}
            cleDe={({ coordonnee }) => coordonnee}
            colonnes={[
              {
                cle: 'champ',
                entete: 'Champ',
                titreDeLigne: true,
                rendu: ({ coordonnee }) => (
                  <button
                    type="button"
                    className="s-lien"
                    onClick={() => modifierRecherche({ champ: coordonnee })}
                  >
                    <code>{coordonnee}</code>
                  </button>
                ),
              },
              {
                cle: 'clients',
                entete: 'Clients, versions',
                rendu: ({ clients }) => <Clients clients={clients} />,
              },
              {
                cle: 'nombre',
                entete: 'Envois',
                numerique: true,
                rendu: ({ nombre }) => formaterNombre(nombre),
              },
              {
                cle: 'derniere',
                entete: 'Dernière fois',
                rendu: ({ derniereFoisLe }) => <MomentProche iso={derniereFoisLe} />,
              },
            ]}
          />
          <Pagination
            affiches={visibles.length}
            total={retenus.length}
            nom={visibles.length < 2 ? 'champ' : 'champs'}
            suite={aUneSuite}
            onSuite={afficherLaSuite}
          />
          <ExportsDeListe nom={`champs ${canal}`} lire={() => champsEnTableau(retenus)} />
        </>
      )}
    </Carte>
  );
}

function Clients({ clients }: { clients: ChampUtilise['clients'] }): ReactNode {
  return parClient(clients).map(({ client, versions }) => (
    <span key={client} className="s-client">
      <code>{client}</code> {versions.join(', ')}
    </span>
  ));
}
