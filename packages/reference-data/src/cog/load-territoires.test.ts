import {
  listRegions,
  loadTerritoires,
  RegionInconnue,
  type Territoire,
} from '@passerelle/reference-data';
import { describe, expect, test } from 'vitest';

function sumPopulation(territoires: readonly Territoire[]): number {
  return territoires.reduce((sum, { population }) => sum + (population ?? 0), 0);
}

function counts(region: string) {
  const { departements, arrondissements, epci, communes } = loadTerritoires(region);
  return {
    departements: departements.length,
    arrondissements: arrondissements.length,
    epci: epci.length,
    interregionaux: epci.filter(({ interregional }) => interregional).length,
    communes: communes.length,
  };
}

describe('Hauts-de-France (32)', () => {
  const hdf = loadTerritoires('32');

  test('compte 5 départements, 26 arrondissements, 92 EPCI dont deux interrégionaux, 3 782 communes', () => {
    expect(counts('32')).toEqual({
      departements: 5,
      arrondissements: 26,
      epci: 92,
      interregionaux: 2,
      communes: 3782,
    });
    expect(hdf.region).toMatchObject({ code: '32', maille: 'REGION', nom: 'Hauts-de-France' });
  });

  test('compte 5 992 194 habitants, et chaque maille qui s’emboîte donne le même total', () => {
    expect(hdf.region.population).toBe(5_992_194);
    expect(sumPopulation(hdf.communes)).toBe(5_992_194);
    expect(sumPopulation(hdf.arrondissements)).toBe(5_992_194);
    expect(sumPopulation(hdf.departements)).toBe(5_992_194);
  });

  test('donne à chaque département ses communes et ses habitants', () => {
    expect(
      hdf.departements.map(({ code, nom, nombreCommunes, population }) => [
        code,
        nom,
        nombreCommunes,
        population,
      ]),
    ).toEqual([
      ['02', 'Aisne', 797, 523_342],
      ['59', 'Nord', 647, 2_615_635],
      ['60', 'Oise', 680, 829_899],
      ['62', 'Pas-de-Calais', 887, 1_457_905],
      ['80', 'Somme', 771, 565_413],
    ]);
  });

  test('place les 26 arrondissements, et eux seuls', () => {
    expect(hdf.arrondissements.map(({ code }) => code).join(' ')).toBe(
      '021 022 023 024 025 591 592 593 594 595 596 601 602 603 604 621 622 623 624 625 626 627 801 802 803 804',
    );
    for (const { centre } of hdf.arrondissements) {
      expect(centre?.longitude).toBeGreaterThan(1.3);
      expect(centre?.longitude).toBeLessThan(4.3);
      expect(centre?.latitude).toBeGreaterThan(48.8);
      expect(centre?.latitude).toBeLessThan(51.1);
    }
    expect(hdf.communes.every(({ centre }) => centre === null)).toBe(true);
  });

  test('un EPCI interrégional compte tous ses membres, la région n’en contient qu’une partie', () => {
    expect(
      hdf.epci
        .filter(({ interregional }) => interregional)
        .map(({ nom, nombreCommunes, nombreCommunesRegion }) => [
          nom,
          nombreCommunes,
          nombreCommunesRegion,
        ]),
    ).toEqual([
      ['CC Interrégionale Aumale - Blangy-sur-Bresle', 44, 10],
      ['CC des Villes Soeurs', 28, 13],
    ]);
    const others = hdf.epci.filter(({ interregional }) => !interregional);
    expect(others.every((e) => e.nombreCommunes === e.nombreCommunesRegion)).toBe(true);
  });

  test('rattache Valenciennes à son arrondissement, son EPCI, son département et sa région', () => {
    const valenciennes = hdf.communes.find(({ nom }) => nom === 'Valenciennes');
    expect(valenciennes).toMatchObject({
      code: '59606',
      maille: 'COMMUNE',
      nombreCommunes: 1,
      parents: { region: '32', departement: '59', arrondissement: '596', epci: '245901160' },
    });
    expect(hdf.epci.find(({ code }) => code === '245901160')?.nom).toBe(
      'CA Valenciennes Métropole',
    );
  });

  test('chaque commune a un parent connu à chaque maille', () => {
    const known = (territoires: readonly Territoire[]) =>
      new Set<string | null>(territoires.map(({ code }) => code));
    const departements = known(hdf.departements);
    const arrondissements = known(hdf.arrondissements);
    const epci = known(hdf.epci);
    const orphans = hdf.communes.filter(
      ({ parents }) =>
        !departements.has(parents.departement) ||
        !arrondissements.has(parents.arrondissement) ||
        !epci.has(parents.epci),
    );
    expect(orphans).toEqual([]);
  });
});

describe('les autres régions', () => {
  test.each([
    ['52', { departements: 5, arrondissements: 16, epci: 71, interregionaux: 4, communes: 1228 }],
    ['84', { departements: 12, arrondissements: 39, epci: 172, interregionaux: 9, communes: 4025 }],
    ['04', { departements: 1, arrondissements: 4, epci: 5, interregionaux: 0, communes: 24 }],
  ])('la région %s se lit par son seul code', (region, expected) => {
    expect(counts(region)).toEqual(expected);
  });

  test('Mayotte, sans arrondissement, garde ses communes', () => {
    expect(counts('06')).toMatchObject({ arrondissements: 0, communes: 17 });
    expect(loadTerritoires('06').communes[0]?.parents).toMatchObject({
      departement: '976',
      arrondissement: null,
    });
  });

  test('une population inconnue reste inconnue, elle ne devient pas zéro', () => {
    expect(loadTerritoires('984').region.population).toBeNull();
  });

  test('aucun code ni nom ne manque, dans aucune région', () => {
    for (const { code } of listRegions()) {
      const { region, departements, arrondissements, epci, communes } = loadTerritoires(code);
      const all = [region, ...departements, ...arrondissements, ...epci, ...communes];
      expect(all.filter((one) => one.code === '' || one.nom === '')).toEqual([]);
      expect(new Set(all.map((one) => `${one.maille} ${one.code}`)).size).toBe(all.length);
    }
  });

  test('un code inconnu est refusé, avec les codes admis', () => {
    expect(() => loadTerritoires('59')).toThrow(RegionInconnue);
    expect(() => loadTerritoires('../32')).toThrow(/n'existe pas.*32, 44, 52/);
  });

  test('la liste des régions est triée et contient la métropole et l’outre-mer', () => {
    const codes = listRegions().map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    expect(codes).toEqual(expect.arrayContaining(['01', '04', '06', '11', '32', '52', '84', '94']));
  });
});
