import type { Canal } from '@passerelle/publication';
import type { Contexte, Decision } from './change-channel.js';
import { type Ensemble, versionsDe, withModule } from './ensemble.js';
import type { MettreEnLigneDeps } from './mettre-en-ligne-schema.js';
import { publicationsBefore } from './publication-store.js';
import { type FaitsDePublication, resultatOf } from './resultat.js';
import { type RetourAutomatique, remettre } from './revenir.js';

const READ_AT_ONCE = 50;

/**
 * A module's revision that fails in browsers gives its place back: a canary ends, what everyone
 * had becomes what everyone had before.
 *
 * @returns null when that revision is not served, or nothing was there before it: the incident
 *   stays with who watches
 */
export function createRetourAutomatique(deps: MettreEnLigneDeps): RetourAutomatique {
  return async (editeur, revision, canal, raison) => {
    const change = await deps.changer(
      canal,
      async (contexte): Promise<Decision<FaitsDePublication | null>> => {
        const ensemble = await withoutRevision(contexte, canal, editeur, revision);
        if (ensemble === null) return { issue: 'INCHANGE', faits: null };
        return remettre(deps, contexte, {
          editeur,
          ensemble,
          par: 'registre',
          evenement: 'RETOUR_AUTOMATIQUE',
          resume: `Module de ${editeur} : la révision ${revision} est retirée. ${raison}`,
          details: { motif: raison, revision },
          severe: false,
        });
      },
    );
    const { faits, issue, numero } = change;
    return faits === null ? null : resultatOf(canal, { faits, issue, numero });
  };
}

async function withoutRevision(
  { sql, vivant, ensemble }: Contexte,
  canal: Canal,
  editeur: string,
  revision: number,
): Promise<Ensemble | null> {
  const versions = versionsDe(ensemble, editeur);
  const failing = versions.find((each) => each.revision === revision);
  if (!failing) return null;
  const others = versions.filter((each) => each.revision !== revision);
  if (failing.cible !== null) return withModule(ensemble, editeur, others);

  let { numero } = vivant;
  for (;;) {
    const page = await publicationsBefore(sql, canal, numero, READ_AT_ONCE);
    for (const { ensemble: passe } of page) {
      const before = versionsDe(passe, editeur).find(
        (each) => each.cible === null && each.revision !== revision,
      );
      if (before) return withModule(ensemble, editeur, [...others, before]);
    }
    const last = page.at(-1);
    if (!last) return null;
    numero = last.numero;
  }
}
