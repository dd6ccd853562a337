const ATTENTE_MAX_MS = 10_000;

let arreter: (() => void) | null = null;

/**
 * Brings the reader to the very thing that the address names (« …#decision-3 »), as soon as it is
 * there: a page is read after it opens, and the browser looks for the place only once.
 *
 * @param fragment - `location.hash`
 * @returns false when the address names nothing
 */
export function viserLAncre(fragment: string): boolean {
  arreter?.();
  const id = lisible(fragment.slice(1));
  if (id === '') return false;
  if (montrer(id)) return true;
  const finir = (): void => {
    observateur.disconnect();
    clearTimeout(delai);
    for (const geste of GESTES) window.removeEventListener(geste, finir);
    arreter = null;
  };
  const observateur = new MutationObserver(() => {
    if (montrer(id)) finir();
  });
  const delai = setTimeout(finir, ATTENTE_MAX_MS);
  // A reader who acts has their place: nothing pulls the page from under them.
  for (const geste of GESTES) window.addEventListener(geste, finir, { passive: true });
  arreter = finir;
  observateur.observe(document.body, { childList: true, subtree: true });
  return true;
}

const GESTES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

function montrer(id: string): boolean {
  const lieu = document.getElementById(id);
  if (lieu === null) return false;
  if (lieu.tabIndex < 0) lieu.tabIndex = -1;
  lieu.focus({ preventScroll: true });
  lieu.scrollIntoView({ block: 'start' });
  return true;
}

function lisible(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
