import { erreurDuRegistreSchema } from '@passerelle/publication';
import type { z } from 'zod';
import { Echec, echecLocal, SORTIE } from '../echec.js';
import { reessayer } from './reessayer.js';

export interface Demande<T> {
  readonly methode?: 'GET' | 'POST' | 'DELETE';
  readonly chemin: string;
  readonly parametres?: Readonly<Record<string, string | number | undefined>>;
  readonly corps?: unknown;
  /** Shape of the answer. */
  readonly forme: z.ZodType<T>;
  /** May be sent twice without harm. Reads always may. */
  readonly rejouable?: boolean;
  readonly delaiMs?: number;
}

export interface Reponse<T> {
  readonly valeur: T;
  /** Body as received: what `--json` prints. */
  readonly texte: string;
}

/** The registry, over HTTP. */
export interface Registre {
  readonly adresse: string;
  demander<T>(demande: Demande<T>): Promise<Reponse<T>>;
  /** What is not JSON: a signed publication, the bytes of a file. Once, whatever the status. */
  telecharger(
    chemin: string,
    options?: {
      readonly parametres?: Readonly<Record<string, string>>;
      readonly entetes?: Readonly<Record<string, string>>;
    },
  ): Promise<Response>;
}

export interface RegistreDeps {
  readonly adresse: string;
  readonly jeton: string;
  readonly attendre: (ms: number) => Promise<void>;
}

const DELAI_MS = 30_000;

/** What may pass at another moment, with the pause that the server asked for. */
class Passager extends Error {
  constructor(
    readonly echec: Echec,
    readonly pauseMs: number | null,
  ) {
    super(echec.message);
  }
}

export function createRegistre({ adresse, jeton, attendre }: RegistreDeps): Registre {
  return {
    adresse,
    async demander<T>(demande: Demande<T>): Promise<Reponse<T>> {
      const rejouable = demande.rejouable ?? (demande.methode ?? 'GET') === 'GET';
      try {
        return await reessayer(
          () => unEssai(adresse, jeton, demande),
          (erreur, prevue) =>
            rejouable && erreur instanceof Passager ? (erreur.pauseMs ?? prevue) : null,
          attendre,
        );
      } catch (erreur) {
        throw erreur instanceof Passager ? erreur.echec : erreur;
      }
    },
    async telecharger(chemin, { parametres = {}, entetes = {} } = {}) {
      try {
        return await fetch(`${adresse}${chemin}?${new URLSearchParams(parametres)}`, {
          headers: { ...entetes, authorization: `Bearer ${jeton}` },
          redirect: 'error',
          signal: AbortSignal.timeout(DELAI_MS),
        });
      } catch (cause) {
        throw injoignable(adresse, cause);
      }
    },
  };
}

async function unEssai<T>(
  adresse: string,
  jeton: string,
  { methode = 'GET', chemin, parametres = {}, corps, forme, delaiMs = DELAI_MS }: Demande<T>,
): Promise<Reponse<T>> {
  const url = new URL(`${adresse}${chemin}`);
  for (const [nom, valeur] of Object.entries(parametres)) {
    if (valeur !== undefined) url.searchParams.set(nom, String(valeur));
  }
  let statut: number;
  let texte: string;
  let pauseMs: number | null;
  try {
    const reponse = await fetch(url, {
      method: methode,
      headers: {
        authorization: `Bearer ${jeton}`,
        accept: 'application/json',
        ...(corps === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(corps === undefined ? {} : { body: JSON.stringify(corps) }),
      // A token never follows to an address that nobody configured.
      redirect: 'error',
      signal: AbortSignal.timeout(delaiMs),
    });
    statut = reponse.status;
    pauseMs = pauseDemandee(reponse.headers.get('retry-after'));
    texte = await reponse.text();
  } catch (cause) {
    throw new Passager(injoignable(adresse, cause), null);
  }
  const json = lireJson(texte);
  // 422 carries a report like 200 does: its shape decides, not its status.
  const lu = statut < 300 || statut === 422 ? forme.safeParse(json) : null;
  if (lu?.success) return { valeur: lu.data, texte };
  const echec = echecDe(adresse, statut, texte, json);
  throw statut >= 500 || statut === 429 ? new Passager(echec, pauseMs) : echec;
}

function echecDe(adresse: string, statut: number, texte: string, json: unknown): Echec {
  const erreur = erreurDuRegistreSchema.safeParse(json);
  if (erreur.success) {
    const { code, message, remede, reference } = erreur.data.erreur;
    return new Echec(sortieDe(statut), code, message, remede, {
      corps: texte,
      ...(reference === undefined ? {} : { reference }),
    });
  }
  return echecLocal(
    SORTIE.REGISTRE,
    'REPONSE_INATTENDUE',
    `${adresse} a répondu ${statut}, et pas comme un registre.`,
    'Vérifiez PASSERELLE_REGISTRE, et que le registre est de la même version que cette commande.',
  );
}

function sortieDe(statut: number): 1 | 2 | 3 {
  if (statut === 400 || statut === 404 || statut === 413) return SORTIE.USAGE;
  return statut === 409 || statut === 422 ? SORTIE.REFUSE : SORTIE.REGISTRE;
}

function injoignable(adresse: string, cause: unknown): Echec {
  return echecLocal(
    SORTIE.REGISTRE,
    'REGISTRE_INJOIGNABLE',
    `Le registre ${adresse} ne répond pas (${raison(cause)}).`,
    'Vérifiez PASSERELLE_REGISTRE et le réseau, puis relancez : publier deux fois la même chose ne change rien.',
    { cause },
  );
}

function raison(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return 'délai dépassé';
  const source = cause.cause instanceof Error ? cause.cause : cause;
  return 'code' in source && typeof source.code === 'string' ? source.code : source.message;
}

function pauseDemandee(entete: string | null): number | null {
  const secondes = Number(entete ?? Number.NaN);
  return Number.isFinite(secondes) && secondes >= 0 ? Math.min(secondes, 60) * 1000 : null;
}

function lireJson(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    // Not JSON: told with its status as an unexpected answer.
    return undefined;
  }
}
