import { viserLAncre } from './ancre.js';

/**
 * Where each page of the browser's history was scrolled to. The browser's own memory gives up
 * when the page that comes back is still being read; this one waits for it to be tall enough.
 */
const CLE_DES_POSITIONS = 'passerelle.defilement';
const ATTENTE_MAX_MS = 5_000;

const positions = new Map<string, number>();
let retour = false;
let arreter: (() => void) | null = null;

/** Identifies an entry of the history; an entry without one gets it. */
function entree(): string {
  const etat: unknown = history.state;
  const connue = typeof etat === 'object' && etat !== null ? Reflect.get(etat, 'entree') : null;
  if (typeof connue === 'string') return connue;
  const nouvelle = `${Date.now()}-${Math.random()}`;
  history.replaceState({ ...(typeof etat === 'object' ? etat : {}), entree: nouvelle }, '');
  return nouvelle;
}

function lirePositions(): void {
  try {
    const gardees: unknown = JSON.parse(sessionStorage.getItem(CLE_DES_POSITIONS) ?? '[]');
    if (!Array.isArray(gardees)) return;
    for (const paire of gardees) {
      const [cle, position]: unknown[] = Array.isArray(paire) ? paire : [];
      if (typeof cle === 'string' && typeof position === 'number') positions.set(cle, position);
    }
  } catch {
    // Nothing kept, or a browser that keeps nothing: pages open at their top.
  }
}

function garderPositions(): void {
  try {
    sessionStorage.setItem(CLE_DES_POSITIONS, JSON.stringify([...positions].slice(-50)));
  } catch {
    // A full or forbidden store only costs a place in a page.
  }
}

/** To be called once, before the first page. */
export function suivreLeDefilement(): void {
  history.scrollRestoration = 'manual';
  lirePositions();
  window.addEventListener('pagehide', garderPositions);
  window.addEventListener(
    'scroll',
    () => {
      // What moves while a page is being put back is not the reader's doing.
      if (arreter === null) positions.set(entree(), window.scrollY);
    },
    { passive: true },
  );
  let chemin = location.pathname;
  window.addEventListener('popstate', () => {
    const memePage = chemin === location.pathname;
    chemin = location.pathname;
    retour = true;
    if (memePage) placerLaPage();
  });
  window.addEventListener('passerelle:chemin', () => {
    chemin = location.pathname;
  });
}

/**
 * Puts a page that has just come at the place where the reader left it, when they come back to
 * it; at its top otherwise.
 */
export function placerLaPage(premiere = false): void {
  arreter?.();
  const voulue = retour || premiere ? (positions.get(entree()) ?? 0) : 0;
  retour = false;
  if (voulue === 0 && viserLAncre(location.hash)) return;
  if (premiere && voulue === 0) return;
  window.scrollTo(0, voulue);
  if (Math.abs(window.scrollY - voulue) <= 1) return;
  const finir = (): void => {
    observateur.disconnect();
    clearTimeout(delai);
    for (const geste of GESTES) window.removeEventListener(geste, finir);
    arreter = null;
  };
  const observateur = new ResizeObserver(() => {
    window.scrollTo(0, voulue);
    if (Math.abs(window.scrollY - voulue) <= 1) finir();
  });
  const delai = setTimeout(finir, ATTENTE_MAX_MS);
  for (const geste of GESTES) window.addEventListener(geste, finir, { passive: true });
  arreter = finir;
  observateur.observe(document.body);
}

// A reader who acts has their place: nothing pulls the page from under them.
const GESTES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
