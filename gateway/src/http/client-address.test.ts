import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createClientAddress } from './client-address.js';

function uneRequete(distante: string, transmise?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: distante });
  const req = new IncomingMessage(socket);
  if (transmise !== undefined) req.headers['x-forwarded-for'] = transmise;
  return req;
}

describe('adresse du client', () => {
  it('ne croit pas un en-tête qui ne vient pas d’un mandataire de confiance', () => {
    const adresse = createClientAddress([]);
    expect(adresse(uneRequete('203.0.113.7', '10.0.0.1'))).toBe('203.0.113.7');
  });

  it('remonte les mandataires de confiance par la droite et s’arrête au premier inconnu', () => {
    const adresse = createClientAddress(['10.0.0.0/8']);
    const req = uneRequete('10.0.0.2', '198.51.100.1, 203.0.113.7, 10.0.0.9');
    expect(adresse(req)).toBe('203.0.113.7');
  });

  it('regroupe les adresses IPv6 d’un même abonné', () => {
    const adresse = createClientAddress([]);
    expect(adresse(uneRequete('2001:db8:1:2:3::4'))).toBe(adresse(uneRequete('2001:db8:1:2::9')));
  });

  it('lit une adresse IPv4 écrite en IPv6', () => {
    expect(createClientAddress([])(uneRequete('::ffff:192.0.2.1'))).toBe('192.0.2.1');
  });

  it('refuse une configuration illisible en la nommant', () => {
    expect(() => createClientAddress(['pas-une-adresse'])).toThrow('pas-une-adresse');
  });
});
