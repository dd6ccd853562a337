import { type ActeContribution, type Droit, type Partenaire, scopeOf } from '@passerelle/identity';
import { platformError } from '../errors/platform-errors.js';
import type { RequestContext } from '../request/request-context.js';

/**
 * The gateway has already refused who may not; this is the owner's own check, and row-level
 * security is the third.
 *
 * @throws ACCES_REFUSE for another house, or without the right in one's own
 */
export function requireRight(context: RequestContext, maison: Partenaire, droit: Droit): void {
  const { partenaire, scopes } = context.identite;
  const scope = scopeOf(maison, droit);
  if (partenaire === maison && scopes.includes(scope)) return;
  throw platformError('ACCES_REFUSE', { details: { scope } });
}

/** @throws ACCES_REFUSE */
export function requireContributionRight(
  context: RequestContext,
  maison: Partenaire,
  acte: ActeContribution,
): void {
  requireRight(context, maison, `contribution:${acte}`);
}

/**
 * For what no role opens, and only a program's own identity carries.
 *
 * @throws ACCES_REFUSE
 */
export function requireScope(context: RequestContext, scope: string): void {
  if (context.identite.scopes.includes(scope)) return;
  throw platformError('ACCES_REFUSE', { details: { scope } });
}
