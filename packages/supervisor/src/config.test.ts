import { expect, test } from 'vitest';
import { type Config, readConfig } from './config.js';

function config(env: NodeJS.ProcessEnv = {}, args: string[] = []): Config {
  return readConfig({ env, args, racine: '/projet' });
}

test('sans rien régler, tout a sa valeur d’une machine', () => {
  expect(config()).toMatchObject({
    dossier: '/projet/.passerelle',
    hote: '127.0.0.1',
    region: null,
    taille: null,
    reinitialiser: false,
    adressePublique: 'http://127.0.0.1:4000',
    emetteurExterne: null,
    ports: {
      portail: 4000,
      administration: 4001,
      identite: 4010,
      registre: 4020,
      etat: 4101,
      region: 4102,
      'pole-emploi': 4103,
      postgres: 54_320,
    },
  });
});

test('chaque port a sa variable, et l’adresse publique suit', () => {
  const { ports, adressePublique } = config({ PORT: '8080', PORT_POLE_EMPLOI: '8103' });

  expect(ports).toMatchObject({ portail: 8080, 'pole-emploi': 8103 });
  expect(adressePublique).toBe('http://127.0.0.1:8080');
});

test('une variable vide compte comme absente', () => {
  expect(config({ PORT: '', DATABASE_URL_ETAT: '', DATABASE_URL_REGISTRE: '' })).toMatchObject({
    ports: { portail: 4000 },
    basesExternes: { etat: null, registre: null },
  });
});

test('refuse la production, où cette commande n’a rien à faire', () => {
  expect(() => config({ NODE_ENV: 'production' })).toThrow(/NODE_ENV=production/);
});

test('dit toutes les fautes à la fois', () => {
  const start = (): Config =>
    config({ PORT: 'quatre', PORT_ADMIN: '70000', REGION: 'Hauts', PORT_ETAT: '4102' }, [
      '--taille=immense',
    ]);

  expect(start).toThrow('--taille=immense');
  expect(start).toThrow('PORT=quatre');
  expect(start).toThrow('PORT_ADMIN=70000');
  expect(start).toThrow('REGION=Hauts');
  expect(start).toThrow('PORT_ETAT et PORT_REGION valent tous deux 4102.');
});

test('ce qui n’est pas une option est nommé, et montre celles qui existent', () => {
  for (const argument of [
    '--grande',
    '--grande=oui',
    'reinitialiser',
    '-x',
    '--reinitialiser=non',
  ]) {
    expect(() => config({}, [argument])).toThrow(
      new RegExp(`« ${argument} » n'est pas une option.*\\n.*\\n\\s+--taille`),
    );
  }
});

test('une taille sans valeur est dite', () => {
  expect(() => config({}, ['--taille'])).toThrow("--taille= n'existe pas : petite");
});

test('une région que l’INSEE ne connaît pas est refusée avant de commencer', () => {
  expect(() => config({ REGION: '99' })).toThrow(/REGION=99 .* 32, /);
  expect(config({ REGION: '04' }).region).toBe('04');
});

test('lit la taille et la remise à zéro', () => {
  expect(config({}, ['--taille=region', '--reinitialiser'])).toMatchObject({
    taille: 'region',
    reinitialiser: true,
  });
});
