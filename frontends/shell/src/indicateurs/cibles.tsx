import { type DefinitionLue, formaterNombre, type Maille } from '@passerelle/portal-kit';
import type { ReactNode } from 'react';

/** The objectives that a source publishes, with their perimeter; that there is none is said too. */
export function Cibles({
  indicateur: { cibles, unite },
  maille,
}: {
  indicateur: Pick<DefinitionLue, 'cibles' | 'unite'>;
  maille: Maille;
}): ReactNode {
  if (cibles.length === 0) return <p className="p-pied">Aucune cible publiée.</p>;
  if (maille !== 'REGION') {
    return (
      <p className="p-pied">Aucune cible publiée à cette maille : elle vaut pour la région.</p>
    );
  }
  return (
    <ul className="p-liste" aria-label="Cibles publiées">
      {cibles.map(({ valeur, annee, perimetre, source }) => (
        <li key={`${annee ?? 'chaque année'}`}>
          <span>
            Cible {annee ?? 'de chaque année'} : {formaterNombre(valeur)} {unite}.
            <small>
              {perimetre} Source : {source}.
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
