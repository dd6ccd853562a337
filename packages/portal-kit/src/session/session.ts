import { estPartenaire, type Partenaire } from '@passerelle/portal-ui';
import { useSyncExternalStore } from 'react';
import { creerObservable, creerSignal } from '../observable.js';

export interface Agent {
  sujet: string;
  prenom: string | null;
  nom: string | null;
  fonction: string;
  organisation: string;
  partenaire: Partenaire | null;
  roles: readonly string[];
  scopes: readonly string[];
  territoire: { code: string; maille: string } | null;
  amr: readonly string[];
}

/**
 * `expiree`: an agent was signed in on this page and no longer is. What they see and type stays;
 * requests wait until the same agent is back.
 */
export type Session =
  | { statut: 'inconnue' }
  | { statut: 'anonyme' }
  | { statut: 'authentifiee'; agent: Agent; expireLe: Date | null }
  | { statut: 'expiree'; agent: Agent };

const session = creerObservable<Session>({ statut: 'inconnue' });
const changements = creerSignal<Session>();
const CANAL = 'passerelle-session';

function texte(objet: object, cle: string): string | null {
  const valeur: unknown = Reflect.get(objet, cle);
  return typeof valeur === 'string' && valeur !== '' ? valeur : null;
}

function textes(objet: object, cle: string): string[] {
  const valeur: unknown = Reflect.get(objet, cle);
  return Array.isArray(valeur) ? valeur.filter((element) => typeof element === 'string') : [];
}

/** Parses the answer of `GET /session`; anything unexpected is an anonymous session. */
export function lireReponseDeSession(
  corps: unknown,
): Extract<Session, { statut: 'anonyme' | 'authentifiee' }> {
  if (typeof corps !== 'object' || corps === null) return { statut: 'anonyme' };
  if (Reflect.get(corps, 'authentifie') !== true) return { statut: 'anonyme' };
  const agent: unknown = Reflect.get(corps, 'agent');
  if (typeof agent !== 'object' || agent === null) return { statut: 'anonyme' };
  const sujet = texte(agent, 'sujet');
  if (sujet === null) return { statut: 'anonyme' };
  const partenaire = texte(agent, 'partenaire');
  const territoire: unknown = Reflect.get(agent, 'territoire');
  const code = typeof territoire === 'object' && territoire ? texte(territoire, 'code') : null;
  const maille = typeof territoire === 'object' && territoire ? texte(territoire, 'maille') : null;
  const expireLe = texte(corps, 'expireLe');
  return {
    statut: 'authentifiee',
    agent: {
      sujet,
      prenom: texte(agent, 'prenom'),
      nom: texte(agent, 'nom'),
      fonction: texte(agent, 'fonction') ?? '',
      organisation: texte(agent, 'organisation') ?? '',
      partenaire: partenaire !== null && estPartenaire(partenaire) ? partenaire : null,
      roles: textes(agent, 'roles'),
      scopes: textes(agent, 'scopes'),
      territoire: code !== null && maille !== null ? { code, maille } : null,
      amr: textes(agent, 'amr'),
    },
    expireLe: expireLe === null ? null : new Date(expireLe),
  };
}

/** What the page makes of a fresh answer: losing the agent is an expiry, not a sign-out. */
export function sessionSuivante(
  avant: Session,
  recue: Extract<Session, { statut: 'anonyme' | 'authentifiee' }>,
): Session {
  if (recue.statut === 'authentifiee') return recue;
  return avant.statut === 'authentifiee' || avant.statut === 'expiree'
    ? { statut: 'expiree', agent: avant.agent }
    : recue;
}

function passerA(suivante: Session): void {
  session.ecrire(suivante);
  changements.emettre(suivante);
}

export function sessionActuelle(): Session {
  return session.lire();
}

/** Follows who is signed in on this page. */
export function useSession(): Session {
  return useSyncExternalStore(session.ecouter, session.lire);
}

/** The signed-in agent, also while their session waits for a new sign-in. */
export function useAgent(): Agent | null {
  const actuelle = useSession();
  return 'agent' in actuelle ? actuelle.agent : null;
}

