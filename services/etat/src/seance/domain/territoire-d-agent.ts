import { estDansSaPortee, type Lieu, type RequestContext } from '@passerelle/subgraph';

/** Whether this agent holds the sessions of a body that sits there. */
export function agitSur(identite: RequestContext['identite'], lieu: Lieu): boolean {
  return estDansSaPortee(identite, 'seance:tenir', lieu, null);
}
