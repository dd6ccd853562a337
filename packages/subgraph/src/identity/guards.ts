import { type ActeContribution, type Partenaire, scopeContribution } from '@passerelle/identity';
import { platformError } from '../errors/platform-errors.js';
import type { RequestContext } from '../request/request-context.js';

/**
 * The gateway has already refused who may not; this is the owner's own check, and row-level
 * security is the third.
 *
 * @throws ACCES_REFUSE for another house, or without the right in one's own
 */
export function requireContributionRight(
  context: RequestContext,
  maison: Partenaire,
  acte: ActeContribution,
): void {
  const { partenaire, scopes } = context.identite;
  const scope = scopeContribution(maison, acte);
  if (partenaire === maison && scopes.includes(scope)) return;
  throw platformError('ACCES_REFUSE', { details: { scope } });
}
