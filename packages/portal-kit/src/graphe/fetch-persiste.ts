import { fetchAvecSession } from '../session/fetch-avec-session.js';

type Empreinte = (texte: string) => Promise<string | null>;

/**
 * A `fetch` that names a published document by its fingerprint instead of sending its text. The
 * text goes when the graph does not know it: a module under work, a version not published yet.
 */
export function creerFetchPersiste(suivant: typeof fetch, empreinteDe: Empreinte): typeof fetch {
  const inconnues = new Set<string>();
  return async (entree, options) => {
    const corps = lireCorps(options?.body);
    const empreinte = corps && (await empreinteDe(corps.query));
    if (!corps || !empreinte || inconnues.has(empreinte)) return suivant(entree, options);
    const { query: _texte, ...reste } = corps;
    const body = JSON.stringify({ ...reste, documentId: empreinte });
    const reponse = await suivant(entree, { ...options, body });
    // Nothing ran: an act may be sent again.
    if (reponse.status !== 404) return reponse;
    await reponse.body?.cancel();
    inconnues.add(empreinte);
    return suivant(entree, options);
  };
}

function lireCorps(body: unknown): { query: string } | null {
  if (typeof body !== 'string') return null;
  const corps: unknown = JSON.parse(body);
  return estDemande(corps) ? corps : null;
}

function estDemande(corps: unknown): corps is { query: string } {
  return (
    typeof corps === 'object' && corps !== null && typeof Reflect.get(corps, 'query') === 'string'
  );
}

const calculees = new Map<string, Promise<string | null>>();

/** `sha256:…` of a text; null where the browser works none out (a page over plain HTTP). */
export function empreinteDuTexte(texte: string): Promise<string | null> {
  const connue = calculees.get(texte);
  if (connue) return connue;
  const calcul = calculer(texte);
  calculees.set(texte, calcul);
  return calcul;
}

async function calculer(texte: string): Promise<string | null> {
  const subtle: SubtleCrypto | undefined = Reflect.get(globalThis.crypto, 'subtle');
  if (!subtle) return null;
  const octets = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(texte)));
  return `sha256:${Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')}`;
}

/** How the portal asks the graph: with the agent's session, documents named by their fingerprint. */
export const fetchDuGraphe: typeof fetch = creerFetchPersiste(fetchAvecSession, empreinteDuTexte);
