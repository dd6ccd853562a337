import { ExportsDeListe, formaterNombre } from '@passerelle/portal-kit';
import { Carte, EtatVide, Pagination, Tableau } from '@passerelle/portal-ui';
import type { Canal } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { MomentProche } from '../../moment-proche.js';
import { Empreinte } from '../commun/abreviations.js';
import { useTranche } from '../commun/use-tranche.js';
import type { OperationVue } from '../registre/lire-usages.js';
import { operationsEnTableau } from './usages-en-tableau.js';

const PAR_PAGE = 30;

/** Operations seen, by client and version; the text of each on demand. */
export function TableauOperations({
  titre,
  operations,
  canal,
}: {
  titre: ReactNode;
  operations: readonly OperationVue[];
  canal: Canal;
}): ReactNode {
  const { visibles, aUneSuite, afficherLaSuite } = useTranche(operations, PAR_PAGE, canal);
  return (
    <Carte titre={titre}>
      {operations.length === 0 ? (
        <EtatVide titre="Aucune opération relevée sur ce canal.">
          <p>Les opérations qui demandent vos champs apparaîtront ici.</p>
        </EtatVide>
      ) : (
        <>
          <Tableau
            legende="Opérations relevées, par client et version"
            lignes={visibles}
            cleDe={({ empreinte, client, version }) => `${empreinte} ${client} ${version}`}
            colonnes={[
              {
                cle: 'operation',
                entete: 'Opération',
                titreDeLigne: true,
                rendu: (operation) => <Operation operation={operation} />,
              },
              {
                cle: 'client',
                entete: 'Client',
                rendu: ({ client, version }) => (
                  <>
                    <code>{client}</code>
                    <span className="s-detail">
                      {version === '-' ? 'sans version' : `version ${version}`}
                    </span>
                  </>
                ),
              },
              {
                cle: 'nombre',
                entete: 'Envois',
                numerique: true,
                rendu: ({ nombre }) => formaterNombre(nombre),
              },
              {
                cle: 'premiere',
                entete: 'Première fois',
                rendu: ({ premiereFoisLe }) => <MomentProche iso={premiereFoisLe} />,
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
            total={operations.length}
            nom={visibles.length < 2 ? 'opération' : 'opérations'}
            suite={aUneSuite}
            onSuite={afficherLaSuite}
          />
          <ExportsDeListe
            nom={`opérations ${canal}`}
            lire={() => operationsEnTableau(operations)}
          />
          <p className="p-pied">
            Le registre en donne un nombre limité : choisissez un champ pour voir celles qui le
            demandent.
          </p>
        </>
      )}
    </Carte>
  );
}

function Operation({ operation }: { operation: OperationVue }): ReactNode {
  return (
    <>
      {operation.nom ?? 'sans nom'} <Empreinte valeur={operation.empreinte} />
      <details>
        <summary>
          Texte<span className="p-hors-ecran"> de l’opération {operation.nom ?? 'sans nom'}</span>
        </summary>
        <code className="s-texte">{operation.document}</code>
      </details>
    </>
  );
}
