import { join } from 'node:path';
import { clientDuService, type Partenaire } from '@passerelle/identity';
import { z } from 'zod';

/** What a subgraph needs to know from its environment. */
export interface SubgraphConfig {
  readonly production: boolean;
  readonly hote: string;
  readonly port: number;
  readonly region: string;
  readonly dossier: string;
  /** Null: the embedded server, on `portPostgres`. */
  readonly databaseUrl: string | null;
  readonly portPostgres: number;
  readonly jwksPath: string;
  /** Synthetic data at first start: never in production. */
  readonly demonstration: boolean;
  readonly taille: TailleDemonstration;
  readonly niveauJournal: string;
  /** Counts of persons below it are hidden. */
  readonly seuilMasquage: number;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly courriel: ConfigCourriel;
  /** Files: the private key that signs this house's acts, the public keys of all houses. */
  readonly actes: { readonly cle: string; readonly cles: string };
  /** The common graph and who this service is there; null: other houses' acts are not followed. */
  readonly graphe: GrapheConfig | null;
}

/** How the house writes to its own agents. */
export interface ConfigCourriel {
  /** Null: letters are written as files in `<dossier>/courriels/`. */
  readonly smtpUrl: string | null;
  /** Sender. */
  readonly de: string;
  /** Domains of the house's own addresses, in lower case: letters leave to no other. */
  readonly domaines: readonly string[];
  /** Address of the portal as agents open it, for the links; without a final slash. */
  readonly portail: string;
}

export interface GrapheConfig {
  /** The gateway's `/graphql`. */
  readonly adresse: string;
  readonly emetteur: string;
  readonly clientId: string;
  /** File that holds the client's secret. */
  readonly secretFichier: string;
}

export type TailleDemonstration = z.infer<typeof taille>;

/** All the mistakes at once: one restart per mistake wastes an evening. */
export class ConfigurationInvalide extends Error {
  readonly erreurs: readonly string[];

  constructor(erreurs: readonly string[]) {
    super(`Configuration refusée :\n${erreurs.map((erreur) => `- ${erreur}`).join('\n')}`);
    this.name = 'ConfigurationInvalide';
    this.erreurs = erreurs;
  }
}

export interface ReadConfigOptions {
  readonly partenaire: Partenaire;
  readonly portDefaut: number;
  readonly dossierDefaut: string;
}

const port = (defaut: number) => z.coerce.number().int().min(0).max(65_535).default(defaut);
const adresse = z.url({ protocol: /^https?$/ });
const taille = z.enum(['petite', 'demonstration', 'region']);
const postgresUrl = z
  .string()
  .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text));

