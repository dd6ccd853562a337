import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  BASES_AILLEURS,
  isAlive,
  launch,
  pidOf,
  processes,
  processOf,
  start,
  unLieu,
  untilShown,
} from '../test/started-platform.js';

async function environmentOf(port: string): Promise<{ databases: string[] }> {
  const response = await fetch(`http://127.0.0.1:${port}/environnement`);
  const said: { databases: string[] } = JSON.parse(await response.text());
  return said;
}

test('démarre tout, montre où aller, puis TERM arrête tout sans rien laisser', async () => {
  const lieu = await unLieu();
  const started = await start(lieu);

  expect(started.output()).toMatch(
    new RegExp(
      [
        '\\[1/4\\] Base de données… \\d+,\\d s',
        '\\[2/4\\] Registre, identité et services des trois partenaires… \\d+,\\d s',
        '\\[3/4\\] Publication des trois partenaires… \\d+,\\d s',
        '\\[4/4\\] Passerelle et portail… \\d+,\\d s\n',
      ].join('\n'),
    ),
  );
  expect(started.output()).toContain(`http://127.0.0.1:${lieu.env.PORT}`);
  expect(started.output()).toContain('region.charge-de-mission');
  const running = processes(lieu);
  expect(running.map(({ nom, etat }) => `${nom} ${etat}`)).toEqual([
    'postgres pret',
    'identite pret',
    'etat pret',
    'region pret',
    'pole-emploi pret',
    'registre pret',
    'gateway pret',
  ]);

  started.child.kill('SIGTERM');

  expect(await started.ended).toBe(0);
  expect(running.filter(({ pid }) => pid === null || isAlive(pid))).toEqual([]);
  expect(existsSync(join(lieu.dossier, 'processus.json'))).toBe(false);
});

test('Ctrl-C arrête tout, même un service qui n’écoute rien', async () => {
  const lieu = await unLieu();
  const started = await start(lieu, { FAUX: 'region:sourd,gateway:sourd' });
  const running = processes(lieu);

  started.child.kill('SIGINT');

  // Without force it would never end. The ten seconds that are promised are the sum of its waits.
  expect(await started.ended).toBe(0);
  expect(running.filter(({ pid }) => pid === null || isAlive(pid))).toEqual([]);
});

test('un arrêt demandé pendant le démarrage ne laisse rien non plus', async () => {
  const lieu = await unLieu();
  const started = launch(lieu, { FAUX: 'region:jamais-pret' });
  await expect
    .poll(() => existsSync(join(lieu.dossier, 'processus.json')) && processes(lieu).length)
    .toBe(6);
  const running = processes(lieu).flatMap(({ pid }) => (pid === null ? [] : [pid]));

  started.child.kill('SIGTERM');

  expect(await started.ended).toBe(0);
  expect(running).toHaveLength(6);
  expect(running.filter(isAlive)).toEqual([]);
});

test('un arrêt demandé pendant la création de la base ne laisse pas de serveur', async () => {
  const lieu = await unLieu();
  const started = launch(lieu);
  await untilShown(started, 'Base de données…');

  started.child.kill('SIGTERM');

  expect(await started.ended).toBe(0);
  expect(existsSync(join(lieu.dossier, 'data', 'postgres', 'postmaster.pid'))).toBe(false);
});

test('un second démarrage à côté du premier est refusé d’une phrase, sans gêner le premier', async () => {
  const lieu = await unLieu();
  const first = await start(lieu, BASES_AILLEURS);

  const second = launch(lieu, BASES_AILLEURS);

  expect(await second.ended).toBe(1);
  expect(second.output().trim()).toBe(
    `Passerelle est déjà en marche pour ${lieu.dossier} (processus ${first.child.pid}). Arrêtez-la d'abord avec Ctrl-C, ou donnez un autre dossier avec PASSERELLE_DOSSIER et d'autres ports.`,
  );
  expect(processes(lieu).every(({ etat }) => etat === 'pret')).toBe(true);
});

