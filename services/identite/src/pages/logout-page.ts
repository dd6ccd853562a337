import { html } from './html.js';
import { renderLayout } from './layout.js';

/**
 * Asks before signing out. Without a script the two buttons do it; with one, a sign-out asked by
 * the portal itself goes on at once, because the person already clicked « Se déconnecter » there.
 *
 * @param form.secret - the provider's protection against sign-outs forged by another site
 */
export function renderLogoutPage(form: {
  action: string;
  secret: string;
  isAskedByClient: boolean;
}): string {
  return renderLayout({
    titre: 'Se déconnecter',
    script: form.isAskedByClient,
    contenu: html`<section class="carte message">
<h1>Se déconnecter</h1>
<p>Votre session de connexion sera fermée pour toutes les applications de la démonstration.</p>
<form method="post" action="${form.action}" class="actions"${form.isAskedByClient && html` data-suite-immediate`}>
<input type="hidden" name="xsrf" value="${form.secret}">
<button class="bouton principal" name="logout" value="yes">Se déconnecter</button>
<button class="bouton">Rester connecté</button>
</form>
</section>`,
  });
}