const smtpUrl = z.string().refine((text) => /^smtps?:\/\//.test(text) && URL.canParse(text));
/** An address, or a name and its address. No line break: it goes in a header. */
const EXPEDITEUR =
  /^(?:[^<>\r\n"]{1,100}<[^\s<>@]{1,64}@[^\s<>@]{1,190}>|[^\s<>@]{1,64}@[^\s<>@]{1,190})$/;

/**
 * @param env - the process's environment, read by the service's `config.ts` only
 * @throws ConfigurationInvalide with every missing, malformed or forbidden setting
 */
export function readSubgraphConfig(
  env: Readonly<Record<string, string | undefined>>,
  { partenaire, portDefaut, dossierDefaut }: ReadConfigOptions,
): SubgraphConfig {
  const suffixe = partenaire.toUpperCase().replaceAll('-', '_');
  const names = { port: `PORT_${suffixe}`, databaseUrl: `DATABASE_URL_${suffixe}` };
  const erreurs: string[] = [];

  function read<Value>(name: string, schema: z.ZodType<Value>, expected: string, or: Value): Value {
    const raw = env[name];
    const parsed = schema.safeParse(raw === '' ? undefined : raw);
    if (parsed.success) return parsed.data;
    erreurs.push(`${name} : ${expected} attendu.`);
    return or;
  }

  const production = env['NODE_ENV'] === 'production';
  const dossier = read('PASSERELLE_DOSSIER', z.string().default(dossierDefaut), 'chemin', '');
  const databaseUrl = read(
    names.databaseUrl,
    postgresUrl.optional(),
    'une adresse postgres://… est',
    undefined,
  );
  const demonstration = read(
    'DONNEES_DEMONSTRATION',
    z.enum(['oui', 'non']).default(production ? 'non' : 'oui'),
    '« oui » ou « non »',
    'non',
  );

  if (production) {
    if (!env[names.databaseUrl]) {
      erreurs.push(`${names.databaseUrl} manque : la base embarquée est refusée en production.`);
    }
    if (!env['JETONS_INTERNES_JWKS']) {
      erreurs.push('JETONS_INTERNES_JWKS manque : les clés publiques de la passerelle.');
    }
    if (demonstration === 'oui') {
      erreurs.push('DONNEES_DEMONSTRATION=oui est refusé en production.');
    }
    if (!env['ACTES_CLE']) {
      erreurs.push('ACTES_CLE manque : la clé privée qui signe les actes de la maison.');
    }
    if (!env['ACTES_CLES']) {
      erreurs.push('ACTES_CLES manque : les clés publiques des actes de chaque maison.');
    }
  }

  const secret = (nom: string): string => join(dossier, 'secrets', nom);
  const client = clientDuService(partenaire);

  function readGraphe(): GrapheConfig | null {
    const passerelle = read('PASSERELLE_GRAPHE', adresse.optional(), 'lien http(s)', undefined);
    const portIdentite = read('PORT_IDENTITE', port(4010), 'numéro de port', 4010);
    const emetteur = read(
      'OIDC_EMETTEUR',
      adresse.default(`http://127.0.0.1:${portIdentite}`),
      'lien http(s)',
      '',
    );
    if (passerelle === undefined) return null;
    if (production) {
      for (const nom of ['OIDC_EMETTEUR', 'SERVICE_CLIENT_ID', 'SERVICE_CLIENT_SECRET_FICHIER']) {
        if (!env[nom]) erreurs.push(`${nom} manque : PASSERELLE_GRAPHE le demande.`);
      }
      for (const [nom, valeur] of Object.entries({
        PASSERELLE_GRAPHE: passerelle,
        OIDC_EMETTEUR: emetteur,
      })) {
        if (!valeur.startsWith('https:')) erreurs.push(`${nom} : https attendu en production.`);
      }
    }
    return {
      adresse: passerelle,
      emetteur,
      clientId: env['SERVICE_CLIENT_ID'] || client,
      secretFichier: env['SERVICE_CLIENT_SECRET_FICHIER'] || secret(`${client}.secret`),
    };
  }

  const config: SubgraphConfig = {
    production,
    hote: read('HOTE', z.string().default('127.0.0.1'), 'adresse', ''),
    port: read(names.port, port(portDefaut), 'numéro de port', portDefaut),
    region: read(
      'REGION',
      z
        .string()
        .regex(/^[0-9A-Z]{2,3}$/)
        .default('32'),
      'code INSEE de région',
      '32',
    ),
    dossier,
    databaseUrl: databaseUrl ?? null,
    portPostgres: read('PORT_POSTGRES', port(54_320), 'numéro de port', 0),
    jwksPath: env['JETONS_INTERNES_JWKS'] || secret('jetons-internes.publiques.json'),
    actes: {
      cle: env['ACTES_CLE'] || secret(`actes-${partenaire}.privee.json`),
      cles: env['ACTES_CLES'] || secret('actes.publiques.json'),
    },
    graphe: readGraphe(),
    demonstration: demonstration === 'oui',
    taille: read(
      'TAILLE_DEMONSTRATION',
      taille.default('demonstration'),
      '« petite », « demonstration » ou « region »',
      'demonstration',
    ),
    niveauJournal: read(
      'NIVEAU_JOURNAL',
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
      'niveau de journal (info, warn, error …)',
      'info',
    ),
    seuilMasquage: read(
      'SEUIL_MASQUAGE',
      z.coerce.number().int().min(1).max(1000).default(11),
      'nombre entier de personnes, 1 ou plus,',
      11,
    ),
    poolSize: read(
      'TAILLE_RESERVE_SQL',
      z.coerce.number().int().min(2).max(200).default(10),
      'nombre de connexions',
      10,
    ),
    statementTimeoutMs: read(
      'DELAI_SQL_MS',
      z.coerce.number().int().min(100).default(5000),
      'durée en millisecondes',
      5000,
    ),
    courriel: {
      smtpUrl:
        read('SMTP_URL', smtpUrl.optional(), 'une adresse smtp(s)://… est', undefined) ?? null,
      de: read(
        'COURRIEL_DE',
        z.string().regex(EXPEDITEUR).default('passerelle@passerelle.invalid'),
        'adresse de courriel',
        '',
      ),
      domaines: read(
        'COURRIEL_DOMAINES',
        z.string().default(production ? '' : 'passerelle.invalid'),
        'noms de domaine séparés par des virgules',
        '',
      )
        .split(',')
        .map((domaine) => domaine.trim().toLowerCase())
        .filter((domaine) => domaine !== ''),
      portail: read(
        'ADRESSE_PUBLIQUE',
        z.url({ protocol: /^https?$/ }).default(`http://127.0.0.1:${env['PORT'] || 4000}`),
        'adresse http(s) complète',
        '',
      ).replace(/\/+$/, ''),
    },
  };
  if (erreurs.length > 0) throw new ConfigurationInvalide(erreurs);
  return config;
}
