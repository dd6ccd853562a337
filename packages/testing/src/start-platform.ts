import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmbeddedPostgres } from '@passerelle/embedded-postgres';
import type { Partenaire } from '@passerelle/identity';
import { freePorts, type RegistryTokens, readRegistryTokens } from '@passerelle/supervisor';
import type { Page } from 'playwright-core';
import { type AgentSession, openAgentSession } from './agent-session.js';
import { type Acces, readAcces, readPid } from './platform-files.js';
import { takePlace, VARIABLE_DES_MODELES } from './prepared-folders.js';
import { SupervisorProcess } from './supervisor-process.js';

/** The whole product, running for one test file. */
export interface Platform {
  /** Its own data folder, gone after `stop`. */
  readonly dossier: string;
  readonly portail: string;
  readonly graphql: string;
  readonly emetteur: string;
  readonly administration: string;
  readonly registre: string;
  /** With what each partner, and the platform (`commun`), speaks to the registry. */
  readonly jetons: RegistryTokens;
  /** Address of each partner's subgraph, as nobody outside should use it. */
  readonly partenaires: Readonly<Record<Partenaire, string>>;
  readonly comptes: Acces['comptes'];
  readonly integrateur: Acces['integrateur'];
  /** Signs an agent in through the portal, in the page given, and comes back to `retour`. */
  signIn(page: Page, identifiant: string, retour?: string): Promise<void>;
  /** The same without a browser: an agent's session, to speak to the graph directly. */
  openSession(identifiant: string): Promise<AgentSession>;
  /** An access token of the demonstration's integrator. */
  integratorToken(): Promise<string>;
  stopPartner(code: Partenaire | 'registre'): Promise<void>;
  startPartner(code: Partenaire | 'registre'): Promise<void>;
  /** Process of that name (`gateway`, `identite`, `registre`, `postgres`, a partner's code), to be killed. */
  pidOf(nom: string): number;
  /** Waits until the portal names this state of the platform; `pret` after a repair, for example. */
  untilState(statut: 'pret' | 'degrade'): Promise<void>;
  /** All that `npm start` has printed: who fell, and how. */
  said(): string;
  stop(): Promise<void>;
}

/**
 * Starts everything by the supervisor, as `npm start` does, on free ports and in a temporary folder;
 * resolves when the portal serves with its three partners. In a run that keeps prepared folders it is
 * a second start, on a copy of what a first one made and published.
 *
 * @param opts.env - settings given to every process, over those of `npm start`; they may change what
 *   a first start makes, which is then made for this platform
 * @param opts.premierDemarrage - for what is about a first start
 * @throws Error with the supervisor's words when it refuses
 */
export async function startPlatform(
  opts: {
    taille?: 'petite' | 'demonstration' | 'region';
    env?: Readonly<Record<string, string>>;
    premierDemarrage?: boolean;
  } = {},
): Promise<Platform> {
  const taille = opts.taille ?? 'petite';
  const models = process.env[VARIABLE_DES_MODELES];
  const isFirst = opts.premierDemarrage === true || opts.env !== undefined;
  const place = models === undefined || isFirst ? null : await takePlace(models, taille);
  const ports = place?.ports ?? (await freePorts());
  const dossier = makeFolder();
  const local = (port: string) => `http://127.0.0.1:${port}`;
  const portail = local(ports.PORT);
  let supervisor: SupervisorProcess | null = null;

  const stop = async () => {
    await supervisor?.stop();
    await removeEmbeddedPostgres(dossier);
    rmSync(dossier, { recursive: true, force: true });
    await place?.release();
  };
  const start = async () => {
    const started = new SupervisorProcess(
      { ...ports, PASSERELLE_DOSSIER: dossier, ...opts.env },
      taille,
    );
    supervisor = started;
    await started.untilState(portail, 'pret');
    return started;
  };

  let running: SupervisorProcess;
  try {
    if (place?.isPrepared() === true) await place.copyTo(dossier);
    running = await start();
    if (place?.isPrepared() === false) {
      await running.stop();
      await place.keep(dossier);
      running = await start();
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const acces = readAcces(dossier);
  const compteOf = (identifiant: string) => {
    const compte = acces.comptes.find((candidate) => candidate.identifiant === identifiant);
    if (!compte) throw new Error(`Aucun compte « ${identifiant} ».`);
    return compte;
  };

  return {
    dossier,
    portail,
    graphql: acces.graphql,
    emetteur: acces.emetteur,
    administration: local(ports.PORT_ADMIN),
    registre: local(ports.PORT_REGISTRE),
    // Read each time: the supervisor makes again those that the registry no longer knows.
    get jetons() {
      const jetons = readRegistryTokens(dossier);
      if (jetons === null) throw new Error('La plateforme n’a pas de jetons du registre.');
      return jetons;
    },
    partenaires: {
      etat: local(ports.PORT_ETAT),
      region: local(ports.PORT_REGION),
      'pole-emploi': local(ports.PORT_POLE_EMPLOI),
    },
    comptes: acces.comptes,
    integrateur: acces.integrateur,
    async signIn(page, identifiant, retour = '/') {
      const { motDePasse } = compteOf(identifiant);
      await page.goto(`${portail}/connexion?${new URLSearchParams({ retour })}`);
      await page.getByLabel('Identifiant', { exact: true }).fill(identifiant);
      await page.getByLabel('Mot de passe', { exact: true }).fill(motDePasse);
      await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
      await page.waitForURL(new URL(retour, portail).href);
    },
    openSession: (identifiant) => openAgentSession({ portail, compte: compteOf(identifiant) }),
    integratorToken: () => requestIntegratorToken(acces),
    stopPartner: (code) => running.command('arreter', code),
    startPartner: (code) => running.command('demarrer', code),
    pidOf: (nom) => readPid(dossier, nom),
    untilState: (statut) => running.untilState(portail, statut),
    said: () => running.words,
    stop,
  };
}

function makeFolder(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  // The database server may run as another user, who must be able to reach its files.
  chmodSync(dossier, 0o755);
  return dossier;
}

async function requestIntegratorToken(acces: Acces): Promise<string> {
  const { clientId, clientSecret } = acces.integrateur;
  const response = await fetch(`${acces.emetteur}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'protocole:lire:public',
    }),
  });
  const body: unknown = await response.json();
  if (typeof body === 'object' && body !== null && 'access_token' in body) {
    return String(body.access_token);
  }
  throw new Error(`Aucun jeton pour l’intégrateur : ${JSON.stringify(body)}`);
}

/** For tests that read what a process wrote. */
export function readLog(platform: Pick<Platform, 'dossier'>, nom: string): string {
  return readFileSync(join(platform.dossier, 'logs', `${nom}.log`), 'utf8');
}
