import { fileURLToPath } from 'node:url';

/** A file of infra/local, the plain JavaScript that runs before anything is installed. */
export function infraLocal(path: string): string {
  return fileURLToPath(new URL(`../../../infra/local/${path}`, import.meta.url));
}
