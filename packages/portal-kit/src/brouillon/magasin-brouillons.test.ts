import { expect, test } from 'vitest';
import { creerMagasinBrouillons, type Stockage } from './magasin-brouillons.js';

function stockageEnMemoire(): Stockage & { contenu: Map<string, string> } {
  const contenu = new Map<string, string>();
  return {
    contenu,
    getItem: (cle) => contenu.get(cle) ?? null,
    setItem: (cle, valeur) => void contenu.set(cle, valeur),
    removeItem: (cle) => void contenu.delete(cle),
  };
}

const midi = (): Date => new Date('2023-12-15T12:00:00Z');

test('ce qui est gardé se relit avec sa date, jusqu’à ce que le serveur l’ait reçu', () => {
  const magasin = creerMagasinBrouillons(stockageEnMemoire(), 'agent-1', midi);
  expect(magasin.garder('E07', { texte: 'a' })).toBe(true);
  expect(magasin.lire('E07')).toEqual({ valeur: { texte: 'a' }, enregistreLe: midi() });
  magasin.oublier('E07');
  expect(magasin.lire('E07')).toBeNull();
});

test('un agent ne relit jamais ce qu’un autre a saisi sur le même poste', () => {
  const stockage = stockageEnMemoire();
  creerMagasinBrouillons(stockage, 'agent-1', midi).garder('E07', 'texte');
  expect(creerMagasinBrouillons(stockage, 'agent-2', midi).lire('E07')).toBeNull();
});

test('un stockage plein ou interdit n’interrompt pas la saisie et le dit', () => {
  const refuser = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const magasin = creerMagasinBrouillons(
    { getItem: refuser, setItem: refuser, removeItem: refuser },
    'agent-1',
    midi,
  );
  expect(magasin.garder('E07', 'texte')).toBe(false);
  expect(magasin.lire('E07')).toBeNull();
  expect(() => magasin.oublier('E07')).not.toThrow();
});

test('un contenu abîmé est ignoré', () => {
  const stockage = stockageEnMemoire();
  const magasin = creerMagasinBrouillons(stockage, 'agent-1', midi);
  magasin.garder('E07', 'texte');
  for (const cle of stockage.contenu.keys()) stockage.contenu.set(cle, '{"valeur":');
  expect(magasin.lire('E07')).toBeNull();
});
