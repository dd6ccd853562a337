import { expect, test } from 'vitest';
import { calendrierDe, type SeanceDeCalendrier } from './calendrier.js';

const uneSeance = (autres: Partial<SeanceDeCalendrier> = {}): SeanceDeCalendrier => ({
  id: 'spel-596:2023-12-18',
  jour: '2023-12-18',
  debut: '2023-12-18T08:30:00Z',
  fin: '2023-12-18T10:30:00Z',
  lieu: 'Sous-préfecture de Valenciennes',
  objet: 'Suivi des recrutements',
  statut: 'PREVUE',
  instance: { nomLe: 'SPEL de Valenciennes' },
  ...autres,
});

/** Lines longer than 75 octets are folded: a reader puts them together again. */
const deplier = (texte: string): string[] => texte.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

test('une séance entre dans un agenda à son heure, avec son lieu et le lien du dossier', () => {
  const lignes = deplier(calendrierDe([uneSeance()], 'https://portail.example'));
  expect(lignes).toContain('DTSTART:20231218T083000Z');
  expect(lignes).toContain('DTEND:20231218T103000Z');
  expect(lignes).toContain('LOCATION:Sous-préfecture de Valenciennes');
  expect(lignes).toContain('UID:spel-596-2023-12-18@passerelle');
  expect(lignes.join('\n')).toContain(
    'https://portail.example/seances/spel-596:2023-12-18/dossier',
  );
});

test('sans heure, elle occupe sa journée ; annulée, elle le dit', () => {
  const texte = calendrierDe(
    [uneSeance({ debut: null, fin: null, statut: 'ANNULEE' })],
    'https://portail.example',
  );
  expect(deplier(texte)).toContain('DTSTART;VALUE=DATE:20231218');
  expect(deplier(texte)).toContain('STATUS:CANCELLED');
});

test('toutes les séances demandées y sont, et une seule fois', () => {
  const texte = calendrierDe(
    [uneSeance(), uneSeance({ id: 'spel-596:2024-01-15', jour: '2024-01-15' })],
    'https://portail.example',
  );
  expect(texte.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(texte.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
});
