export interface S3Config {
  readonly genre: 's3';
  readonly seau: string;
  /** Without slashes at its ends; empty at the root of the bucket. */
  readonly prefixe: string;
  /** Null: Amazon's own, by region. Without a slash at its end. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | null;
}

export type FileStoreConfig =
  | { readonly genre: 'dossier'; readonly chemin: string }
  | { readonly genre: 'base' }
  | S3Config;

/**
 * `REGISTRE_FICHIERS`: `dossier:<path>`, `base`, or `s3://bucket/prefix` with `AWS_ACCESS_KEY_ID`,
 * `AWS_SECRET_ACCESS_KEY`, perhaps `AWS_SESSION_TOKEN`, `AWS_REGION` (us-east-1), `S3_ENDPOINT`.
 *
 * @returns what is wrong, in French, each beginning with the variable's name
 */
export function readFileStoreConfig(
  fichiers: string,
  env: Readonly<Record<string, string | undefined>>,
):
  | { readonly config: FileStoreConfig; readonly problemes: readonly [] }
  | { readonly config: null; readonly problemes: readonly string[] } {
  if (fichiers === 'base') return { config: { genre: 'base' }, problemes: [] };
  const chemin = /^dossier:(.+)$/.exec(fichiers)?.[1];
  if (chemin !== undefined) return { config: { genre: 'dossier', chemin }, problemes: [] };
  const s3 = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*))?$/.exec(fichiers);
  if (!s3) {
    const attendu = '« base », « dossier:<chemin> » ou « s3://<seau>/<préfixe> »';
    return { config: null, problemes: [`REGISTRE_FICHIERS doit être ${attendu}`] };
  }

  const [, seau = '', prefixe = ''] = s3;
  const problemes = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
    .filter((nom) => !env[nom])
    .map((nom) => `${nom} manque : REGISTRE_FICHIERS désigne un stockage S3`);
  const endpoint = env['S3_ENDPOINT'] || null;
  if (endpoint !== null && !isServer(endpoint)) {
    problemes.push('S3_ENDPOINT doit être une adresse http(s), sans chemin ni mot de passe');
  }
  if (prefixe.split('/').some((part) => part === '.' || part === '..')) {
    problemes.push('REGISTRE_FICHIERS a un préfixe qui remonte');
  }
  if (problemes.length > 0) return { config: null, problemes };
  return {
    config: {
      genre: 's3',
      seau,
      prefixe: prefixe.replaceAll(/^\/+|\/+$/g, ''),
      endpoint: endpoint === null ? null : new URL(endpoint).origin,
      region: env['AWS_REGION'] || 'us-east-1',
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      sessionToken: env['AWS_SESSION_TOKEN'] || null,
    },
    problemes: [],
  };
}

function isServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, pathname, search } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search === '' && pathname === '/';
}