/** Whether the agent holds a right. The gateway and the owner decide; this only hides a button. */
export function peut(agent: Agent | null, scope: string): boolean {
  return agent?.scopes.includes(scope) ?? false;
}

/** Asks the gateway who is signed in. Never throws: an unreachable gateway changes nothing. */
export async function rafraichirSession(): Promise<Session> {
  try {
    const reponse = await fetch('/session', {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    if (reponse.ok || reponse.status === 401) {
      const avant = session.lire();
      const recue = reponse.ok
        ? lireReponseDeSession(await reponse.json())
        : lireReponseDeSession(null);
      const sujetAvant = 'agent' in avant ? avant.agent.sujet : null;
      if (recue.statut === 'authentifiee' && sujetAvant && sujetAvant !== recue.agent.sujet) {
        // Another agent signed in on this machine: what is on screen is not theirs to see.
        location.reload();
      }
      passerA(sessionSuivante(avant, recue));
    } else if (session.lire().statut === 'inconnue') {
      passerA({ statut: 'anonyme' });
    }
  } catch {
    // No network: whoever is signed in stays so, and the next request tells.
    if (session.lire().statut === 'inconnue') passerA({ statut: 'anonyme' });
  }
  return session.lire();
}

/** A request was answered 401 although an agent is on this page. */
export function signalerExpiration(): void {
  const actuelle = session.lire();
  if (actuelle.statut === 'authentifiee') passerA({ statut: 'expiree', agent: actuelle.agent });
}

/** Resolves when the same agent is signed in again; rejects when `signal` aborts first. */
export function attendreReconnexion(signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const arreter = changements.ecouter((suivante) => {
      if (suivante.statut !== 'authentifiee') return;
      arreter();
      signal?.removeEventListener('abort', abandonner);
      resolve();
    });
    const abandonner = (): void => {
      arreter();
      reject(signal?.reason);
    };
    if (signal?.aborted) abandonner();
    else signal?.addEventListener('abort', abandonner, { once: true });
  });
}

/** Leaves for the sign-in page and comes back here. */
export function seConnecter(retour: string = location.pathname + location.search): void {
  location.assign(`/connexion?retour=${encodeURIComponent(retour)}`);
}

/** Signs out here and at the identity provider. */
export function seDeconnecter(): void {
  diffuser('deconnexion');
  location.assign('/deconnexion');
}

const ADRESSE_RECONNEXION = `/connexion?retour=${encodeURIComponent('/?reconnexion=1')}`;

/**
 * Opens the sign-in page in a new window, so that this page, and what is typed in it, stays.
 * Call it from a click. Without pop-ups the window is a tab, with the same effect.
 */
export function seReconnecter(): void {
  if (!window.open(ADRESSE_RECONNEXION, 'passerelle-connexion', 'popup,width=640,height=760')) {
    window.open(ADRESSE_RECONNEXION, '_blank');
  }
}

let canal: BroadcastChannel | undefined;

function diffuser(message: 'reconnexion' | 'deconnexion'): void {
  canal?.postMessage(message);
}

/**
 * Reads the session once and keeps it true: on return to the tab, and when another tab signs in
 * or out. The window opened by `seReconnecter` ends here: it tells the others and closes.
 */
export async function demarrerSession(): Promise<Session> {
  if (typeof BroadcastChannel !== 'undefined' && !canal) {
    canal = new BroadcastChannel(CANAL);
    canal.addEventListener('message', (evenement) => {
      if (evenement.data === 'deconnexion') location.assign('/');
      else void rafraichirSession();
    });
    document.addEventListener('visibilitychange', () => {
      const { statut } = session.lire();
      if (document.visibilityState !== 'visible') return;
      if (statut === 'authentifiee' || statut === 'expiree') void rafraichirSession();
    });
  }
  const actuelle = await rafraichirSession();
  const parametres = new URLSearchParams(location.search);
  if (actuelle.statut === 'authentifiee' && parametres.has('reconnexion')) {
    diffuser('reconnexion');
    window.close();
    history.replaceState(history.state, '', location.pathname);
  }
  return actuelle;
}
