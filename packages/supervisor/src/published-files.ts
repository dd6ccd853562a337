import { join } from 'node:path';
import { habilitationsDemonstration } from '@passerelle/identity';
import type { Config } from './config.js';
import type { Secrets } from './secrets.js';
import { PRIVATE_FILE, writeJson } from './write-file.js';

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
