import { resolve } from 'node:path';
import { type Config, readConfig } from './config.js';
import { createGateway } from './create-gateway.js';
import { createAdminHandler } from './http/admin.js';
import { createHttpServer, listen } from './http/server.js';
import { readHabilitations, readSecrets, type Secrets } from './identity/read-secrets.js';
import { watchFile } from './identity/watch-file.js';
import { LIMITES } from './limits.js';
import { createJournal, type Journal } from './observability/journal.js';
import { explainStartFailure, stopOnSignals, surviveStrayRejections } from './process-life.js';
import { connectRegistry, type RegistryConnection } from './registre/connect-registry.js';

async function start(): Promise<void> {
  const config = readConfig(process.env, resolve(import.meta.dirname, '../..'));
  const secrets = await readSecrets(config);
  const journal = createJournal(config.niveauJournal);
  surviveStrayRejections(process, journal);
  let { habilitations } = secrets;

  const connexion = openRegistry(config, secrets, journal);
  const gateway = createGateway({
    adressePublique: config.adressePublique,
    limites: LIMITES,
    delaiRequeteMs: config.delaiRequeteMs,
    delaiPartenaireMs: config.delaiPartenaireMs,
    journal,
    dehorsSeulement: config.production,
    portail: {
      demonstration: !config.production,
      dateDonnees: config.dateDonnees,
      dossier: config.fichiers,
      surchargesLocales: config.surchargesLocales,
    },
    registre: connexion.link,
    onUse: connexion.recordUse,
    identity: {
      sessionCle: secrets.sessionCle,
      jetonsInternesCle: secrets.jetonsInternesCle,
      habilitations: () => habilitations,
      oidc: { ...config.oidc, clientSecret: secrets.oidcClientSecret },
      audience: config.oidc.audience,
      mandatairesDeConfiance: config.mandatairesDeConfiance,
    },
  });
  const onBug = (err: unknown): void => journal.error({ err }, 'request failed by a bug');
  const server = createHttpServer(gateway.handle, onBug);
  const admin = createHttpServer(createAdminHandler(gateway.metrics), onBug);

  await connexion.start(gateway);
  const stopWatching = await watchFile(config.habilitations, async () => {
    try {
      habilitations = await readHabilitations(config.habilitations);
      journal.info('habilitations read again');
    } catch (err) {
      journal.error({ err }, 'habilitations unreadable, the previous ones stay');
    }
  });
  stopOnSignals({
    gateway,
    servers: [server, admin],
    journal,
    before() {
      stopWatching();
    },
    async after() {
      await connexion.stop();
    },
  });
  await listenOrExplain(admin, config.portAdmin, config.hote, 'PORT_ADMIN');
  const { port } = await listenOrExplain(server, config.port, config.hote, 'PORT');
  journal.info({ port }, 'listening');
}

function openRegistry(
  { registre: source, production, fichiers }: Config,
  { registre: secrets }: Secrets,
  journal: Journal,
): RegistryConnection {
  return connectRegistry(
    {
      adresse: source.adresse,
      jeton: secrets.jeton,
      canal: source.canal,
      passerelle: source.nom,
      clesInitiales: secrets.cles,
      dossier: source.dossier,
      fichiers,
      production,
    },
    journal,
  );
}

async function listenOrExplain(
  server: Parameters<typeof listen>[0],
  port: number,
  hote: string,
  variable: string,
): ReturnType<typeof listen> {
  try {
    return await listen(server, port, hote);
  } catch (cause) {
    throw new Error(explainStartFailure(cause, port, variable), { cause });
  }
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
