const cleDe = (sujet: string): string => `passerelle.visite.${sujet}`;

/**
 * When this agent last came on this device, before the present visit. The present one is noted at
 * the same time; within a browsing session the answer does not change.
 */
export function derniereVisite(sujet: string, maintenant: Date): Date | null {
  const cle = cleDe(sujet);
  try {
    const dejaLue = sessionStorage.getItem(cle);
    const avant = dejaLue ?? localStorage.getItem(cle) ?? '';
    if (dejaLue === null) sessionStorage.setItem(cle, avant);
    localStorage.setItem(cle, maintenant.toISOString());
    const instant = Date.parse(avant);
    return Number.isNaN(instant) ? null : new Date(instant);
  } catch {
    // Storage refused by the browser: nothing is said to be new rather than everything.
    return null;
  }
}