test('un démarrage demandé pendant l’arrêt du précédent attend sa fin', async () => {
  const lieu = await unLieu();
  const first = await start(lieu, { ...BASES_AILLEURS, FAUX: 'etat:sourd' });
  first.child.kill('SIGTERM');
  await untilShown(first, 'Arrêt…');

  const second = await start(lieu, BASES_AILLEURS);

  expect(await first.ended).toBe(0);
  expect(processes(lieu).every(({ etat }) => etat === 'pret')).toBe(true);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});

test('un port occupé est nommé avec sa variable, et rien n’est commencé', async () => {
  const lieu = await unLieu();
  const other = createServer().listen(Number(lieu.env.PORT_REGION), '127.0.0.1');
  onTestFinished(() => {
    other.close();
  });

  const started = launch(lieu);

  expect(await started.ended).toBe(1);
  expect(started.output().trim()).toBe(
    `Le port ${lieu.env.PORT_REGION} (service Région) est déjà occupé par un autre programme. Libérez-le, ou choisissez-en un autre avec PORT_REGION.`,
  );
  expect(readdirSync(join(lieu.dossier, 'data'))).toEqual([]);
  expect(existsSync(join(lieu.dossier, 'secrets'))).toBe(false);
});

test('le port de la base occupé est nommé aussi, et rien ne tourne', async () => {
  const lieu = await unLieu();
  const other = createServer().listen(Number(lieu.env.PORT_POSTGRES), '127.0.0.1');
  onTestFinished(() => {
    other.close();
  });

  const started = launch(lieu);

  expect(await started.ended).toBe(1);
  expect(started.output()).toContain(
    `Le port ${lieu.env.PORT_POSTGRES} de la base de données est déjà occupé par un autre programme. Libérez-le, ou choisissez-en un autre avec PORT_POSTGRES.`,
  );
  expect(readdirSync(join(lieu.dossier, 'data'))).toEqual([]);
  expect(existsSync(join(lieu.dossier, 'processus.json'))).toBe(false);
});

test('un droit manquant est dit d’une phrase qui nomme le dossier', async () => {
  const lieu = await unLieu();

  // Even root may not create anything there.
  const started = launch(lieu, { PASSERELLE_DOSSIER: '/sys/passerelle' });

  expect(await started.ended).toBe(1);
  expect(started.output().trim()).toBe(
    "Impossible d'écrire dans /sys/passerelle : droit manquant. Donnez ce droit à l'utilisateur courant, ou choisissez un autre dossier avec PASSERELLE_DOSSIER.",
  );
});

test('un dossier qui est un fichier est dit d’une phrase', async () => {
  const lieu = await unLieu();
  const fichier = join(lieu.dossier, '..', 'fichier');
  writeFileSync(fichier, '');

  for (const dossier of [fichier, join(fichier, 'dessous')]) {
    const started = launch(lieu, { PASSERELLE_DOSSIER: dossier });

    expect(await started.ended).toBe(1);
    expect(started.output().trim()).toBe(
      `${dossier} ne peut pas être un dossier : un fichier porte ce nom, ou se trouve sur le chemin. Déplacez-le, ou choisissez un autre dossier avec PASSERELLE_DOSSIER.`,
    );
  }
});

test('une adresse qui n’est pas d’ici est dite une fois, pas une fois par port', async () => {
  const lieu = await unLieu();

  const started = launch(lieu, { HOTE: '192.0.2.1' });

  expect(await started.ended).toBe(1);
  expect(started.output().trim()).toBe("HOTE=192.0.2.1 n'est pas une adresse de cette machine.");
});

test('Ctrl-\\ arrête tout aussi, base comprise', async () => {
  const lieu = await unLieu();
  const started = await start(lieu);
  const running = processes(lieu);

  started.child.kill('SIGQUIT');

  expect(await started.ended).toBe(0);
  expect(running.filter(({ pid }) => pid === null || isAlive(pid))).toEqual([]);
});

