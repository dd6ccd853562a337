import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

let etat: SousGrapheDeTest;
let passerelle: PasserelleDeTest;

beforeAll(async () => {
  etat = await unSousGraphe('etat');
  passerelle = await unePasserelle([etat]);
});

afterAll(async () => {
  await passerelle.arreter();
  await etat.arreter();
});

/** Sends raw bytes and gives all that comes back until the gateway closes. */
function brut(texte: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(passerelle.adresse);
    const socket = connect(Number(port), hostname, () => socket.write(texte));
    let recu = '';
    socket.on('data', (chunk) => {
      recu += String(chunk);
    });
    socket.on('close', () => resolve(recu));
    socket.on('error', reject);
  });
}

describe('connexions hostiles', () => {
  it('ferme une requête dont les en-têtes n’arrivent jamais', async () => {
    expect(await brut('POST /graphql HTTP/1.1\r\nHost: x\r\nX-Lent: ')).toContain('408');
  }, 15_000);

  it('ferme un corps envoyé au compte-gouttes, et répond aux autres pendant ce temps', async () => {
    const lente = brut(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"q',
    );
    expect((await passerelle.demander('{ engagements { code } }')).statut).toBe(200);
    expect(await lente).toMatch(/401|408/);
  }, 20_000);

  it('refuse une requête à deux longueurs', async () => {
    expect(
      await brut(
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
    ).toContain('400 Bad Request');
  });

  it('refuse des en-têtes démesurés', async () => {
    expect(
      await brut(`GET / HTTP/1.1\r\nHost: x\r\nX-Gros: ${'x'.repeat(20_000)}\r\n\r\n`),
    ).toContain('431');
  });
});
