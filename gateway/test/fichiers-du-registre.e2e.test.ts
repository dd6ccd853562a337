import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { empreinteOf, LIMITES_DE_LOT } from '@passerelle/publication';
import { Agent } from 'undici';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  createFileSource,
  type FileSource,
  FileUnavailable,
} from '../src/registre/portal-source.js';
import { type RegistreDeTest, unRegistre } from './support/un-registre.js';

let registre: RegistreDeTest;
let dossier: string;
let dispatcher: Agent;
let source: FileSource;

beforeEach(async () => {
  registre = await unRegistre();
  dossier = await mkdtemp(join(tmpdir(), 'passerelle-'));
  dispatcher = new Agent();
  const { adresse, jeton } = registre;
  source = createFileSource({ adresse, jeton, dispatcher }, dossier);
});

afterEach(async () => {
  await dispatcher.destroy();
  await registre.arreter();
  await rm(dossier, { recursive: true });
});

const texte = async (empreinte: string): Promise<string> =>
  Buffer.from(await source.get(empreinte)).toString();
const demandes = (): number => registre.demandes.length;

it('un fichier n’est demandé qu’une fois, puis vient du disque sans le registre', async () => {
  const empreinte = registre.ranger('export const a = 1;');
  expect(await Promise.all([texte(empreinte), texte(empreinte)])).toEqual([
    'export const a = 1;',
    'export const a = 1;',
  ]);
  expect(demandes()).toBe(1);
  await registre.arreter();
  expect(await texte(empreinte)).toBe('export const a = 1;');
});

it('une copie altérée sur le disque est redemandée et remplacée', async () => {
  const empreinte = registre.ranger('export const a = 1;');
  await texte(empreinte);
  const [copie = ''] = await readdir(dossier);
  await writeFile(join(dossier, copie), 'export const a = 2;');
  expect(await texte(empreinte)).toBe('export const a = 1;');
  expect(demandes()).toBe(2);
  expect(await readFile(join(dossier, copie), 'utf8')).toBe('export const a = 1;');
});

it('des octets qui n’ont pas l’empreinte demandée ne sont ni donnés ni gardés', async () => {
  const empreinte = empreinteOf('voulu');
  registre.ranger('autre', empreinte);
  await expect(source.get(empreinte)).rejects.toThrow(FileUnavailable);
  const enorme = 'x'.repeat(LIMITES_DE_LOT.octetsParFichier + 1);
  await expect(source.get(registre.ranger(enorme))).rejects.toThrow(FileUnavailable);
  await expect(source.get(empreinteOf('inconnu'))).rejects.toThrow(FileUnavailable);
  expect(await readdir(dossier)).toEqual([]);
});