test('un service qui tombe au démarrage : ses derniers mots sont montrés, et tout est arrêté', async () => {
  const lieu = await unLieu();

  const started = launch(lieu, { FAUX: 'gateway:tombe' });

  expect(await started.ended).toBe(1);
  expect(started.output()).toContain("La passerelle n'a pas pu démarrer. Journal complet :");
  expect(started.output()).toContain('\n  Configuration refusée : il manque un réglage.\n');
  expect(existsSync(join(lieu.dossier, 'processus.json'))).toBe(false);
  expect(existsSync(join(lieu.dossier, 'data', 'postgres', 'postmaster.pid'))).toBe(false);
  await expect(fetch(`http://127.0.0.1:${lieu.env.PORT_ETAT}/`)).rejects.toThrow('fetch failed');
});

test('un registre qui tombe au premier démarrage le refuse : rien ne serait servi', async () => {
  const lieu = await unLieu();

  const started = launch(lieu, { ...BASES_AILLEURS, FAUX: 'registre:tombe' });

  expect(await started.ended).toBe(1);
  expect(started.output()).toContain("Le registre n'a pas pu démarrer. Journal complet :");
});

test('après une première publication, la passerelle démarre sans le registre', async () => {
  const lieu = await unLieu();
  const kept = join(lieu.dossier, 'passerelle', 'production');
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, 'publication.jws'), 'gardée');

  const started = await start(lieu, { ...BASES_AILLEURS, FAUX: 'registre:tombe' });

  expect(started.output()).toContain("La passerelle sert la dernière publication qu'elle a gardée");
  expect(processOf(lieu, 'gateway').etat).toBe('pret');
  await untilShown(started, 'Le registre ne tourne plus (code 1) ; redémarrage.');
  started.child.kill('SIGTERM');
  expect(await started.ended).toBe(0);
});

test('chaque service ne connaît que sa base, et le portail aucune', async () => {
  const lieu = await unLieu();
  await start(lieu, BASES_AILLEURS);

  expect((await environmentOf(lieu.env.PORT_ETAT)).databases).toEqual(['DATABASE_URL_ETAT']);
  expect((await environmentOf(lieu.env.PORT_REGION)).databases).toEqual(['DATABASE_URL_REGION']);
  expect((await environmentOf(lieu.env.PORT_POLE_EMPLOI)).databases).toEqual([
    'DATABASE_URL_POLE_EMPLOI',
  ]);
  expect((await environmentOf(lieu.env.PORT_REGISTRE)).databases).toEqual([
    'DATABASE_URL_REGISTRE',
  ]);
  expect((await environmentOf(lieu.env.PORT_IDENTITE)).databases).toEqual([]);
  expect((await environmentOf(lieu.env.PORT)).databases).toEqual([]);
  // Every database is elsewhere: none is started here.
  expect(processes(lieu).map(({ nom }) => nom)).not.toContain('postgres');
});

test('un fournisseur d’identité extérieur remplace celui de la démonstration', async () => {
  const lieu = await unLieu();
  const started = await start(lieu, {
    ...BASES_AILLEURS,
    OIDC_EMETTEUR: 'https://identite.exemple.invalid',
  });

  expect(processes(lieu).map(({ nom }) => nom)).not.toContain('identite');
  expect(started.output()).toContain('https://identite.exemple.invalid');
  expect(started.output()).not.toContain('Comptes de démonstration');
  const acces: { comptes: unknown[] } = JSON.parse(
    readFileSync(join(lieu.dossier, 'acces.json'), 'utf8'),
  );
  expect(acces.comptes).toEqual([]);
});

