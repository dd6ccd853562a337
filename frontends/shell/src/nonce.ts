/**
 * Lets the widgets write their few style rules under the page's content policy: they look for the
 * nonce in this meta element.
 */
export function transmettreNonce(): void {
  if (document.querySelector('meta[property="csp-nonce"]')) return;
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  if (!nonce) return;
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'csp-nonce');
  meta.nonce = nonce;
  document.head.append(meta);
}
