import type { Droit, Identite } from '@passerelle/identity';
import type { RequestContext } from '../../request/request-context.js';
import type { TerritoireReader } from '../../territoires/domain/territoire.reader.js';
import { mayActIn } from '../../territoires/graphql/may-act-in.js';
import type { ConnaissanceDesSeances } from '../domain/connaissance.js';
import { type RefusParticipation, refus } from '../domain/participation.errors.js';
import type { NatureAccord } from '../domain/participation.js';
import { parseDecisionId, parseSeanceId, type SeanceDesignee } from '../domain/seance-id.js';
import { parleEnRecteur, SUJETS_DU_RECTEUR } from '../domain/titres.js';

/** What the service knows of places and sessions. */
interface Savoir {
  readonly territoires: TerritoireReader;
  readonly connaissance: ConnaissanceDesSeances;
}

/** What an act is about, or why there is none to do. */
export type Cible =
  | { readonly ok: true; readonly seance: string; readonly decision: string | null }
  | { readonly ok: false; readonly refus: RefusParticipation };

/**
 * A session on which this agent may use this right, by the service's own territories.
 * SEANCE_INCONNUE, HORS_TERRITOIRE, SEANCE_FIGEE, ORDRE_DU_JOUR_PASSE, ORDRE_DU_JOUR_REPRIS,
 * RELEVE_A_VENIR
 *
 * @param objet - what of the session the act is about
 */
export async function cibleSeance(
  context: RequestContext,
  savoir: Savoir,
  droit: Droit,
  objet: NatureAccord,
  id: string,
): Promise<Cible> {
  const designee = parseSeanceId(id);
  if (!designee) return { ok: false, refus: refus('SEANCE_INCONNUE') };
  const ailleurs = await horsTerritoire(context, savoir, droit, designee, 'SEANCE_INCONNUE');
  if (ailleurs) return { ok: false, refus: ailleurs };
  const connue = await savoir.connaissance.seance(context.reads, id);
  if (!connue) return { ok: false, refus: refus('SEANCE_INCONNUE') };
  const passee = horsDeSaison(connue.statut, objet);
  if (passee) return { ok: false, refus: passee };
  if (connue.convocationDe !== null && objet === 'ORDRE_DU_JOUR') {
    return { ok: false, refus: refus('ORDRE_DU_JOUR_REPRIS') };
  }
  return { ok: true, seance: id, decision: null };
}

/**
 * A decision on which this agent may use this right.
 * DECISION_INCONNUE, HORS_TERRITOIRE, DECISION_ANNULEE, HORS_SUJET
 */
export async function cibleDecision(
  context: RequestContext,
  savoir: Savoir,
  droit: Droit,
  id: string,
): Promise<Cible> {
  const designee = parseDecisionId(id);
  if (!designee) return { ok: false, refus: refus('DECISION_INCONNUE') };
  const ailleurs = await horsTerritoire(context, savoir, droit, designee, 'DECISION_INCONNUE');
  if (ailleurs) return { ok: false, refus: ailleurs };
  const connue = await savoir.connaissance.decision(context.reads, id);
  if (!connue) return { ok: false, refus: refus('DECISION_INCONNUE') };
  if (connue.annulee) return { ok: false, refus: refus('DECISION_ANNULEE') };
  if (horsSujet(context.identite, connue.sujets)) return { ok: false, refus: refus('HORS_SUJET') };
  return { ok: true, seance: designee.seance, decision: id };
}

async function horsTerritoire(
  context: RequestContext,
  { territoires }: Savoir,
  droit: Droit,
  { territoire }: SeanceDesignee,
  inconnu: 'SEANCE_INCONNUE' | 'DECISION_INCONNUE',
): Promise<RefusParticipation | null> {
  const reponse = await mayActIn(context, territoires, droit, territoire);
  if (reponse === 'OUI') return null;
  return refus(reponse === 'INCONNU' ? inconnu : 'HORS_TERRITOIRE');
}

/** The agenda is agreed on before the session, its minutes after; then nothing changes. */
function horsDeSaison(
  statut: 'PREVUE' | 'TENUE' | 'CLOSE' | 'ANNULEE' | null,
  objet: NatureAccord,
): RefusParticipation | null {
  if (statut === 'CLOSE' || statut === 'ANNULEE') return refus('SEANCE_FIGEE');
  if (statut === 'TENUE' && objet === 'ORDRE_DU_JOUR') return refus('ORDRE_DU_JOUR_PASSE');
  if (statut === 'PREVUE' && objet === 'RELEVE') return refus('RELEVE_A_VENIR');
  return null;
}

/** The recteur's delegate acts only where the recteur has a say. */
function horsSujet({ roles }: Identite, sujets: readonly string[] | null): boolean {
  if (sujets === null || !parleEnRecteur(roles)) return false;
  return !sujets.some((sujet) => SUJETS_DU_RECTEUR.includes(sujet));
}
