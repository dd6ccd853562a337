import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
// Built: the program that it loads before each child is beside it.
import { ManagedProcess } from '../dist/managed-process.js';
import { freePorts } from './free-ports.js';

const FAKE_SERVICE = fileURLToPath(new URL('../test/fake-service.ts', import.meta.url));

async function unService(comportement: string): Promise<ManagedProcess> {
  const logs = mkdtempSync(join(tmpdir(), 'passerelle-service-'));
  const { PORT } = await freePorts();
  const service = new ManagedProcess(
    {
      nom: 'region',
      libelle: 'Le service Région',
      script: FAKE_SERVICE,
      port: Number(PORT),
      sante: `http://127.0.0.1:${PORT}/sante/pret`,
      env: { ...process.env, FAUX_PORT: PORT, FAUX_COMPORTEMENT: comportement },
    },
    logs,
    { onChange: () => {}, onMessage: () => {} },
  );
  onTestFinished(async () => {
    await service.stop(0);
    rmSync(logs, { recursive: true, force: true });
  });
  return service;
}

/** Processes of this service that live, known to it or not. */
function fakesOf({ definition }: ManagedProcess): () => string[] {
  const mark = `FAUX_PORT=${definition.port}`;
  return () =>
    readdirSync('/proc').filter((name) => {
      try {
        return /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, 'utf8').includes(mark);
      } catch {
        return false;
      }
    });
}

test('un démarrage demandé pendant l’arrêt attend que l’ancien ait rendu son port', async () => {
  const service = await unService('sourd');
  await service.start();
  const { pid } = service.snapshot();

  const stopped = service.stop(300);
  await service.start();

  await stopped;
  // The end that was asked for is not a fall: repaired too, it would leave a second process.
  expect(service.snapshot()).toMatchObject({ etat: 'pret', redemarrages: 0 });
  expect(service.snapshot().pid).not.toBe(pid);
  await expect.poll(fakesOf(service)).toHaveLength(1);
  await service.stop(0);
  expect(fakesOf(service)()).toEqual([]);
});

test('un arrêt demandé pendant cette attente l’emporte', async () => {
  const service = await unService('sourd');
  await service.start();

  void service.stop(300);
  const started = service.start();
  await service.stop(300);
  await started;

  expect(service.snapshot()).toMatchObject({ etat: 'arrete', pid: null });
});

test('un service lance et termine des fils d’exécution sans perdre ce qui le relie à nous', async () => {
  const service = await unService('ouvriers');

  await service.start();

  expect(service.snapshot().etat).toBe('pret');
});
