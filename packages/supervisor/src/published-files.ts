import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { habilitationsDemonstration, PARTENAIRES } from '@passerelle/identity';
import { adresseLocale, type Config } from './config.js';
import type { Secrets } from './secrets.js';
import { StartRefusal } from './start-refusal.js';
import { PRIVATE_FILE, PUBLIC_FILE, readJson, writeJson } from './write-file.js';

/** What the gateway serves, until a registry publishes it: three schemas and the portal's folders. */
export function writePublication(config: Config): void {
  const path = join(config.dossier, 'publication.json');
  const content = {
    sousGraphes: PARTENAIRES.map((partenaire) => {
      const adresse = adresseLocale(config, config.ports[partenaire]);
      return {
        partenaire,
        url: `${adresse}/graphql`,
        fluxUrl: `${adresse}/graphql/stream`,
        santeUrl: `${adresse}/sante/pret`,
        schema: readSchema(join(config.racine, 'services', partenaire, 'schema.graphql')),
      };
    }),
    portail: {
      partages: join(config.racine, 'packages', 'portal-kit', 'dist', 'partages'),
      coquille: join(config.racine, 'frontends', 'shell', 'dist'),
      modules: PARTENAIRES.map((partenaire) => ({
        partenaire,
        dossier: join(config.racine, 'frontends', partenaire, 'dist'),
      })),
    },
  };
  writeJson(path, { numero: nextNumber(readJson(path), content), ...content }, PUBLIC_FILE);
}

/** Who may what in the demonstration; an administrator's own file (HABILITATIONS) is left alone. */
export function writeHabilitations(config: Config): void {
  if (config.habilitationsExternes !== null) return;
  const path = join(config.dossier, 'habilitations.json');
  writeJson(path, habilitationsDemonstration(emetteur(config)), PRIVATE_FILE);
}

/** How to get in: addresses, demonstration accounts and the integrator's, for this user alone. */
export function writeAcces(config: Config, secrets: Secrets): void {
  writeJson(
    join(config.dossier, 'acces.json'),
    {
      portail: config.adressePublique,
      graphql: `${config.adressePublique}/graphql`,
      emetteur: emetteur(config),
      integrateur: secrets.integrateur,
      // An outside provider has its own people.
      comptes: (config.emetteurExterne === null ? secrets.comptes : []).map(
        ({ identifiant, motDePasse, organisation, partenaire, role, amr }) => ({
          identifiant,
          motDePasse,
          organisation,
          partenaire,
          role,
          amr,
        }),
      ),
    },
    PRIVATE_FILE,
  );
}

export function emetteur(config: Config): string {
  return config.emetteurExterne ?? `http://127.0.0.1:${config.ports.identite}`;
}

/** A publication's number only grows, and a restart that changes nothing keeps it. */
function nextNumber(previous: unknown, content: object): number {
  if (typeof previous !== 'object' || previous === null || !('numero' in previous)) return 1;
  const { numero, ...reste } = previous;
  if (typeof numero !== 'number') return 1;
  return JSON.stringify(reste) === JSON.stringify(content) ? numero : numero + 1;
}

function readSchema(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartRefusal(
      `Le schéma ${path} manque ; reprenez une copie complète du projet.`,
      error,
    );
  }
}
