import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { jusquA, unFlux } from './un-flux.js';
import { unLot } from './un-lot.js';
import { type UnProxy, unProxy } from './un-proxy.js';
import { callsTo, type UnRegistre, unRegistre } from './un-registre.js';

const aFermer: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const fermer of aFermer.splice(0).toReversed()) await fermer();
});

test('la base coupée, le registre le dit, puis reprend seul ; le flux ne perd rien', async () => {
  let proxy: UnProxy | undefined;
  const registre = await unRegistre({
    through: async (url) => {
      proxy = await unProxy(url);
      return proxy.url;
    },
  });
  aFermer.push(
    async () => proxy?.stop(),
    () => registre.stop(),
  );
  const passerelle = await registre.jeton('commun', 'passerelle');
  const jeton = await registre.jeton('region', 'module');
  const publier = (essai: number) =>
    registre.appeler(jeton, 'POST', '/v1/modules', {
      canal: 'production',
      fichiers: unLot('region', essai),
    });
  expect((await publier(1)).corps).toMatchObject({ numero: 1 });
  const flux = await unFlux(registre.origin, passerelle, { passerelle: 'a' });
  await jusquA(() => flux.recus.length === 1, 'la courante');

  proxy?.couper();
  await jusquA(
    async () => (await registre.appeler(null, 'GET', '/sante/pret')).status === 503,
    'la panne dite',
  );
  expect((await registre.appeler(null, 'GET', '/sante/vivant')).status).toBe(200);
  const refuse = await publier(2);
  expect([refuse.status, refuse.corps.erreur.code]).toEqual([503, 'BASE_INDISPONIBLE']);
  expect(refuse.texte).not.toMatch(/ECONN|node_modules|at /);

  proxy?.retablir();
  await jusquA(
    async () => (await registre.appeler(null, 'GET', '/sante/pret')).status === 200,
    'la reprise',
  );
  for (const essai of [2, 3]) expect((await publier(essai)).corps.numero).toBe(essai);
  await jusquA(() => flux.recus.length === 3, 'ce qui fut publié depuis');
  expect([flux.recus.map(({ id }) => id), flux.isEnded()]).toEqual([[1, 2, 3], false]);
  flux.close();
});

test('tué pendant qu’on publie (kill -9), rien d’acquitté ne manque et rien n’est à moitié', async () => {
  const registre = await unRegistre();
  aFermer.push(() => registre.stop());
  const jetons = await Promise.all(
    ['etat', 'region', 'pole-emploi'].map(async (editeur) => ({
      editeur,
      jeton: await registre.jeton(editeur, 'module'),
    })),
  );
  const acquis: { editeur: string; essai: number; numero: number; revision: number }[] = [];
  const envoyes = new Map<string, number>();

  async function publierSansFin(
    appeler: UnRegistre['appeler'],
    editeur: string,
    jeton: string,
  ): Promise<void> {
    for (let essai = (envoyes.get(editeur) ?? 0) + 1; ; essai += 1) {
      envoyes.set(editeur, essai);
      const demande = { canal: 'production', fichiers: unLot(editeur, essai) };
      const { status, corps } = await appeler(jeton, 'POST', '/v1/modules', demande);
      if (status !== 200) throw new Error(JSON.stringify(corps));
      acquis.push({ editeur, essai, numero: corps.numero, revision: corps.revision });
    }
  }

  for (let mort = 1; mort <= 3; mort += 1) {
    const { processus, origin } = await startProcess(registre);
    const cible = acquis.length + 15;
    const ecrivains = jetons.map(({ editeur, jeton }) =>
      publierSansFin(callsTo(origin), editeur, jeton).catch(() => undefined),
    );
    await jusquA(() => acquis.length >= cible, 'quinze publications de plus');
    const exited = once(processus, 'exit');
    processus.kill('SIGKILL');
    await exited;
    await Promise.all(ecrivains);
  }

  const { sql } = registre.database;
  interface Ligne {
    numero: number;
    editeur: string;
    ensemble: { modules: { partenaire: string; revision: number }[] };
  }
  const lignes = await sql<Ligne>(
    `SELECT numero, editeur, ensemble FROM publication WHERE canal = 'production' ORDER BY numero`,
  );
  expect(lignes.map(({ numero }) => numero)).toEqual(lignes.map((_, index) => index + 1));
  for (const { editeur, numero, revision } of acquis) {
    const ligne = lignes[numero - 1];
    const sien = ligne?.ensemble.modules.find((each) => each.partenaire === editeur);
    expect([numero, ligne?.editeur, sien?.revision]).toEqual([numero, editeur, revision]);
  }
  const journal = await sql<{ numero: number }>(
    `SELECT numero FROM journal WHERE evenement = 'PUBLICATION_MODULE' ORDER BY rang`,
  );
  expect(journal.map(({ numero }) => numero)).toEqual(lignes.map(({ numero }) => numero));

  // What was not acknowledged may be sent again: the same, or published now.
  for (const { editeur, jeton } of jetons) {
    const fichiers = unLot(editeur, envoyes.get(editeur) ?? 0);
    const demande = { canal: 'production', fichiers };
    const { status, corps } = await registre.appeler(jeton, 'POST', '/v1/modules', demande);
    expect([status, corps.publie || corps.inchange]).toEqual([200, true]);
  }
}, 180_000);

test('arrêté, le processus ferme ses flux et finit', async () => {
  const registre = await unRegistre();
  aFermer.push(() => registre.stop());
  const passerelle = await registre.jeton('commun', 'passerelle');
  const { processus, origin } = await startProcess(registre);
  const flux = await unFlux(origin, passerelle, { passerelle: 'a' });
  const exited = once(processus, 'exit');
  processus.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
  await jusquA(() => flux.isEnded(), 'la fin du flux');
});

/** The service as it is deployed: its own process, on this registry's database and secrets. */
async function startProcess(
  registre: UnRegistre,
): Promise<{ processus: ChildProcess; origin: string }> {
  const { config } = registre;
  const processus = spawn(
    process.execPath,
    [fileURLToPath(new URL('../dist/main.js', import.meta.url))],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        PASSERELLE_DOSSIER: registre.dossier,
        PORT_REGISTRE: '0',
        DATABASE_URL_REGISTRE: config.databaseUrl,
        REGISTRE_FICHIERS: `dossier:${registre.dossier}/fichiers`,
      },
    },
  );
  aFermer.push(async () => {
    if (processus.exitCode === null && processus.signalCode === null) processus.kill('SIGKILL');
  });
  const origin = `http://127.0.0.1:${await portOf(processus)}`;
  await jusquA(async () => (await fetch(`${origin}/sante/pret`)).status === 200, 'le démarrage');
  return { processus, origin };
}

/** The port is in its own log: nobody else can have taken it meanwhile. */
async function portOf(processus: ChildProcess): Promise<number> {
  let logged = '';
  for await (const chunk of processus.stdout ?? []) {
    logged += String(chunk);
    const port = /"port":(\d+),"msg":"listening"/.exec(logged)?.[1];
    if (port === undefined) continue;
    processus.stdout?.resume();
    return Number(port);
  }
  throw new Error(logged);
}
