import { demarrerDirect } from './mouvements/direct.js';
import { suivreLeDefilement } from './navigation/defilement.js';
import { suivreLesLiens } from './navigation/liens-du-document.js';
import { demarrerSession, type Session } from './session/session.js';

/** Called once by the shell before it registers the modules. */
export async function demarrerPortail(): Promise<Session> {
  suivreLesLiens();
  suivreLeDefilement();
  const session = await demarrerSession();
  if (session.statut === 'authentifiee') demarrerDirect();
  return session;
}
