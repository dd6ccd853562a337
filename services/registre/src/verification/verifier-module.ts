import type { ManifesteDeModule, ManifesteDesPartages, Rapport } from '@passerelle/publication';
import type { CanalVivant } from '../canal-vivant.js';
import type { VerificationDeps } from './deps.js';
import { apiVivante } from './graphe-vivant.js';
import { constatsDeBudget } from './module/budget.js';
import { constatsDeContenu } from './module/contenus.js';
import { lireDocuments } from './module/documents.js';
import { constatsDIdentite, constatsDIntegrite } from './module/integrite.js';
import { type CandidatLot, lireLot } from './module/lire-lot.js';
import { constatsDePartage } from './module/partages.js';
import { constatsDePlace } from './module/place-au-portail.js';
import { rapportDe } from './rapport.js';

export type { CandidatLot } from './module/lire-lot.js';

export type RapportDeLot = Rapport & {
  /** Null when refused. */
  readonly manifeste: ManifesteDeModule | ManifesteDesPartages | null;
  readonly documents: readonly { empreinte: string; texte: string }[];
};

/**
 * May this bundle (a partner's module, the shell, the shared files) go live on this channel?
 * Never throws, whatever the files hold.
 */
export async function verifierModule(
  _deps: VerificationDeps,
  vivant: CanalVivant,
  candidat: CandidatLot,
): Promise<RapportDeLot> {
  const depuis = performance.now();
  const { lu, constats: lecture } = lireLot(candidat);
  if (lu === null) {
    const rapport = rapportDe('module', candidat.editeur, vivant, depuis, { constats: lecture });
    return { ...rapport, manifeste: null, documents: [] };
  }
  const { documents, constats: deDocuments } = lireDocuments(lu, apiVivante(vivant.sousGraphes));
  const { constats: deBudget, lourd } = constatsDeBudget(lu);
  const rapport = rapportDe('module', candidat.editeur, vivant, depuis, {
    constats: [
      ...constatsDIdentite(lu),
      ...constatsDIntegrite(lu),
      ...deBudget,
      ...(lourd ? [] : constatsDeContenu(lu)),
      ...constatsDePartage(lu, vivant),
      ...constatsDePlace(lu, vivant),
      ...deDocuments,
    ],
  });
  return {
    ...rapport,
    manifeste: rapport.accepte ? lu.manifeste.valeur : null,
    documents: rapport.accepte ? documents : [],
  };
}
