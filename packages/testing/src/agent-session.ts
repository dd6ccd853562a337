import { CookieJar } from './cookie-jar.js';

/** An agent signed in without a browser. */
export interface AgentSession {
  /** Value of the `cookie` header that carries the session. */
  readonly cookie: string;
  /** Asks the graph as the portal does; the answer's body as it came. */
  graphql(query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer>;
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly body: unknown;
}

const MAX_HOPS = 15;

/** Follows the real sign-in, redirection by redirection, and submits the provider's form. */
export async function openAgentSession(deps: {
  portail: string;
  compte: { identifiant: string; motDePasse: string };
}): Promise<AgentSession> {
  const { identifiant, motDePasse } = deps.compte;
  const jar = new CookieJar();
  // Back to what says who is signed in, rather than to a page: the graph alone matters here.
  const start = new URL(`/connexion?${new URLSearchParams({ retour: '/session' })}`, deps.portail);
  const form = await follow(jar, start, { method: 'GET' });
  if (!form.text.includes('name="motDePasse"')) {
    throw new Error(`Le formulaire de connexion n’est pas venu : ${form.status} ${form.url}`);
  }
  const end = await follow(jar, form.url, {
    method: 'POST',
    body: new URLSearchParams({ identifiant, motDePasse }),
  });
  if (end.url.href !== new URL('/session', deps.portail).href || end.status !== 200) {
    throw new Error(`La connexion de ${identifiant} a échoué : ${end.status} ${end.url}`);
  }
  const cookie = jar.header();
  return {
    cookie,
    async graphql(query, variables) {
      const response = await fetch(new URL('/graphql', deps.portail), {
        method: 'POST',
        headers: {
          cookie,
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          origin: new URL(deps.portail).origin,
          'sec-fetch-site': 'same-origin',
        },
        body: JSON.stringify({ query, variables }),
      });
      const body: unknown = await response.json();
      return { status: response.status, body };
    },
  };
}

async function follow(
  jar: CookieJar,
  first: URL,
  init: RequestInit,
): Promise<{ url: URL; status: number; text: string }> {
  let url = first;
  let next = init;
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const response = await fetch(url, {
      ...next,
      headers: { accept: 'text/html', cookie: jar.header() },
      redirect: 'manual',
    });
    jar.keep(response.headers.getSetCookie());
    const location = response.headers.get('location');
    const isRedirection = response.status >= 300 && response.status < 400;
    const text = await response.text();
    if (!isRedirection || location === null) return { url, status: response.status, text };
    url = new URL(location, url);
    next = { method: 'GET' };
  }
  throw new Error(`Trop de redirections depuis ${first}`);
}
