import { useEffect, useSyncExternalStore } from 'react';
import { SeanceModifieeDocument } from '../generated/graphql.js';
import { creerObservable, type Observable } from '../observable.js';
import { suivreFlux } from './flux.js';
import { mener } from './meneur.js';
import { signalerMouvement } from './mouvements.js';
import { attendreOuRetour, ouvrirFlux } from './ouvrir-flux.js';

/** A session that parts of this page follow, by one stream for all of them. */
interface Suivie {
  parties: number;
  /** Its changes are heard at this moment, in this tab. */
  entendue: Observable<boolean>;
  arreter: () => void;
}

const suivies = new Map<string, Suivie>();

/**
 * Hears each change of a session, whoever makes it, while the page is in sight: every part of it
 * that reads the session is told by the movement `seance`. A hidden page hears nothing, and reads
 * again when it comes back.
 *
 * @returns whether changes are heard; if not, the page has to ask
 */
export function useDirectDeSeance(seance: string | null): boolean {
  useEffect(() => (seance === null ? undefined : suivre(seance)), [seance]);
  return useSyncExternalStore(
    (reaction) =>
      (seance === null ? undefined : suivies.get(seance)?.entendue.ecouter(reaction)) ?? rien,
    () => (seance === null ? false : (suivies.get(seance)?.entendue.lire() ?? false)),
  );
}

function rien(): void {
  // Nothing was listened to.
}

function suivre(seance: string): () => void {
  const suivie = suivies.get(seance) ?? demarrer(seance);
  suivie.parties += 1;
  return () => {
    suivie.parties -= 1;
    if (suivie.parties > 0) return;
    suivies.delete(seance);
    suivie.arreter();
  };
}

function demarrer(seance: string): Suivie {
  const entendue = creerObservable(false);
  let fermer: (() => void) | null = null;
  const regarder = (): void => {
    const visible = document.visibilityState === 'visible';
    if (visible && fermer === null) fermer = ouvrir(seance, entendue);
    if (!visible && fermer !== null) {
      fermer();
      fermer = null;
    }
  };
  document.addEventListener('visibilitychange', regarder);
  regarder();
  const suivie: Suivie = {
    parties: 0,
    entendue,
    arreter() {
      document.removeEventListener('visibilitychange', regarder);
      fermer?.();
    },
  };
  suivies.set(seance, suivie);
  return suivie;
}

// A browser keeps few connections to one origin, and three are the houses' own streams: only one
// of its tabs in sight listens to a session, the others ask from time to time.
const PLACE = 'passerelle-direct-seance';

function ouvrir(seance: string, entendue: Observable<boolean>): () => void {
  const signaler = (): void => signalerMouvement({ nature: 'seance', seance });
  const verrous: LockManager | undefined = Reflect.get(navigator, 'locks');
  return mener(verrous, PLACE, (signal) =>
    suivreFlux<unknown>(
      {
        recevoir: signaler,
        // Told each time the stream holds, the first one too: see below.
        reprise: rien,
        attendre: (delaiMs, arret) => attendreOuRetour('etat', delaiMs, arret),
        hasard: Math.random,
        async ouvrir({ recevoir, etablie, signal: arret }) {
          try {
            await ouvrirFlux(
              {
                document: SeanceModifieeDocument,
                variables: { seance },
                partenaire: 'etat',
                illisible: signaler,
              },
              {
                recevoir,
                signal: arret,
                etablie() {
                  etablie();
                  entendue.ecrire(true);
                  // What changed between the reading and the stream was not heard.
                  signaler();
                },
              },
            );
          } finally {
            entendue.ecrire(false);
          }
        },
      },
      signal,
    ),
  );
}
