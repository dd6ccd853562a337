import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXECUTION_ERROR_CODES } from '@passerelle/executor';
import { describe, expect, it } from 'vitest';
import { ERREURS, GatewayError, publishError } from './errors.js';

describe('codes d’erreur', () => {
  it('la liste du README est celle du code', async () => {
    const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8');
    const liste = /<!-- codes -->(.*)<!-- \/codes -->/s.exec(readme)?.[1] ?? '';
    const lignes = [...liste.matchAll(/^\|\s*`([A-Z_]+)`\s*\|\s*(\d+)\s*\|\s*(.+?)\s*\|$/gm)].map(
      ([, code, statut, message]) => ({ code, statut: Number(statut), message }),
    );
    const attendues = Object.entries(ERREURS).map(([code, { statut, message }]) => ({
      code,
      statut,
      message,
    }));
    expect(lignes).toEqual(attendues);
  });

  it('ceux que l’exécuteur écrit y sont tous', () => {
    expect(Object.keys(ERREURS)).toEqual(expect.arrayContaining([...EXECUTION_ERROR_CODES]));
  });

  it('un défaut ne montre que sa référence', () => {
    const publiee = publishError(new Error('mot de passe : azerty'), 'abc123');
    expect(publiee.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', reference: 'abc123' });
    expect(JSON.stringify(publiee)).not.toContain('azerty');
  });

  it('un refus garde son code, son chemin et son partenaire', () => {
    const refus = new GatewayError('ACCES_REFUSE', { path: ['x'], partenaire: 'etat' });
    expect(publishError(refus, 'abc123')).toMatchObject({
      path: ['x'],
      extensions: { code: 'ACCES_REFUSE', partenaire: 'etat', reference: 'abc123' },
    });
  });
});
