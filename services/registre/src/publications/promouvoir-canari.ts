import type { ResultatPublication } from '@passerelle/publication';
import { registreError } from '../errors/registre-error.js';
import { miseEnLigneOf } from './change-channel.js';
import { versionsDe, withModule } from './ensemble.js';
import type { MettreEnLigneDeps, MiseEnLigne } from './mettre-en-ligne-schema.js';
import { readEnsemble } from './read-channel.js';
import { resultatOf, resumeDeRefus } from './resultat.js';

/** What a few tried becomes what everyone gets. @throws RIEN_A_PROMOUVOIR */
export async function promouvoirCanari(
  { changer, verifications, revisions }: MettreEnLigneDeps,
  { canal, par, commit, evenement }: MiseEnLigne,
  editeur: string,
): Promise<ResultatPublication> {
  const change = await changer(canal, async (contexte) => {
    const { sql, ensemble, vivant, supergraphe } = contexte;
    const canari = versionsDe(ensemble, editeur).find(({ cible }) => cible !== null);
    if (!canari) throw registreError('RIEN_A_PROMOUVOIR');
    const { revision } = canari;
    const general = {
      ...canari,
      cible: null,
      ...miseEnLigneOf(contexte, { revision, par, commit }),
    };
    const vise = withModule(ensemble, editeur, [general]);
    const rapport = await verifications.retour(vivant, {
      editeur,
      severe: false,
      ...(await readEnsemble(revisions, sql, vise)),
    });
    const faits = { rapport, revision: canari.revision, empreinte: null };
    const auteur = { editeur, par, commit, details: { rapport } };
    if (!rapport.accepte) {
      const resume = resumeDeRefus('Canari', rapport);
      return { issue: 'REFUS', faits, entree: { evenement: 'REFUS', resume, ...auteur } };
    }
    const resume = `Canari de ${editeur} donné à tous (révision ${canari.revision}).`;
    return {
      issue: 'PUBLIE',
      faits,
      ensemble: vise,
      supergraphe,
      entree: { evenement, resume, ...auteur },
    };
  });
  return resultatOf(canal, change);
}
