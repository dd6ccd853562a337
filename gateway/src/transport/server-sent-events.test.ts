import { describe, expect, it } from 'vitest';
import { readServerSentEvents, type ServerSentEvent } from './server-sent-events.js';

async function lire(morceaux: string[], maxOctets = 1_000): Promise<ServerSentEvent[]> {
  async function* source() {
    for (const morceau of morceaux) yield Buffer.from(morceau);
  }
  const lus: ServerSentEvent[] = [];
  for await (const event of readServerSentEvents(source(), maxOctets)) lus.push(event);
  return lus;
}

describe('lecture d’un flux d’événements', () => {
  it('lit des événements coupés n’importe où, fins de ligne comprises', async () => {
    const texte = ':\n\nevent: next\ndata: {"a":1}\n\nevent: complete\ndata:\n\n';
    expect(await lire(texte.split(''))).toEqual([
      { event: 'next', data: '{"a":1}' },
      { event: 'complete', data: '' },
    ]);
    expect(await lire([texte.replaceAll('\n', '\r\n')])).toEqual(await lire([texte]));
  });

  it('lit un événement complete sans données', async () => {
    expect(await lire(['event: complete\n\n'])).toEqual([{ event: 'complete', data: '' }]);
  });

  it('garde les caractères coupés entre deux morceaux', async () => {
    const octets = Buffer.from('data: État\n\n');
    async function* source() {
      yield octets.subarray(0, 7);
      yield octets.subarray(7);
    }
    const lus: ServerSentEvent[] = [];
    for await (const event of readServerSentEvents(source(), 100)) lus.push(event);
    expect(lus).toEqual([{ event: 'message', data: 'État' }]);
  });

  it('refuse un événement sans fin', async () => {
    await expect(lire([`data: ${'x'.repeat(50)}`, 'x'.repeat(80)], 100)).rejects.toThrow(
      RangeError,
    );
    await expect(lire(Array(20).fill(`data: ${'x'.repeat(30)}\n`), 100)).rejects.toThrow(
      RangeError,
    );
  });
});
