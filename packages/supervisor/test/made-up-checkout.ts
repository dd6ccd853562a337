import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What `npm start` publishes of a checkout, as small as can be. */
export function writeMadeUpCheckout(racine: string): void {
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(racine, path)), { recursive: true });
    writeFileSync(join(racine, path), content);
  };
  for (const partenaire of ['etat', 'region', 'pole-emploi']) {
    write(`services/${partenaire}/schema.graphql`, `type Query { ${partenaire.slice(0, 4)}: Int }`);
  }
  for (const frontend of ['shell', 'etat', 'region', 'pole-emploi']) {
    const nom = frontend === 'shell' ? 'coquille' : frontend;
    write(`frontends/${frontend}/dist/manifest.json`, JSON.stringify({ nom, entree: 'a.js' }));
    write(`frontends/${frontend}/dist/a.js`, `export const nom = '${nom}';`);
    write(`frontends/${frontend}/dist/a.js.br`, 'compressé');
  }
  write('packages/portal-kit/dist/partages/partages.json', '{"imports":{}}');
}
