import type { AccountClaims } from 'oidc-provider';
import type { Account } from '../accounts/account.js';

/** This provider among those that ProConnect would federate. */
const IDP_ID = '00000000-0000-4000-8000-000000000001';

/**
 * Scopes and what each gives, as ProConnect: one scope per claim, `sub` always, `amr` in the ID
 * token only when asked for by the `claims` parameter.
 *
 * @source numerique-gouv/proconnect-documentation, scopes and `amr`
 */
export const CLAIMS_OF_SCOPES: Record<string, string[] | null> = {
  openid: ['sub'],
  given_name: ['given_name'],
  usual_name: ['usual_name'],
  email: ['email'],
  uid: ['uid'],
  siret: ['siret'],
  idp_id: ['idp_id'],
  organizational_unit: ['organizational_unit'],
  amr: null,
};

/** `amr` is not here: it belongs to the session, not to the person. */
export function claimsOf(account: Account): AccountClaims {
  return {
    sub: account.sujet,
    given_name: account.given_name,
    usual_name: account.usual_name,
    email: account.email,
    uid: account.uid,
    siret: account.siret,
    idp_id: IDP_ID,
    organizational_unit: account.organizational_unit,
  };
}
