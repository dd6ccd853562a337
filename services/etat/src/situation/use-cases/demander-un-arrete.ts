import { createHash } from 'node:crypto';
import type { Identite } from '@passerelle/identity';
import { type GrapheDeService, parseCleIdempotence } from '@passerelle/subgraph';
import { type RefusDeSituation, refus } from '../domain/situation.errors.js';
import type { RegistreDesTravaux } from '../domain/travaux.js';
import { lireUnePage } from './lire-une-page.js';

export interface DemandeDArrete {
  readonly titre: string;
  /** Civil date. */
  readonly le: string;
  readonly incomplet: boolean;
  readonly cleIdempotence?: string | null | undefined;
}

const TITRE_MAX = 200;

/**
 * Begins an arrêté: reads the engagements at once, so that a house away is refused here, and leaves
 * the rest to the service. Everything at once would outlast the call.
 *
 * @returns the identifier of the work, or the refusal
 */
export async function demanderUnArrete(
  deps: { graphe: GrapheDeService | null; travaux: RegistreDesTravaux; region: string },
  identite: Identite,
  demande: DemandeDArrete,
): Promise<{ id: string } | { refus: RefusDeSituation }> {
  const { le, incomplet } = demande;
  const cleIdempotence = parseCleIdempotence(demande.cleIdempotence);
  const titre = demande.titre.trim();
  if (titre.length < 1 || titre.length > TITRE_MAX || /[<>]/.test(titre)) {
    return { refus: refus('TITRE_INVALIDE') };
  }
  if (deps.graphe === null) return { refus: refus('GRAPHE_ABSENT') };
  const empreinteDemande = createHash('sha256')
    .update(JSON.stringify([identite.sujet, titre, le, incomplet]))
    .digest('hex');
  if (cleIdempotence !== null) {
    const connu = await deps.travaux.connu(identite, cleIdempotence);
    if (connu?.empreinteDemande === empreinteDemande) return { id: connu.id };
    if (connu) return { refus: refus('CLE_IDEMPOTENCE_REUTILISEE') };
  }
  const premiere = await lireUnePage(deps.graphe, {
    etape: 'ENGAGEMENTS',
    apres: null,
    le,
    region: deps.region,
  }).catch(() => null);
  if (premiere === null) return { refus: refus('SITUATION_ILLISIBLE') };
  if (premiere.manquants.length > 0 && !incomplet) return { refus: refus('PARTENAIRE_ABSENT') };
  const ouvert = await deps.travaux.ouvrir(
    identite,
    {
      titre,
      le,
      incomplet,
      auteur: [identite.fonction, identite.organisation].filter(Boolean).join(', '),
      cleIdempotence,
      empreinteDemande,
    },
    premiere,
  );
  return 'refus' in ouvert ? { refus: refus(ouvert.refus) } : ouvert;
}