test('les secrets ne sont lisibles que de l’utilisateur courant', async () => {
  const lieu = await unLieu();
  await start(lieu, BASES_AILLEURS);
  const secrets = join(lieu.dossier, 'secrets');

  expect(statSync(secrets).mode & 0o777).toBe(0o700);
  const files = readdirSync(secrets);
  expect(files).toEqual(
    expect.arrayContaining([
      'identite-cles.json',
      'identite-clients.json',
      'identite-comptes.json',
      'jetons-internes.privee.json',
      'jetons-internes.publiques.json',
      'jetons-registre.json',
      'oidc-client.secret',
      'passerelle.jeton',
      'publications.privee.json',
      'publications.publiques.json',
      'registre-racine.jeton',
      'session.cle',
    ]),
  );
  for (const file of files) expect(statSync(join(secrets, file)).mode & 0o777).toBe(0o600);
  expect(statSync(join(lieu.dossier, 'acces.json')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(secrets, 'session.cle'), 'utf8').trim()).toMatch(/^[\w-]{43}$/);
});

test('les accès et les données restent d’un démarrage à l’autre ; --reinitialiser repart de zéro', async () => {
  const lieu = await unLieu();
  const acces = (): string => readFileSync(join(lieu.dossier, 'acces.json'), 'utf8');
  const first = await start(lieu);
  const before = acces();
  const mark = join(lieu.dossier, 'data', 'postgres', 'marque-de-cet-essai');
  writeFileSync(mark, '');
  first.child.kill('SIGTERM');
  await first.ended;

  const second = await start(lieu);

  expect(acces()).toBe(before);
  expect(existsSync(mark)).toBe(true);
  second.child.kill('SIGTERM');
  await second.ended;
  const third = await start(lieu, {}, ['--reinitialiser']);
  expect(acces()).not.toBe(before);
  expect(existsSync(mark)).toBe(false);
  third.child.kill('SIGTERM');
  await third.ended;
});

test('un service tué redémarre seul, et le dit', async () => {
  const lieu = await unLieu();
  const started = await start(lieu, BASES_AILLEURS);
  const killed = pidOf(lieu, 'region');

  process.kill(killed, 'SIGKILL');

  await expect
    .poll(() => processOf(lieu, 'region'), { timeout: 30_000 })
    .toMatchObject({ etat: 'pret', redemarrages: 1 });
  expect(pidOf(lieu, 'region')).not.toBe(killed);
  await untilShown(started, 'Le service Région ne tourne plus (SIGKILL) ; redémarrage.');
  await untilShown(started, 'Le service Région est de nouveau en marche.');
});

test('la base tuée redémarre seule, sur le même port', async () => {
  const lieu = await unLieu();
  const started = await start(lieu);
  const killed = pidOf(lieu, 'postgres');

  process.kill(killed, 'SIGKILL');

  await untilShown(started, 'La base de données est de nouveau en marche.');
  const { etat, port, redemarrages } = processOf(lieu, 'postgres');
  expect({ etat, port }).toEqual({ etat: 'pret', port: Number(lieu.env.PORT_POSTGRES) });
  // What the killed server left may make the first attempt fail.
  expect(redemarrages).toBeGreaterThanOrEqual(1);
  expect(pidOf(lieu, 'postgres')).not.toBe(killed);
});

test('kill -9 du superviseur : ses services s’arrêtent, et le démarrage suivant reprend tout', async () => {
  const lieu = await unLieu();
  const first = await start(lieu, { FAUX: 'etat:sourd' });
  const before = processes(lieu);
  const deaf = pidOf(lieu, 'etat');

  first.child.kill('SIGKILL');
  await first.ended;
  await expect
    .poll(
      () =>
        before.flatMap(({ nom, pid }) => (pid !== null && isAlive(pid) ? [nom] : [])).toSorted(),
      { timeout: 40_000 },
    )
    // The database waits for the next start; the deaf one holds its port until then.
    .toEqual(['etat', 'postgres']);

  const second = await start(lieu);

  expect(isAlive(deaf)).toBe(false);
  expect(pidOf(lieu, 'postgres')).toBe(before.find(({ nom }) => nom === 'postgres')?.pid);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});
