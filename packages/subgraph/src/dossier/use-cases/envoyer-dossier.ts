import { createHash } from 'node:crypto';
import type { Identite } from '@passerelle/identity';
import type { GrapheDeService } from '../../actes/domain/graphe-de-service.js';
import { parseCleIdempotence } from '../../contributions/index.js';
import type { Courrier } from '../../lettre/courrier/courrier.js';
import { type RefusDeDossier, refus } from '../domain/dossier.errors.js';
import type { DestinatairesDossier, DossierLu, RegistreDesDossiers } from '../domain/dossier.js';
import { ecrireDossier } from '../domain/ecrire-dossier.js';
import { lireDossier } from './lire-dossier.js';

export interface DemandeDEnvoi {
  readonly seance: string;
  readonly destinataires: DestinatairesDossier;
  readonly cleIdempotence?: string | null | undefined;
}

export type IssueDEnvoi =
  | { readonly recuPar: readonly string[]; readonly refus: null }
  | { readonly recuPar: readonly string[]; readonly refus: RefusDeDossier };

export type EnvoyerDossier = (
  identite: Identite,
  demande: DemandeDEnvoi,
  mayActThere: (seance: string) => Promise<boolean>,
) => Promise<IssueDEnvoi>;

/**
 * Sends a session's dossier to oneself, or to the agents of the house who sit there: to addresses
 * that the house already knows, once an hour at most for each.
 *
 * @param deps.participe - whether this agent takes part in sessions
 * @param mayActThere - whether this agent does there, by the service's own territories
 * @returns the functions of those to whom it left
 */
export function createEnvoyerDossier(deps: {
  graphe: GrapheDeService | null;
  registre: RegistreDesDossiers;
  courrier: Courrier;
  portail: string;
  jour: () => string;
  participe: (identite: Identite) => boolean;
  onEchec: (error: unknown) => void;
}): EnvoyerDossier {
  const { graphe, registre, courrier, portail, jour, participe, onEchec } = deps;
  const non = (...args: Parameters<typeof refus>): IssueDEnvoi => ({
    recuPar: [],
    refus: refus(...args),
  });

  return async (identite, demande, mayActThere) => {
    const cle = parseCleIdempotence(demande.cleIdempotence);
    const { seance, destinataires } = demande;
    const empreinte = createHash('sha256')
      .update(JSON.stringify([identite.sujet, seance, destinataires]))
      .digest('hex');
    const connu = cle === null ? null : await registre.connu(cle);
    if (connu?.empreinte === empreinte) return { recuPar: connu.fonctions, refus: null };
    if (connu) return non('CLE_IDEMPOTENCE_REUTILISEE');
    // To oneself it is a page one may read already; to others it is an act of that place.
    if (destinataires === 'MEMBRES') {
      if (!(await mayActThere(seance))) return non('HORS_TERRITOIRE');
      if (!participe(identite)) return non('ENVOI_RESERVE');
    }
    if (graphe === null) return non('GRAPHE_ABSENT');

    let dossier: DossierLu | null;
    try {
      dossier = await lireDossier(graphe, seance, jour());
    } catch (error) {
      onEchec(error);
      return non('DOSSIER_ILLISIBLE');
    }
    if (dossier === null) return non('SEANCE_INCONNUE');
    const soi = destinataires === 'MOI' ? await registre.soi(identite.sujet) : null;
    const voulus =
      destinataires === 'MEMBRES'
        ? await registre.membres(dossier.territoire)
        : soi === null
          ? []
          : [soi];
    if (voulus.length === 0) return non('ENVOI_SANS_ADRESSE');
    const reserves = await registre.reserver({ seance: dossier.seance, par: identite }, voulus);
    if (reserves.length === 0) return non('ENVOI_TROP_RAPPROCHE');

    const message = ecrireDossier(dossier, portail, jour());
    const recuPar: string[] = [];
    for (const reserve of reserves) {
      try {
        // One message each: nobody's address is shown to another.
        await courrier.envoyer(reserve.destinataire.courriel, message);
        recuPar.push(reserve.destinataire.fonction);
        await registre.noter(reserve, true);
      } catch (error) {
        onEchec(error);
        await registre.noter(reserve, false);
      }
    }
    if (recuPar.length === 0) return non('ENVOI_NON_PARTI');
    if (cle !== null) await registre.retenir(cle, empreinte, recuPar);
    return { recuPar, refus: null };
  };
}
