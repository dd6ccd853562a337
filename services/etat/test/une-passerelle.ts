import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { SubgraphConfig } from '@passerelle/subgraph';
import { z } from 'zod';

const demandeSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
});
export type Demande = z.infer<typeof demandeSchema>;

/** What the common graph answers to one operation. */
export type Repondre = (demande: Demande) => Promise<object>;

export interface PasserelleDEssai {
  /** Settings of the service that asks it. */
  graphe(dossier: string): NonNullable<SubgraphConfig['graphe']>;
  fermer(): Promise<void>;
}

/** The gateway and the identity provider, as the service sees them: over real HTTP. */
export async function unePasserelle(repondre: Repondre): Promise<PasserelleDEssai> {
  let origine = '';
  const serveur: Server = createServer((req, res) => {
    traiter(req, res).catch((error: unknown) => envoyer(res, 500, { erreur: String(error) }));
  });

  async function traiter(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const corps = await lireCorps(req);
    if (req.url === '/.well-known/openid-configuration') {
      return envoyer(res, 200, { token_endpoint: `${origine}/jeton` });
    }
    if (req.url === '/jeton') {
      return envoyer(res, 200, { access_token: 'jeton-d-essai', expires_in: 3600 });
    }
    const demande = demandeSchema.parse(JSON.parse(corps));
    // Nobody else's acts here: the stream of a house stays without events.
    if (demande.query.includes('subscription')) return envoyer(res, 503, { errors: [] });
    return envoyer(res, 200, await repondre(demande));
  }

  await new Promise<void>((resolve) => serveur.listen(0, '127.0.0.1', resolve));
  const { port } = serveur.address() as AddressInfo;
  origine = `http://127.0.0.1:${port}`;
  return {
    graphe(dossier) {
      const secretFichier = join(dossier, 'service.secret');
      writeFileSync(secretFichier, 'secret-d-essai');
      return { adresse: `${origine}/graphql`, emetteur: origine, clientId: 'essai', secretFichier };
    },
    async fermer() {
      serveur.closeAllConnections();
      await new Promise((resolve) => serveur.close(resolve));
    },
  };
}

async function lireCorps(req: IncomingMessage): Promise<string> {
  const morceaux: Buffer[] = [];
  for await (const morceau of req) morceaux.push(Buffer.from(morceau));
  return Buffer.concat(morceaux).toString('utf8');
}

function envoyer(res: ServerResponse, statut: number, corps: object): void {
  res.writeHead(statut, { 'content-type': 'application/json' }).end(JSON.stringify(corps));
}
