import { Moment, Pastille } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { formaterDate, formaterLe } from '../formats/formats.js';
import { useLecture } from '../graphe/lecture.js';
import { type Agent, useAgent } from '../session/session.js';
import type { CleTerritoire } from '../territoire/territoire.js';
import { attentesDeFiches } from './attentes-de-fiches.js';
import { droitsSurLesFiches } from './droits-fiches.js';
import { cheminFiche, LIBELLES_ETAT_FICHE, type MaisonAFiches } from './fiche.js';

/**
 * The fiches of the reader's house that wait for them. Nothing at all when none does, or when the
 * house is away: what stands beside it already says so.
 */
export function AttenteFiches({ maison }: { maison: MaisonAFiches }): ReactNode {
  const { partenaire } = maison;
  const agent = useAgent();
  const droits = droitsSurLesFiches(agent, partenaire);
  const lecture = useLecture(
    maison.enCours,
    {},
    {
      pause: !droits.modifier && !droits.valider && !droits.publier,
      partenaires: [partenaire],
      mouvements: (mouvement) => mouvement.nature === 'fiche',
    },
  );
  const attentes = attentesDeFiches(lecture.donnees ?? {}, droits, arrondissementDe(agent));
  if (attentes.length === 0) return null;
  return (
    <ul className="p-liste" aria-label="Fiches action qui vous attendent">
      {attentes.map(({ id, titre, acte, auteur, modifieLe, etat, renvoyee }) => (
        <li key={id}>
          <span>
            <a href={cheminFiche(id)}>
              {acte} la fiche « {titre} »
            </a>
            <small>
              Écrite par : {auteur},{' '}
              <Moment
                iso={modifieLe}
                proche={formaterLe(modifieLe)}
                exact={formaterDate(modifieLe)}
              />
              .
            </small>
          </span>
          <Pastille ton="attention">
            {renvoyee ? 'à reprendre' : LIBELLES_ETAT_FICHE[etat]}
          </Pastille>
        </li>
      ))}
    </ul>
  );
}

/** Where the reader acts, when that is one arrondissement. */
function arrondissementDe(agent: Agent | null): CleTerritoire | null {
  const { code, maille } = agent?.territoire ?? { code: '', maille: '' };
  return maille === 'ARRONDISSEMENT' ? { code, maille } : null;
}
