import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskFull, EmbeddedPostgresError, fromFileSystem } from './errors.js';
import type { Location } from './location.js';
import { SUPERUSER } from './password-files.js';
import { giveTo } from './server-user.js';

/**
 * Only the superuser may enter every database; a partner's role enters the one that bears its name.
 * Everyone proves a password, on this machine alone.
 */
const CLIENT_AUTHENTICATION = `# Written by Passerelle at the creation of the cluster.
host  all       ${SUPERUSER}  127.0.0.1/32  scram-sha-256
host  sameuser  all           127.0.0.1/32  scram-sha-256
`;

/** Creates the cluster beside its place, then renames it: half a cluster is never started. */
export async function initialiseCluster(location: Location, password: string): Promise<void> {
  const preparation = `${location.dataFolder}.preparation`;
  const passwordFile = `${location.dataFolder}.motdepasse`;
  try {
    removeLeftovers(preparation, passwordFile);
    mkdirSync(dirname(location.dataFolder), { recursive: true });
    mkdirSync(preparation, { mode: 0o700 });
    giveTo(location.user, preparation);
    writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
    giveTo(location.user, passwordFile);
    await runInitdb(location, preparation, passwordFile);
    const hba = join(preparation, 'pg_hba.conf');
    writeFileSync(hba, CLIENT_AUTHENTICATION, { flush: true });
    chmodSync(hba, 0o600);
    rmSync(passwordFile);
    setAside(location.dataFolder);
    renameSync(preparation, location.dataFolder);
  } catch (error) {
    removeLeftovers(preparation, passwordFile);
    throw fromFileSystem(error, dirname(location.dataFolder));
  }
}

/** What stands there is no cluster any more, but may be what is left of one: the last one is kept. */
function setAside(dataFolder: string): void {
  if (!existsSync(dataFolder)) return;
  rmSync(`${dataFolder}.ancien`, { recursive: true, force: true });
  renameSync(dataFolder, `${dataFolder}.ancien`);
}

function removeLeftovers(...paths: string[]): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
}

function runInitdb(location: Location, folder: string, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(join(location.nativeFolder, 'bin', 'initdb'), args, {
      cwd: '/',
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...location.user.identity,
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-4000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(initdbRefusal(output, folder));
    });
  });
}

function initdbRefusal(output: string, folder: string): EmbeddedPostgresError {
  const cause = new Error(output.trim());
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return diskFull(dirname(folder), cause);
  }
  if (/could not look up effective user/.test(output)) {
    return new EmbeddedPostgresError(
      'UTILISATEUR_INTROUVABLE',
      "L'utilisateur courant n'a pas d'entrée dans /etc/passwd ; PostgreSQL en demande une. Lancez la commande avec un utilisateur déclaré.",
      cause,
    );
  }
  if (/Permission denied/.test(output)) {
    return new EmbeddedPostgresError(
      'PERMISSION_REFUSEE',
      `La base de données ne peut pas écrire dans ${dirname(folder)} : droit manquant.`,
      cause,
    );
  }
  return new EmbeddedPostgresError(
    'DEMARRAGE_IMPOSSIBLE',
    `La création de la base de données a échoué dans ${dirname(folder)} : ${lastLine(output)}`,
    cause,
  );
}

function lastLine(output: string): string {
  const lines = output.trim().split('\n');
  return lines.findLast((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? '';
}
