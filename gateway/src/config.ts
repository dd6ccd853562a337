import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { type Canal, canalSchema } from '@passerelle/publication';
import { z } from 'zod';

/**
 * The only reader of the environment. Everything wrong is told at once, in French: one
 * forgotten variable must not start a gateway that would sign people in with a
 * demonstration secret.
 */
export interface Config {
  production: boolean;
  hote: string;
  port: number;
  portAdmin: number;
  adressePublique: URL;
  mandatairesDeConfiance: string[];
  registre: RegistrySource;
  habilitations: string;
  sessionCle: string;
  jetonsInternesCle: string;
  oidc: {
    emetteur: URL;
    clientId: string;
    /** The secret itself, or the file that holds it. */
    secret: { valeur: string } | { fichier: string };
    scope: string;
    audience: string;
    userinfoAlg: string | undefined;
    authentificationClient: 'basic' | 'post';
  };
  delaiRequeteMs: number;
  delaiPartenaireMs: number;
  niveauJournal: string;
  /** Civil date of the data shown, when it is not today's. */
  dateDonnees: string | null;
  /** Folder of the portal's files. */
  fichiers: string;
  /** Whether agents may take a module from their own machine. */
  surchargesLocales: boolean;
}

/** Where publications come from, and who is believed. */
export interface RegistrySource {
  adresse: URL;
  /** The token itself, or the file that holds it. */
  jeton: { valeur: string } | { fichier: string };
  canal: Canal;
  /** Stable name of this replica. */
  nom: string;
  /** File of the public keys to believe at the beginning. */
  cles: string;
  /** Where the last publication stays. */
  dossier: string;
}

export class ConfigInvalide extends Error {
  override readonly name = 'ConfigInvalide';
  readonly problemes: readonly string[];
  constructor(problemes: readonly string[]) {
    super(`La passerelle ne peut pas démarrer :\n${problemes.map((p) => `- ${p}`).join('\n')}`);
    this.problemes = problemes;
  }
}

const port = (defaut: number) =>
  z.coerce
    .number({ error: 'doit être un numéro de port' })
    .int()
    .min(0, 'doit être un numéro de port')
    .max(65_535, 'doit être un numéro de port')
    .default(defaut);
const millis = (defaut: number) =>
  z.coerce
    .number({ error: 'doit être un nombre de millisecondes' })
    .int()
    .min(10, 'doit être d’au moins 10 millisecondes')
    .max(120_000, 'doit être d’au plus 120000 millisecondes')
    .default(defaut);
const adresse = z.url({ protocol: /^https?$/, error: 'doit être une adresse http(s) complète' });

const schema = z.object({
  NODE_ENV: z.string().optional(),
  HOTE: z.string().default('127.0.0.1'),
  PORT: port(4000),
  PORT_ADMIN: port(4001),
  PORT_IDENTITE: port(4010),
  ADRESSE_PUBLIQUE: adresse.optional(),
  MANDATAIRES_DE_CONFIANCE: z.string().default(''),
  PASSERELLE_DOSSIER: z.string().optional(),
  PASSERELLE_REGISTRE: adresse.default('http://127.0.0.1:4020'),
  PASSERELLE_JETON: z.string().optional(),
  PASSERELLE_JETON_FICHIER: z.string().optional(),
  PASSERELLE_CANAL: canalSchema.default('production'),
  PASSERELLE_NOM: z
    .string()
    .regex(/^[\w.:-]{1,100}$/, 'doit être un nom court, sans espace')
    .optional(),
  PUBLICATIONS_CLES: z.string().optional(),
  HABILITATIONS: z.string().optional(),
  SESSION_CLE: z.string().optional(),
  JETONS_INTERNES_CLE: z.string().optional(),
  OIDC_EMETTEUR: adresse.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_CLIENT_SECRET_FICHIER: z.string().optional(),
  OIDC_SCOPE: z
    .string()
    .default('openid given_name usual_name email uid siret idp_id organizational_unit'),
  OIDC_AUDIENCE: z.string().default('passerelle'),
  OIDC_USERINFO_ALG: z.string().optional(),
  OIDC_AUTHENTIFICATION_CLIENT: z
    .enum(['basic', 'post'], { error: 'doit être basic ou post' })
    .default('basic'),
  DATE_DONNEES: z.iso.date({ error: 'doit être une date AAAA-MM-JJ' }).optional(),
  SURCHARGES_LOCALES: z.enum(['oui', 'non'], { error: 'doit être oui ou non' }).optional(),
  DELAI_REQUETE_MS: millis(5_000),
  DELAI_PARTENAIRE_MS: millis(2_000),
  NIVEAU_JOURNAL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'doit être fatal, error, warn, info, debug, trace ou silent',
    })
    .default('info'),
});

/** Settings that have a comfortable default on one machine and none in production. */
const REQUIS_EN_PRODUCTION = [
  'ADRESSE_PUBLIQUE',
  'PASSERELLE_REGISTRE',
  'PUBLICATIONS_CLES',
  'HABILITATIONS',
  'SESSION_CLE',
  'JETONS_INTERNES_CLE',
  'OIDC_EMETTEUR',
  'OIDC_CLIENT_ID',
] as const;

/** The day on which the demonstration's data opens. */
const DATE_DEMONSTRATION = '2023-12-15';

