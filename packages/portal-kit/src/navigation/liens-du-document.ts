import { auMemeJour, naviguer } from './chemin.js';

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
    const lien = lienDuPortail(evenement);
    if (lien === null) return;
    if (evenement.metaKey || evenement.ctrlKey || evenement.shiftKey || evenement.altKey) {
      daterLeTempsDOuvrir(lien);
      return;
    }
    if (lien.target !== '' && lien.target !== '_self') return;
    const cible = new URL(lien.href, location.href);
    // A jump inside the page is the browser's: it moves focus, and « back » undoes it.
    const surPlace = cible.pathname === location.pathname && cible.search === location.search;
    if (surPlace && cible.hash !== '') return;
    evenement.preventDefault();
    naviguer(cible.href);
  });
  document.addEventListener('auxclick', (evenement) => {
    const lien = evenement.defaultPrevented ? null : lienDuPortail(evenement);
    if (lien) daterLeTempsDOuvrir(lien);
  });
}

function lienDuPortail({ target }: Event): HTMLAnchorElement | null {
  const lien = target instanceof Element ? target.closest('a') : null;
  if (!lien?.hasAttribute('href') || lien.hasAttribute('download')) return null;
  const { origin, pathname } = new URL(lien.href, location.href);
  if (origin !== location.origin) return null;
  const dehors = HORS_PORTAIL.some((page) => pathname === page || pathname.startsWith(`${page}/`));
  return dehors ? null : lien;
}

/**
 * Opened in another tab, a page is shown at the same day. The browser reads the address once the
 * event is over; the component that drew the link then finds it as it wrote it.
 */
function daterLeTempsDOuvrir(lien: HTMLAnchorElement): void {
  const ecrite = lien.getAttribute('href') ?? '';
  const cible = new URL(lien.href, location.href);
  lien.href = auMemeJour(cible, new URLSearchParams(location.search)).href;
  setTimeout(() => lien.setAttribute('href', ecrite));
}
