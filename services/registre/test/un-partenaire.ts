import { createServer } from 'node:http';
import { empreinteDuSchema } from '@passerelle/publication';

/** A partner's process: says which schema it serves. */
export interface UnPartenaire {
  readonly code: string;
  readonly url: string;
  /** From here on it serves this one. */
  servir(schema: string): void;
  stop(): Promise<void>;
}

export async function unPartenaire(code: string): Promise<UnPartenaire> {
  let empreinte = '';
  const server = createServer((request, response) => {
    const isKnown = request.url === '/sante/schema';
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ partenaire: code, empreinte }));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  return {
    code,
    url: `http://127.0.0.1:${port}/graphql`,
    servir(schema) {
      empreinte = empreinteDuSchema(schema);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const NOMS: Readonly<Record<string, string>> = {
  etat: 'Etat',
  region: 'Region',
  'pole-emploi': 'PoleEmploi',
};

/** A small schema of this partner's own; each `essai` is another one. */
export function unPetitSchema(partenaire: string, essai: number | string): string {
  return `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

    type Query {
      "Essai ${essai}."
      essai${NOMS[partenaire] ?? ''}: String
    }
  `;
}
