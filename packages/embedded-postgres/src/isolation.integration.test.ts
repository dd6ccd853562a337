import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query, refusal } from '../test/query.js';
import { eraseDossier, makeDossier, start } from '../test/temporary-dossier.js';
import type { EmbeddedPostgres } from './index.js';

const dossier = makeDossier();
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  postgres = await start(dossier);
});

afterAll(() => eraseDossier(dossier));

test('donne à chaque partenaire sa base, sur un vrai PostgreSQL en UTF-8 sans ICU ni langue de la machine', async () => {
  for (const base of ['etat', 'region', 'pole_emploi']) {
    expect(
      await query(
        postgres.url(base),
        `SELECT current_user::text AS role, current_database()::text AS base,
                current_setting('server_version_num')::int >= 180000 AS recent,
                datlocprovider AS fournisseur, datlocale AS langue,
                pg_encoding_to_char(encoding) AS encodage
         FROM pg_database WHERE datname = current_database()`,
      ),
    ).toEqual([
      { role: base, base, recent: true, fournisseur: 'b', langue: 'C.UTF-8', encodage: 'UTF8' },
    ]);
  }
});

test('écrit sur le disque avant de répondre', async () => {
  const settings = await query(
    postgres.url('etat'),
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') ORDER BY name",
  );

  expect(settings).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
});

test('aucun rôle ne peut se connecter à la base d’un autre, ni aux bases du serveur', async () => {
  const roles = ['etat', 'region', 'pole_emploi'];

  for (const role of roles) {
    for (const base of [...roles, 'postgres', 'template1'].filter((other) => other !== role)) {
      const url = new URL(postgres.url(role));
      url.pathname = `/${base}`;
      // Refused by pg_hba.conf before the rights are even asked.
      expect(await refusal(url.href)).toBe('28000');
    }
  }
});

test('le droit de connexion manque aussi dans les droits des bases, si pg_hba.conf changeait', async () => {
  const permitted = await query(
    postgres.url('etat'),
    `SELECT rolname::text AS role, datname::text AS base
     FROM pg_roles, pg_database
     WHERE rolname IN ('etat', 'region', 'pole_emploi') AND datname <> 'template0'
       AND (has_database_privilege(rolname, datname, 'CONNECT')
            OR has_database_privilege(rolname, datname, 'TEMPORARY'))
     ORDER BY 1`,
  );

  expect(permitted).toEqual([
    { role: 'etat', base: 'etat' },
    { role: 'pole_emploi', base: 'pole_emploi' },
    { role: 'region', base: 'region' },
  ]);
});

test('le rôle d’un partenaire n’a aucun pouvoir sur le serveur', async () => {
  expect(
    await query(
      postgres.url('region'),
      'SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication FROM pg_roles WHERE rolname = current_user',
    ),
  ).toEqual([
    {
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolbypassrls: false,
      rolreplication: false,
    },
  ]);
});

test('refuse un mot de passe faux, vide ou absent', async () => {
  const address = `127.0.0.1:${postgres.port}/etat`;

  expect(await refusal(`postgres://etat:faux@${address}`)).toBe('28P01');
  expect(await refusal(`postgres://postgres:postgres@127.0.0.1:${postgres.port}/postgres`)).toBe(
    '28P01',
  );
  expect(await refusal(`postgres://etat@${address}`)).not.toBeNull();
  expect(await refusal(postgres.url('etat'))).toBeNull();
});

test('garde les mots de passe pour le seul utilisateur courant et n’en laisse pas ailleurs', async () => {
  const secrets = join(dossier, 'secrets');

  expect(statSync(secrets).mode & 0o777).toBe(0o700);
  const files = readdirSync(secrets).sort();
  expect(files).toEqual([
    'postgres-etat.motdepasse',
    'postgres-pole-emploi.motdepasse',
    'postgres-postgres.motdepasse',
    'postgres-region.motdepasse',
  ]);
  for (const file of files) expect(statSync(join(secrets, file)).mode & 0o777).toBe(0o600);
  const passwords = files.map((file) => readFileSync(join(secrets, file), 'utf8'));
  expect(new Set(passwords).size).toBe(4);
  expect(readdirSync(join(dossier, 'data'))).toEqual(['postgres']);
});

test('n’écoute que sur 127.0.0.1, et sur aucun fichier de connexion', async () => {
  const hexPort = postgres.port.toString(16).toUpperCase().padStart(4, '0');
  const listening = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${hexPort}`))
    .map(([, local]) => local);

  expect(listening).toEqual([`0100007F:${hexPort}`]);
  expect(readFileSync('/proc/net/unix', 'utf8')).not.toContain(`.s.PGSQL.${postgres.port}`);
});
