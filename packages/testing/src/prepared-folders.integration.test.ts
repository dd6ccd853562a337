import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Place, takePlace } from './prepared-folders.js';

let temporaire: string;
const taken: Place[] = [];

beforeEach(() => {
  temporaire = mkdtempSync(join(tmpdir(), 'essai-'));
});
afterEach(async () => {
  for (let place = taken.pop(); place; place = taken.pop()) await place.release();
  rmSync(temporaire, { recursive: true });
});

async function take(taille = 'petite'): Promise<Place> {
  const place = await takePlace(join(temporaire, 'modeles'), taille);
  if (place === null) throw new Error('no place');
  taken.push(place);
  return place;
}

function makeDossier(nom: string): string {
  const dossier = join(temporaire, nom);
  mkdirSync(join(dossier, 'data'), { recursive: true });
  return dossier;
}

test('rend ce qui a été gardé, à ses ports, autant de fois qu’on le demande', async () => {
  const first = await take();
  expect(first.isPrepared()).toBe(false);
  const dossier = makeDossier('premier');
  writeFileSync(join(dossier, 'data', 'faits'), 'gardés');
  await first.keep(dossier);
  writeFileSync(join(dossier, 'data', 'faits'), 'changés depuis');
  await first.release();

  for (const nom of ['deuxième', 'troisième']) {
    const place = await take();
    expect(place.isPrepared()).toBe(true);
    expect(place.ports).toEqual(first.ports);
    const copie = makeDossier(nom);
    await place.copyTo(copie);
    expect(readFileSync(join(copie, 'data', 'faits'), 'utf8')).toBe('gardés');
    writeFileSync(join(copie, 'data', 'faits'), 'changés depuis');
    await place.release();
  }
});

test('donne à deux plateformes qui tournent ensemble deux places sans port commun', async () => {
  const places = [await take(), await take()];
  const ports = places.flatMap((place) => Object.values(place.ports));
  expect(new Set(ports).size).toBe(16);
});

test('laisse une place dont un port est occupé', async () => {
  const first = await take();
  await first.keep(makeDossier('premier'));
  await first.release();
  const intruder = createServer();
  const port = Number(first.ports.PORT_REGION);
  await new Promise<void>((resolve) => intruder.listen(port, '127.0.0.1', resolve));
  try {
    const other = await take();
    expect(other.isPrepared()).toBe(false);
    expect(Object.values(other.ports)).not.toContain(first.ports.PORT_REGION);
  } finally {
    await new Promise((resolve) => intruder.close(resolve));
  }
});

test('ne mêle pas deux tailles', async () => {
  const petite = await take();
  await petite.keep(makeDossier('petite'));
  await petite.release();
  expect((await take('region')).isPrepared()).toBe(false);
});

test('ne garde pas des données qui sont ailleurs que dans le dossier', async () => {
  const place = await take();
  const dossier = makeDossier('ailleurs');
  writeFileSync(join(dossier, 'data', 'postgres.emplacement'), '/var/lib/passerelle/x\n');
  await place.keep(dossier);
  expect(place.isPrepared()).toBe(false);
  expect(existsSync(join(temporaire, 'modeles'))).toBe(false);
});
