import { naviguer } from './chemin.js';

// Pages of the gateway, not of the portal: the browser goes there itself.
const HORS_PORTAIL = ['/connexion', '/deconnexion', '/graphql', '/session', '/sante'];

let suivis = false;

/**
 * Makes every plain link of the document change page without reloading, the ones drawn by
 * `portal-ui` included: components stay true links and know nothing of the router.
 */
export function suivreLesLiens(): void {
  if (suivis) return;
  suivis = true;
  document.addEventListener('click', (evenement) => {
    if (evenement.defaultPrevented || evenement.button !== 0) return;
    if (evenement.metaKey || evenement.ctrlKey || evenement.shiftKey || evenement.altKey) return;
    const lien = evenement.target instanceof Element ? evenement.target.closest('a') : null;
    if (!lien?.hasAttribute('href') || lien.hasAttribute('download')) return;
    if (lien.target !== '' && lien.target !== '_self') return;
    const cible = new URL(lien.href, location.href);
    if (cible.origin !== location.origin) return;
    if (
      HORS_PORTAIL.some((page) => cible.pathname === page || cible.pathname.startsWith(`${page}/`))
    )
      return;
    // A jump inside the page is the browser's: it moves focus, and « back » undoes it.
    const surPlace = cible.pathname === location.pathname && cible.search === location.search;
    if (surPlace && cible.hash !== '') return;
    evenement.preventDefault();
    naviguer(cible.href);
  });
}
