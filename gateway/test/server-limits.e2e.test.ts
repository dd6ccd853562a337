import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeServer, createHttpServer, listen } from '../src/http/server.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { jusqua, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

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

  it('ferme la connexion de qui ne lit pas sa réponse, sans couper un flux silencieux', async () => {
    let fermee = false;
    let signes = 0;
    const server = createHttpServer(
      async (req, res) => {
        if (req.url === '/flux') {
          res.writeHead(200, { 'content-type': 'text/event-stream' });
          while (signes < 6 && !res.destroyed) {
            res.write(':\n\n');
            signes += 1;
            await delay(100);
          }
          res.end('fin');
          return;
        }
        res.once('close', () => {
          fermee = true;
        });
        res.end(Buffer.alloc(64 * 1024 * 1024));
      },
      () => undefined,
      { inactiviteMs: 300 },
    );
    const { port } = await listen(server, 0, '127.0.0.1');
    const sourd = connect(port, '127.0.0.1', () =>
      sourd.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
    );
    sourd.on('error', () => undefined);
    sourd.pause();
    try {
      await jusqua(() => fermee);
      const flux = await fetch(`http://127.0.0.1:${port}/flux`);
      expect(await flux.text()).toMatch(/fin$/);
      expect(signes).toBe(6);
    } finally {
      sourd.destroy();
      await closeServer(server, 0);
    }
  });

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
