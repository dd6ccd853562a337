import { demarrerDirect } from './mouvements/direct.js';
import { suivreLeDefilement } from './navigation/defilement.js';
import { suivreLesLiens } from './navigation/liens-du-document.js';
import { demarrerSante } from './sante/sante.js';
import { demarrerSession, type Session } from './session/session.js';
import { demarrerVersions } from './version/versions.js';

/** Called once by the shell before it registers the modules. */
export async function demarrerPortail(): Promise<Session> {
  suivreLesLiens();
  suivreLeDefilement();
  demarrerSante();
  const session = await demarrerSession();
  if (session.statut === 'authentifiee') demarrerDirect();
  demarrerVersions();
  return session;
}
