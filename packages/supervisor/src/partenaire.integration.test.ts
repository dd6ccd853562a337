import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  BASES_AILLEURS,
  type Lieu,
  pidOf,
  processes,
  processOf,
  start,
  unLieu,
  watch,
} from '../test/started-platform.js';

const COMMAND = fileURLToPath(new URL('../dist/partenaire.js', import.meta.url));

async function partenaire(
  lieu: Lieu,
  ...args: string[]
): Promise<{ code: number | null; said: string }> {
  const command = watch(
    spawn(process.execPath, [COMMAND, ...args], {
      env: lieu.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  return { code: await command.ended, said: command.output().trim() };
}

test('arrête puis démarre le service d’un partenaire, sans toucher aux autres', async () => {
  const lieu = await unLieu();
  await start(lieu, BASES_AILLEURS);
  const others = processes(lieu).filter(({ nom }) => nom !== 'region');

  expect(await partenaire(lieu, 'arreter', 'region')).toEqual({
    code: 0,
    said: 'Région : arrêté.',
  });

  expect(processOf(lieu, 'region')).toMatchObject({ etat: 'arrete', pid: null, redemarrages: 0 });
  await expect(fetch(`http://127.0.0.1:${lieu.env.PORT_REGION}/`)).rejects.toThrow('fetch failed');

  expect(await partenaire(lieu, 'demarrer', 'region')).toEqual({
    code: 0,
    said: 'Région : en marche.',
  });

  expect(processOf(lieu, 'region').etat).toBe('pret');
  expect((await fetch(`http://127.0.0.1:${lieu.env.PORT_REGION}/`)).status).toBe(200);
  expect(processes(lieu).filter(({ nom }) => nom !== 'region')).toEqual(others);
});

test('arrête et démarre le registre comme un partenaire', async () => {
  const lieu = await unLieu();
  await start(lieu, BASES_AILLEURS);

  expect(await partenaire(lieu, 'arreter', 'registre')).toEqual({
    code: 0,
    said: 'Registre : arrêté.',
  });
  expect(processOf(lieu, 'registre')).toMatchObject({ etat: 'arrete', pid: null });
  expect(await partenaire(lieu, 'demarrer', 'registre')).toEqual({
    code: 0,
    said: 'Registre : en marche.',
  });
});

test('demander deux fois la même chose ne change rien', async () => {
  const lieu = await unLieu();
  await start(lieu, BASES_AILLEURS);
  const pid = pidOf(lieu, 'etat');

  expect((await partenaire(lieu, 'demarrer', 'etat')).code).toBe(0);
  expect(pidOf(lieu, 'etat')).toBe(pid);
  expect((await partenaire(lieu, 'arreter', 'etat')).code).toBe(0);
  expect((await partenaire(lieu, 'arreter', 'etat')).code).toBe(0);
});

test('une commande mal écrite rappelle l’usage', async () => {
  const lieu = await unLieu();

  for (const args of [[], ['arreter'], ['arreter', 'gateway'], ['tuer', 'region']]) {
    expect(await partenaire(lieu, ...args)).toEqual({
      code: 1,
      said: 'Usage : npm run partenaire -- arreter|demarrer etat|region|pole-emploi|registre',
    });
  }
});

test('sans plateforme en marche, le dit', async () => {
  const lieu = await unLieu();

  expect(await partenaire(lieu, 'arreter', 'region')).toEqual({
    code: 1,
    said: `Passerelle n'est pas en marche pour ${lieu.dossier}. Lancez d'abord npm start.`,
  });
});

test('un dossier au chemin très long est servi aussi', async () => {
  const lieu = await unLieu();
  const long = { ...lieu, dossier: `${lieu.dossier}/${'long-'.repeat(30)}` };
  const env = { ...lieu.env, PASSERELLE_DOSSIER: long.dossier };
  await start({ ...long, env }, BASES_AILLEURS);

  expect(await partenaire({ ...long, env }, 'arreter', 'region')).toMatchObject({ code: 0 });
});
