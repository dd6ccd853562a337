import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

export const newNonce = (): string => randomBytes(16).toString('base64');

/** On every answer, whatever it is. */
export function setCommonHeaders(res: ServerResponse, isHttps: boolean): void {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'same-origin');
  res.setHeader('cross-origin-resource-policy', 'same-origin');
  if (isHttps) res.setHeader('strict-transport-security', 'max-age=31536000');
}

/**
 * For pages. Scripts run only when this page named them by its nonce, or when one of those
 * imports them; nothing comes from another origin; no other site may frame the portal.
 *
 * @param locales - origins on the reader's own machine, for a module under work
 */
export function setPagePolicy(
  res: ServerResponse,
  nonce: string,
  locales: readonly string[] = [],
): void {
  const also = locales.map((origin) => ` ${origin}`).join('');
  res.setHeader(
    'content-security-policy',
    [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'${also}`,
      `style-src 'self' 'nonce-${nonce}'${also}`,
      `img-src 'self' data:${also}`,
      `font-src 'self'${also}`,
      `connect-src 'self'${also}`,
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
  );
  res.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  res.setHeader('cache-control', 'no-store');
}
