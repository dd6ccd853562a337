import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface Resource {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
}

/** The style sheet, the script and the font of the pages, read once at start. */
export function loadResources(): ReadonlyMap<string, Resource> {
  const font = import.meta.resolve(
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  );
  return new Map([
    [
      '/ressources/identite.css',
      toResource(new URL('../public/identite.css', import.meta.url), 'text/css'),
    ],
    [
      '/ressources/identite.js',
      toResource(new URL('../public/identite.js', import.meta.url), 'text/javascript'),
    ],
    ['/ressources/police.woff2', toResource(new URL(font), 'font/woff2')],
  ]);
}

function toResource(file: URL, type: string): Resource {
  const body = readFileSync(file);
  return {
    body,
    type: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  };
}
