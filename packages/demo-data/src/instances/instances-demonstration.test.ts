import { instancesDemonstration } from '@passerelle/demo-data';
import { loadTerritoires } from '@passerelle/reference-data';
import { expect, test } from 'vitest';

test('un SPER et vingt-six SPEL, un par arrondissement', () => {
  const instances = instancesDemonstration('32');
  expect(
    instances.filter(({ type }) => type === 'SPER').map(({ territoire }) => territoire),
  ).toEqual([{ code: '32', maille: 'REGION' }]);
  expect(
    instances.filter(({ type }) => type === 'SPEL').map(({ territoire }) => territoire),
  ).toEqual(
    loadTerritoires('32').arrondissements.map(({ code }) => ({ code, maille: 'ARRONDISSEMENT' })),
  );
  expect(new Set(instances.map(({ id }) => id)).size).toBe(27);
});

test('le SPER a trois copilotes, dont le recteur, qui n’est pas signataire du protocole', () => {
  const [sper] = instancesDemonstration('32');
  expect(sper?.copilotes.map(({ fonction }) => fonction)).toEqual([
    'Préfet de région',
    'Président du conseil régional',
    'Recteur de région académique',
  ]);
});

test('un SPEL est conduit par l’État et la Région, et dit d’où vient l’information', () => {
  for (const spel of instancesDemonstration('32').filter(({ type }) => type === 'SPEL')) {
    expect(spel.copilotes.map(({ partenaire }) => partenaire)).toEqual(['etat', 'region']);
    expect(spel.creeeLe).toBe('2016-07-01');
    expect(spel.source).toContain('Douai');
    expect(spel.demonstration).toBe(true);
  }
});

test('une autre région a ses propres instances, données pour une supposition', () => {
  const instances = instancesDemonstration('52');
  expect(instances).toHaveLength(1 + 16);
  expect(instances[1]?.source).toContain('Démonstration');
  expect(JSON.stringify(instances)).not.toContain('Douai');
});

test('une région sans arrondissement tient ses SPEL par département', () => {
  expect(instancesDemonstration('06').map(({ territoire }) => territoire)).toEqual([
    { code: '06', maille: 'REGION' },
    { code: '976', maille: 'DEPARTEMENT' },
  ]);
});
