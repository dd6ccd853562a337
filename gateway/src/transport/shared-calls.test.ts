import { describe, expect, it } from 'vitest';
import { createSharedCalls } from './shared-calls.js';

function unTravail() {
  const departs: AbortSignal[] = [];
  const fins: ((valeur: string) => void)[] = [];
  const start = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      departs.push(signal);
      fins.push(resolve);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  return { departs, fins, start };
}

describe('appels partagés', () => {
  it('ne part qu’une fois pour deux demandes égales', async () => {
    const { departs, fins, start } = unTravail();
    const calls = createSharedCalls<string>();
    const signal = new AbortController().signal;
    const deux = [calls.join('a', signal, start), calls.join('a', signal, start)];
    expect(departs).toHaveLength(1);
    fins[0]?.('réponse');
    expect(await Promise.all(deux)).toEqual(['réponse', 'réponse']);
  });

  it('repart une fois la réponse donnée : rien n’est gardé', async () => {
    const { departs, fins, start } = unTravail();
    const calls = createSharedCalls<string>();
    const signal = new AbortController().signal;
    const premier = calls.join('a', signal, start);
    fins[0]?.('un');
    await premier;
    void calls.join('a', signal, start);
    expect(departs).toHaveLength(2);
  });

  it('ne mêle pas deux clés', () => {
    const { departs, start } = unTravail();
    const calls = createSharedCalls<string>();
    const signal = new AbortController().signal;
    void calls.join('agent-1 a', signal, start);
    void calls.join('agent-2 a', signal, start);
    expect(departs).toHaveLength(2);
  });

  it('continue pour les autres quand un demandeur s’en va, et s’arrête avec le dernier', async () => {
    const { departs, start } = unTravail();
    const calls = createSharedCalls<string>();
    const un = new AbortController();
    const deux = new AbortController();
    const premier = calls.join('a', un.signal, start);
    const second = calls.join('a', deux.signal, start);
    un.abort(new Error('parti'));
    await expect(premier).rejects.toThrow('parti');
    expect(departs[0]?.aborted).toBe(false);
    deux.abort(new Error('parti aussi'));
    await expect(second).rejects.toThrow('parti aussi');
    expect(departs[0]?.aborted).toBe(true);
  });

  it('ne rend pas à un nouveau venu un appel que tous ont quitté', async () => {
    const { departs, start } = unTravail();
    const calls = createSharedCalls<string>();
    const un = new AbortController();
    const premier = calls.join('a', un.signal, start);
    un.abort(new Error('parti'));
    await expect(premier).rejects.toThrow('parti');
    void calls.join('a', new AbortController().signal, start);
    expect(departs).toHaveLength(2);
  });
});
