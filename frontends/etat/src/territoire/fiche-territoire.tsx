import {
  formaterDate,
  IndicateursDuTerritoire,
  jourDuPortail,
  type Maille,
  PanneauPartenaire,
  useLecture,
} from '@passerelle/portal-kit';
import { EtatVide } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { FicheEtatDuTerritoireDocument } from '../generated/graphql.js';
import { Sieges } from '../instances/sieges.js';

/** The État's panel on a territory's sheet: where the partners meet about it. */
export function FicheTerritoire({ code, maille }: { code: string; maille: Maille }): ReactNode {
  const lecture = useLecture(
    FicheEtatDuTerritoireDocument,
    { code, maille, le: jourDuPortail().le },
    { partenaires: ['etat'] },
  );
  const instances = lecture.donnees?.territoire?.instances;
  return (
    <PanneauPartenaire
      partenaire="etat"
      objet="les instances de ce territoire"
      lecture={lecture}
      lu={Boolean(instances)}
    >
      {!instances || instances.length === 0 ? (
        <EtatVide titre="Aucune instance n’a ce territoire pour ressort.">
          <a href="/instances">Voir toutes les instances</a>
        </EtatVide>
      ) : (
        instances.map((instance) => (
          <section key={instance.id}>
            <h3>{instance.nom}</h3>
            <Sieges instance={instance} />
            <p className="p-pied">
              Créée le {formaterDate(instance.creeeLe)}. Source : {instance.source}.
            </p>
          </section>
        ))
      )}
      <IndicateursDuTerritoire partenaire="etat" code={code} maille={maille} />
    </PanneauPartenaire>
  );
}
