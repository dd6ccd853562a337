import type { RapportDUsage } from '@passerelle/publication';
import { getOperationAST, parse } from 'graphql';
import { expect, it, onTestFinished } from 'vitest';
import { createOperationUsage, type OperationUsage } from '../operation/operation-usage.js';
import { RegistryRefusal } from './registry-client.js';
import { createUsageReporter } from './usage-reporter.js';

function operation(nom: string): OperationUsage {
  const document = parse(`query ${nom} { a }`);
  const found = getOperationAST(document);
  if (!found) throw new Error('no operation');
  return createOperationUsage(document, found, []);
}

function situation(refuse: (rapport: RapportDUsage) => Error | null = () => null) {
  const envois: RapportDUsage[] = [];
  let perdus = 0;
  const usages = createUsageReporter({
    canal: 'production',
    passerelle: 'p1',
    async post(rapport) {
      const refus = refuse(rapport);
      if (refus !== null) throw refus;
      envois.push(rapport);
    },
    onLost: (nombre) => {
      perdus += nombre;
    },
    intervalleMs: 0,
  });
  onTestFinished(() => usages.stop());
  return { usages, envois, perdus: () => perdus };
}

const grande = (n: number): OperationUsage => operation(`Q${n}${'x'.repeat(60_000)}`);
const caracteres = ({ operations }: RapportDUsage): number =>
  operations.reduce((somme, { document }) => somme + document.length, 0);

it('de grandes demandes partent en plusieurs rapports, que le registre peut recevoir', async () => {
  const { usages, envois, perdus } = situation();
  for (let n = 0; n < 60; n += 1) usages.record(grande(n), 'inconnu', '-');
  await usages.flush();
  expect(envois.flatMap(({ operations }) => operations)).toHaveLength(60);
  expect(Math.max(...envois.map(caracteres))).toBeLessThanOrEqual(2_000_000);
  expect(perdus()).toBe(0);
});

it('ce que le registre ne peut pas lire est perdu, compté, et ne retient pas la suite', async () => {
  const { usages, envois, perdus } = situation(({ operations }) =>
    operations.some(({ client }) => client === 'casse')
      ? new RegistryRefusal(400, '/v1/usages', 'non')
      : null,
  );
  usages.record(operation('A'), 'casse', '-');
  await usages.flush();
  usages.record(operation('B'), 'inconnu', '-');
  await usages.flush();
  expect(envois.map(({ operations }) => operations.length)).toEqual([1]);
  expect(perdus()).toBe(1);
});

it('un jeton refusé ou un registre absent ne perd rien', async () => {
  let refus: Error | null = new RegistryRefusal(401, '/v1/usages', 'non');
  const { usages, envois, perdus } = situation(() => refus);
  usages.record(operation('A'), 'inconnu', '-');
  await usages.flush();
  refus = null;
  await usages.flush();
  expect(envois).toHaveLength(1);
  expect(perdus()).toBe(0);
});

it('des demandes sans nombre ne remplissent pas la mémoire, même le registre absent', async () => {
  const { usages, perdus, envois } = situation(() => new Error('ECONNREFUSED'));
  for (let n = 0; n < 400; n += 1) {
    usages.record(grande(n), 'inconnu', '-');
    if (n % 50 === 49) await usages.flush();
  }
  expect(envois).toEqual([]);
  // 16 000 000 characters are kept: 266 of these.
  expect(perdus()).toBe(134);
});
