import {
  DATE_DEMONSTRATION,
  type FormationDemonstration,
  formationsDemonstration,
  type Taille,
} from '@passerelle/demo-data';
import {
  isSiret,
  loadTerritoires,
  METIERS,
  RegionInconnue,
  SECTEURS,
  secteurOfRome,
} from '@passerelle/reference-data';
import { describe, expect, test } from 'vitest';

function sessionsOf(formations: readonly FormationDemonstration[]) {
  return formations.flatMap(({ sessions }) => sessions);
}

test.each<[Taille, number, number]>([
  ['petite', 150, 600],
  ['demonstration', 1000, 6000],
  ['region', 1500, 7000],
])('la taille « %s » compte %i formations et %i sessions', (taille, formations, sessions) => {
  const drawn = formationsDemonstration('32', taille);
  expect(drawn).toHaveLength(formations);
  expect(sessionsOf(drawn)).toHaveLength(sessions);
});

test('la même graine donne les mêmes octets, une autre graine d’autres formations', () => {
  const once = JSON.stringify(formationsDemonstration('32', 'petite', 'graine'));
  expect(JSON.stringify(formationsDemonstration('32', 'petite', 'graine'))).toBe(once);
  expect(JSON.stringify(formationsDemonstration('32', 'petite', 'autre graine'))).not.toBe(once);
});

describe('en Hauts-de-France', () => {
  const formations = formationsDemonstration('32', 'demonstration');
  const sessions = sessionsOf(formations);

  test('chaque formation a ses numéros, au moins une session, et se dit de démonstration', () => {
    expect(new Set(formations.map(({ numeroOffre }) => numeroOffre)).size).toBe(1000);
    expect(new Set(sessions.map(({ numeroSession }) => numeroSession)).size).toBe(6000);
    for (const formation of formations) {
      expect(formation.sessions.length).toBeGreaterThan(0);
      expect(formation.demonstration).toBe(true);
      expect(formation.sessions.every(({ demonstration }) => demonstration)).toBe(true);
    }
  });

  test('aucun organisme n’est réel : le nom le dit, le SIRET a une clé juste et un SIREN jamais attribué', () => {
    for (const { organisme, organismeSiret } of formations) {
      expect(organisme).toMatch(/^Organisme fictif n° \d{3} – /);
      expect(isSiret(organismeSiret)).toBe(true);
      expect(organismeSiret).toMatch(/^0000/);
    }
    const nomParSiret = new Map(formations.map((f) => [f.organismeSiret, f.organisme]));
    expect(new Set(nomParSiret.values()).size).toBe(nomParSiret.size);
  });

  test('les métiers existent et relèvent du secteur', () => {
    const codes = METIERS.map(({ codeRome }) => codeRome);
    for (const { metiers, secteur } of formations) {
      expect(metiers.length).toBeGreaterThan(0);
      expect(codes).toEqual(expect.arrayContaining([...metiers]));
      expect(metiers.map(secteurOfRome)).toEqual(metiers.map(() => secteur));
      expect(new Set(metiers).size).toBe(metiers.length);
    }
    expect(new Set(formations.map(({ secteur }) => secteur)).size).toBe(SECTEURS.length);
  });

  test('chaque arrondissement a des formations, dans des communes qui existent', () => {
    const { communes, arrondissements } = loadTerritoires('32');
    const arrondissementOf = new Map(
      communes.map(({ code, parents }) => [code, parents.arrondissement]),
    );
    const servis = new Set(formations.map(({ lieu }) => arrondissementOf.get(lieu.code)));
    expect(servis).toEqual(new Set(arrondissements.map(({ code }) => code)));
    expect(sessions.every(({ lieu }) => arrondissementOf.has(lieu.code))).toBe(true);
  });

  test('une session va d’un lundi à un vendredi, et n’offre plus de place une fois commencée', () => {
    for (const { debut, fin, places, placesRestantes } of sessions) {
      expect(new Date(debut).getUTCDay()).toBe(1);
      expect(new Date(fin).getUTCDay()).toBe(5);
      expect(fin > debut).toBe(true);
      expect(placesRestantes).toBeGreaterThanOrEqual(0);
      expect(placesRestantes).toBeLessThanOrEqual(places);
      expect(debut < DATE_DEMONSTRATION && placesRestantes > 0).toBe(false);
    }
    expect(sessions.some(({ debut }) => debut < DATE_DEMONSTRATION)).toBe(true);
    expect(sessions.some(({ placesRestantes }) => placesRestantes > 0)).toBe(true);
  });

  test('les sessions d’une formation se suivent', () => {
    for (const formation of formations) {
      const debuts = formation.sessions.map(({ debut }) => debut);
      expect(debuts).toEqual(debuts.toSorted());
    }
  });

  test('la plupart des formations certifient', () => {
    const part = formations.filter(({ certifiante }) => certifiante).length / formations.length;
    expect(part).toBeGreaterThan(0.8);
    expect(part).toBeLessThan(0.95);
  });
});

test.each(['04', '06', '52', '987'])('la région %s a aussi ses formations, chez elle', (region) => {
  const codes = new Set(loadTerritoires(region).communes.map(({ code }) => code));
  const formations = formationsDemonstration(region, 'petite');
  expect(formations).toHaveLength(150);
  expect(formations.every(({ lieu }) => codes.has(lieu.code))).toBe(true);
});

test('une région inconnue est refusée', () => {
  expect(() => formationsDemonstration('99', 'petite')).toThrow(RegionInconnue);
});
