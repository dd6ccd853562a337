import { empreinteOf } from '@passerelle/publication';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileStore } from './file-store.js';

export interface StoreUnderTest {
  readonly store: FileStore;
  /** Another replica over the same place. */
  readonly other: FileStore;
  /** Fingerprints told as altered, in order, by both. */
  readonly altered: readonly string[];
  /** Writes under this fingerprint without passing by the store, as a clumsy administrator would. */
  damage(empreinte: string, bytes: Uint8Array): Promise<void>;
  release(): Promise<void>;
}

const bytesOf = (texte: string): Uint8Array => new TextEncoder().encode(texte);

/** What every place must do alike. */
export function describeFileStore(start: () => Promise<StoreUnderTest>): void {
  let place: StoreUnderTest;
  beforeAll(async () => {
    place = await start();
  });
  afterAll(() => place?.release());

  test('rend ce qui a été déposé, et l’autre réplica aussi', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256);
    const empreinte = empreinteOf(bytes);
    expect(await place.store.has(empreinte)).toBe(false);
    expect(await place.store.get(empreinte)).toBeNull();
    await place.store.put(empreinte, bytes);
    for (const store of [place.store, place.other]) {
      expect(await store.has(empreinte)).toBe(true);
      const kept = await store.get(empreinte);
      expect(kept !== null && Buffer.compare(kept, bytes)).toBe(0);
    }
  });

  test('garde un fichier vide, et un morceau d’une mémoire plus grande', async () => {
    const empty = new Uint8Array();
    await place.store.put(empreinteOf(empty), empty);
    expect((await place.store.get(empreinteOf(empty)))?.byteLength).toBe(0);
    const part = bytesOf('avant-le morceau-après').subarray(6, 16);
    await place.store.put(empreinteOf(part), part);
    expect(Buffer.from((await place.store.get(empreinteOf(part))) ?? []).toString()).toBe(
      'le morceau',
    );
  });

  test('refuse un contenu qui n’est pas celui de l’empreinte, et n’en garde rien', async () => {
    const empreinte = empreinteOf('attendu');
    await expect(place.store.put(empreinte, bytesOf('autre'))).rejects.toMatchObject({
      code: 'DEMANDE_INVALIDE',
    });
    expect(await place.store.has(empreinte)).toBe(false);
  });

  test.each([
    '',
    'sha256:',
    'sha256:../../etc/passwd',
    `sha256:${'a'.repeat(63)}/`,
    `sha256:${'A'.repeat(64)}`,
    `sha256:${'a'.repeat(64)}/../../secret`,
    `sha256:${'a'.repeat(64)}\n`,
    `sha512:${'a'.repeat(64)}`,
  ])('« %s » n’est pas une empreinte : rien n’est cherché', async (empreinte) => {
    const refused = { code: 'DEMANDE_INVALIDE' };
    await expect(place.store.get(empreinte)).rejects.toMatchObject(refused);
    await expect(place.store.has(empreinte)).rejects.toMatchObject(refused);
    await expect(place.store.put(empreinte, bytesOf('x'))).rejects.toMatchObject(refused);
  });

  test('ne donne jamais un fichier altéré, le dit une fois, et le remet d’aplomb quand on le redépose', async () => {
    const bytes = bytesOf('export const a = 1;');
    const empreinte = empreinteOf(bytes);
    await place.store.put(empreinte, bytes);
    await place.damage(empreinte, bytesOf('export const a = 2;'));
    const before = place.altered.length;
    for (let essai = 0; essai < 3; essai += 1) {
      await expect(place.store.get(empreinte)).rejects.toMatchObject({ code: 'FICHIER_ALTERE' });
    }
    expect(place.altered.slice(before)).toEqual([empreinte]);

    await place.store.put(empreinte, bytes);
    expect(Buffer.from((await place.other.get(empreinte)) ?? []).toString()).toBe(
      'export const a = 1;',
    );
    await place.damage(empreinte, new Uint8Array());
    await expect(place.store.get(empreinte)).rejects.toMatchObject({ code: 'FICHIER_ALTERE' });
    expect(place.altered.slice(before)).toEqual([empreinte, empreinte]);
  });
}

/** For a place where what is written is there at once or not at all: a test server may do less. */
export function describeConcurrentPuts(start: () => Promise<StoreUnderTest>): void {
  test('un même fichier déposé cent fois à la fois par deux réplicas est gardé une fois, entier', async () => {
    const bytes = bytesOf('déposé par tous'.repeat(1000));
    const empreinte = empreinteOf(bytes);
    const place = await start();
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 === 0 ? place.store : place.other).put(empreinte, bytes),
      ),
    );
    expect(Buffer.compare((await place.store.get(empreinte)) ?? new Uint8Array(), bytes)).toBe(0);
    await place.release();
  });
}
