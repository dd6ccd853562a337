import { creerObservable } from '../observable.js';
import { placerLaPage } from './defilement.js';

export interface Page {
  titre: string;
}

const page = creerObservable<Page | null>(null);
let premierePage = true;
let cheminAnnonce: string | null = null;

/**
 * To be called by a page in an effect, once its `h1` is in the document: names the document and,
 * except on the first load, moves focus to the `h1`, announces the page and scrolls to its place.
 * Calling it again on the same path (a title that became known) only renames.
 */
export function setPage(suivante: Page): void {
  page.ecrire(suivante);
  document.title = `${suivante.titre} – Passerelle`;
  const nouveauChemin = cheminAnnonce !== location.pathname;
  cheminAnnonce = location.pathname;
  if (premierePage) {
    premierePage = false;
    placerLaPage(true);
    return;
  }
  if (!nouveauChemin) return;
  const titre = document.querySelector<HTMLElement>('main h1');
  if (titre) {
    titre.tabIndex = -1;
    titre.focus({ preventScroll: true });
  }
  placerLaPage();
  annoncer(suivante.titre);
}

export function pageActuelle(): Page | null {
  return page.lire();
}

let region: HTMLElement | undefined;

/** Says a sentence to screen readers, politely, without moving focus. */
export function annoncer(message: string): void {
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    region.id = 'passerelle-annonces';
    Object.assign(region.style, {
      position: 'fixed',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    });
    document.body.append(region);
  }
  const annonce = region;
  annonce.textContent = '';
  // The same sentence twice is only read twice when the region was empty in between.
  requestAnimationFrame(() => {
    annonce.textContent = message;
  });
}
