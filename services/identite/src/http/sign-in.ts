import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import { type Account, type Accounts, isPasswordOf } from '../accounts/account.js';
import type { LockOut } from '../accounts/lock-out.js';
import { originOf, securityHeaders } from '../pages/security-headers.js';
import { renderSignInPage } from '../pages/sign-in-page.js';
import { readForm } from './read-form.js';
import { sendPage } from './send-page.js';

const WRONG = 'L’identifiant ou le mot de passe ne correspond à aucun agent. Vérifiez les deux.';
const INCOMPLETE = 'Donnez l’identifiant et le mot de passe.';

type Verdict =
  | { readonly kind: 'accepted'; readonly account: Account }
  | {
      readonly kind: 'refused';
      readonly status: 422 | 429;
      readonly erreur: string;
      readonly retryAfterS?: number;
    };

/**
 * The sign-in form: shown on GET, judged on POST.
 *
 * @throws errors.SessionNotFound when the sign-in was not begun in this browser, or too long ago
 */
export function createSignIn(deps: {
  provider: Provider;
  accounts: Accounts;
  lockOut: LockOut;
  logger: Logger;
}): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  function judge(form: URLSearchParams): Verdict {
    const identifiant = form.get('identifiant') ?? '';
    const motDePasse = form.get('motDePasse') ?? '';
    if (identifiant.trim() === '' || motDePasse === '') {
      return { kind: 'refused', status: 422, erreur: INCOMPLETE };
    }
    const account = deps.accounts.findByIdentifiant(identifiant);
    const remainingMs = account ? deps.lockOut.remainingMs(account.sujet) : 0;
    if (account && remainingMs > 0) {
      deps.logger.warn({ sujet: account.sujet }, 'sign-in locked');
      const retryAfterS = Math.ceil(remainingMs / 1000);
      return { kind: 'refused', status: 429, erreur: lockedMessage(retryAfterS), retryAfterS };
    }
    if (account && isPasswordOf(account, motDePasse)) {
      deps.lockOut.succeed(account.sujet);
      deps.logger.info({ sujet: account.sujet }, 'signed in');
      return { kind: 'accepted', account };
    }
    isPasswordOf(undefined, motDePasse);
    if (account) deps.lockOut.fail(account.sujet);
    deps.logger.warn({ sujet: account?.sujet ?? null }, 'sign-in refused');
    return { kind: 'refused', status: 422, erreur: WRONG };
  }

  return async (request, response, url) => {
    const interaction = await deps.provider.interactionDetails(request, response);
    const client = await deps.provider.Client.find(String(interaction.params['client_id']));
    const headers = securityHeaders(originOf(interaction.params['redirect_uri']));
    const show = (
      status: number,
      identifiant: string,
      erreur: string | null,
      more: Record<string, string> = {},
    ) =>
      sendPage(
        response,
        status,
        { ...headers, ...more },
        renderSignInPage({
          accounts: deps.accounts.all,
          application: client?.clientName ?? 'Passerelle',
          identifiant,
          erreur,
        }),
      );

    // Only the sign-in itself is asked of people here; anything else would be a broken request.
    if (interaction.prompt.name !== 'login') throw new errors.InvalidRequest('unexpected prompt');

    if (request.method === 'GET' || request.method === 'HEAD') {
      const hint = interaction.params['login_hint'];
      const asked = url.searchParams.get('identifiant') ?? (typeof hint === 'string' ? hint : '');
      return show(200, deps.accounts.findByIdentifiant(asked)?.identifiant ?? '', null);
    }

    const form = await readForm(request);
    if (form === null) return show(422, '', INCOMPLETE);
    const verdict = judge(form);
    if (verdict.kind === 'refused') {
      const retry: Record<string, string> =
        verdict.retryAfterS === undefined ? {} : { 'retry-after': String(verdict.retryAfterS) };
      return show(verdict.status, form.get('identifiant') ?? '', verdict.erreur, retry);
    }
    const login = {
      accountId: verdict.account.sujet,
      amr: [...verdict.account.amr],
      remember: false,
    };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    await deps.provider.interactionFinished(
      request,
      response,
      { login },
      { mergeWithLastSubmission: false },
    );
  };
}

function lockedMessage(retryAfterS: number): string {
  const delay = retryAfterS === 1 ? '1 seconde' : `${retryAfterS} secondes`;
  return `Trop d’essais pour cet agent. Réessayez dans ${delay}.`;
}