const BOUCLE_LOCALE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** @throws ConfigInvalide with every problem, never only the first */
export function readConfig(env: NodeJS.ProcessEnv, racine: string): Config {
  // An empty variable in a deployment file means "not set".
  const posees = Object.fromEntries(Object.entries(env).filter(([, valeur]) => valeur !== ''));
  const lu = schema.safeParse(posees);
  const problemes: string[] = lu.success
    ? []
    : lu.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const production = posees['NODE_ENV'] === 'production';
  if (production) problemes.push(...productionProblems(posees));
  if (!lu.success || problemes.length > 0) throw new ConfigInvalide(problemes);

  const v = lu.data;
  const dossier = v.PASSERELLE_DOSSIER ?? resolve(racine, '.passerelle');
  const secret = (nom: string): string => resolve(dossier, 'secrets', nom);
  return {
    production,
    hote: v.HOTE,
    port: v.PORT,
    portAdmin: v.PORT_ADMIN,
    adressePublique: new URL(v.ADRESSE_PUBLIQUE ?? `http://127.0.0.1:${v.PORT}`),
    mandatairesDeConfiance: v.MANDATAIRES_DE_CONFIANCE.split(/[\s,]+/).filter((s) => s !== ''),
    registre: {
      adresse: new URL(v.PASSERELLE_REGISTRE),
      jeton:
        v.PASSERELLE_JETON !== undefined
          ? { valeur: v.PASSERELLE_JETON }
          : { fichier: v.PASSERELLE_JETON_FICHIER ?? secret('passerelle.jeton') },
      canal: v.PASSERELLE_CANAL,
      nom: v.PASSERELLE_NOM ?? hostname(),
      cles: v.PUBLICATIONS_CLES ?? secret('publications.publiques.json'),
      dossier: resolve(dossier, 'passerelle', v.PASSERELLE_CANAL),
    },
    habilitations: v.HABILITATIONS ?? resolve(dossier, 'habilitations.json'),
    sessionCle: v.SESSION_CLE ?? secret('session.cle'),
    jetonsInternesCle: v.JETONS_INTERNES_CLE ?? secret('jetons-internes.privee.json'),
    oidc: {
      emetteur: new URL(v.OIDC_EMETTEUR ?? `http://127.0.0.1:${v.PORT_IDENTITE}`),
      clientId: v.OIDC_CLIENT_ID ?? 'passerelle-portail',
      secret:
        v.OIDC_CLIENT_SECRET !== undefined
          ? { valeur: v.OIDC_CLIENT_SECRET }
          : { fichier: v.OIDC_CLIENT_SECRET_FICHIER ?? secret('oidc-client.secret') },
      scope: v.OIDC_SCOPE,
      audience: v.OIDC_AUDIENCE,
      userinfoAlg: v.OIDC_USERINFO_ALG,
      authentificationClient: v.OIDC_AUTHENTIFICATION_CLIENT,
    },
    delaiRequeteMs: v.DELAI_REQUETE_MS,
    delaiPartenaireMs: v.DELAI_PARTENAIRE_MS,
    niveauJournal: v.NIVEAU_JOURNAL,
    // Apart for each channel: each removes the files that its own publications no longer name.
    fichiers: resolve(dossier, 'passerelle', v.PASSERELLE_CANAL, 'fichiers'),
    surchargesLocales:
      v.SURCHARGES_LOCALES === undefined ? !production : v.SURCHARGES_LOCALES === 'oui',
    dateDonnees: v.DATE_DONNEES ?? (production ? null : DATE_DEMONSTRATION),
  };
}

const standaloneSchema = schema.pick({
  DELAI_REQUETE_MS: true,
  DELAI_PARTENAIRE_MS: true,
  NIVEAU_JOURNAL: true,
});

/** The few settings of a gateway alone, in front of a supergraph file. */
export function readStandaloneConfig(
  env: NodeJS.ProcessEnv,
): Pick<Config, 'delaiRequeteMs' | 'delaiPartenaireMs' | 'niveauJournal'> {
  const lu = standaloneSchema.safeParse(env);
  if (!lu.success) {
    throw new ConfigInvalide(lu.error.issues.map((i) => `${i.path.join('.')} ${i.message}`));
  }
  return {
    delaiRequeteMs: lu.data.DELAI_REQUETE_MS,
    delaiPartenaireMs: lu.data.DELAI_PARTENAIRE_MS,
    niveauJournal: lu.data.NIVEAU_JOURNAL,
  };
}

function productionProblems(env: NodeJS.ProcessEnv): string[] {
  const problemes: string[] = REQUIS_EN_PRODUCTION.filter((nom) => env[nom] === undefined).map(
    (nom) => `${nom} est obligatoire en production`,
  );
  if (env['PASSERELLE_JETON'] === undefined && env['PASSERELLE_JETON_FICHIER'] === undefined) {
    problemes.push('PASSERELLE_JETON ou PASSERELLE_JETON_FICHIER est obligatoire en production');
  }
  if (env['OIDC_CLIENT_SECRET'] === undefined && env['OIDC_CLIENT_SECRET_FICHIER'] === undefined) {
    problemes.push(
      'OIDC_CLIENT_SECRET ou OIDC_CLIENT_SECRET_FICHIER est obligatoire en production',
    );
  }
  for (const nom of ['ADRESSE_PUBLIQUE', 'OIDC_EMETTEUR'] as const) {
    const valeur = env[nom];
    if (valeur === undefined || !URL.canParse(valeur)) continue;
    const url = new URL(valeur);
    if (url.protocol !== 'https:') problemes.push(`${nom} doit être en https en production`);
    if (nom === 'OIDC_EMETTEUR' && BOUCLE_LOCALE.test(url.hostname)) {
      problemes.push(
        'OIDC_EMETTEUR désigne le fournisseur d’identité de démonstration, refusé en production',
      );
    }
  }
  if (env['OIDC_CLIENT_ID'] === 'passerelle-portail') {
    problemes.push(
      'OIDC_CLIENT_ID est celui de la démonstration (passerelle-portail), refusé en production',
    );
  }
  return problemes;
}
