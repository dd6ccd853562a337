import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface Resource {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
}

/** The style sheet, the script and the font of the pages, read once at start. */
export function loadResources(): ReadonlyMap<string, Resource> {
  const publicFile = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../public/${name}`, import.meta.url)));
  const font = createRequire(import.meta.url).resolve(
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  );
  return new Map([
    ['/ressources/identite.css', toResource(publicFile('identite.css'), 'text/css')],
    ['/ressources/identite.js', toResource(publicFile('identite.js'), 'text/javascript')],
    ['/ressources/police.woff2', toResource(readFileSync(font), 'font/woff2')],
  ]);
}

function toResource(body: Buffer, type: string): Resource {
  return {
    body,
    type: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  };
}
