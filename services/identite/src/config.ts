import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { accountsFileSchema } from './accounts/account.js';
import { clientsFileSchema } from './provider/clients.js';
import { keysFileSchema } from './provider/keys.js';

const portSchema = z.coerce.number().int().min(1).max(65_535);

export interface Config {
  readonly hote: string;
  readonly port: number;
  readonly emetteur: string;
  readonly comptes: z.infer<typeof accountsFileSchema>;
  readonly clients: z.infer<typeof clientsFileSchema>;
  readonly cles: z.infer<typeof keysFileSchema>;
}

/** Everything wrong with the settings, in sentences for the person who starts the service. */
export class ConfigurationRefusee extends Error {
  readonly code = 'CONFIGURATION_REFUSEE';

  constructor(readonly problemes: readonly string[]) {
    super(problemes.join('\n'));
    this.name = 'ConfigurationRefusee';
  }
}

/**
 * The only reader of the environment.
 *
 * @param defaultFolder - where the platform writes at run time when PASSERELLE_DOSSIER is unset
 * @throws ConfigurationRefusee with every problem at once
 */
export function readConfig(env: NodeJS.ProcessEnv, defaultFolder: string): Config {
  const problemes: string[] = [];
  if (env['NODE_ENV'] === 'production') {
    problemes.push(
      'Ce fournisseur d’identité est celui de la démonstration : il ne démarre jamais en production.',
      'Donnez à la passerelle un fournisseur réel : OIDC_EMETTEUR, OIDC_CLIENT_ID et OIDC_CLIENT_SECRET.',
    );
  }
  const dossier = env['PASSERELLE_DOSSIER'] ?? defaultFolder;
  const port = portSchema.safeParse(env['PORT_IDENTITE'] ?? '4010');
  if (!port.success) problemes.push('PORT_IDENTITE doit être un numéro de port, de 1 à 65535.');
  const emetteur = env['OIDC_EMETTEUR'] ?? `http://127.0.0.1:${port.data ?? 0}`;
  if (!URL.canParse(emetteur)) problemes.push('OIDC_EMETTEUR doit être une adresse complète.');

  function readFile<T>(variable: string, name: string, schema: z.ZodType<T>): T | null {
    const path = env[variable] ?? join(dossier, 'secrets', name);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
      problemes.push(
        `${variable} : le fichier ${path} ne peut pas être lu${reason}. « npm start » l’écrit.`,
      );
      return null;
    }
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    const places = parsed.error.issues.map((issue) => issue.path.map(String).join('.') || 'racine');
    problemes.push(
      `${variable} : le contenu de ${path} n’est pas celui attendu (${places.join(', ')}).`,
    );
    return null;
  }

  const comptes = readFile('IDENTITE_COMPTES', 'identite-comptes.json', accountsFileSchema);
  const clients = readFile('IDENTITE_CLIENTS', 'identite-clients.json', clientsFileSchema);
  const cles = readFile('IDENTITE_CLES', 'identite-cles.json', keysFileSchema);

  if (problemes.length > 0 || !port.success || !comptes || !clients || !cles) {
    throw new ConfigurationRefusee(problemes);
  }
  return { hote: env['HOTE'] ?? '127.0.0.1', port: port.data, emetteur, comptes, clients, cles };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
