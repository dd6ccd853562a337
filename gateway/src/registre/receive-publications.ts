import {
  type Acquittement,
  type Canal,
  type Publication,
  PublicationRefusee,
  verifyPublication,
} from '@passerelle/publication';
import type { Gateway } from '../create-gateway.js';
import type { Journal } from '../observability/journal.js';
import { createGraph, type Graph, type GraphThreads } from '../supergraph/graph.js';
import { ContenuRefuse, checkPublication } from './check-publication.js';
import type { FileSource } from './portal-source.js';
import type { Confiance, PublicationKeeper } from './publication-keeper.js';
import { announcedNumber, wordsOf } from './refusal-words.js';
import { isSameGraph } from './same-graph.js';

/** Serves the publications it is given, one after the other, each if it deserves it. */
export interface Receiver {
  /** Serves what was kept on disk by a previous start. */
  restore(): Promise<void>;
  /** Never rejects: what is refused is told, and what was served stays. */
  receive(jws: string): Promise<void>;
  /** When all that was received has been dealt with. */
  settled(): Promise<void>;
}

export interface ReceiverDeps {
  canal: Canal;
  passerelle: string;
  /** Refuses the addresses that only one machine knows. */
  production: boolean;
  keeper: PublicationKeeper;
  fichiers: FileSource;
  threads: GraphThreads;
  gateway: Pick<Gateway, 'serve' | 'alarm' | 'metrics'>;
  /** A past publication as it was signed; null when it can't be had. */
  readPast: (numero: number) => Promise<string | null>;
  /** Tells the registry; never rejects. */
  acknowledge: (acquittement: Acquittement) => Promise<void>;
  journal: Journal;
  maintenant?: () => Date;
}

interface Served {
  readonly jws: string;
  readonly publication: Publication;
  readonly graph: Graph | null;
}

/** How many publications a gateway may have missed and still learn their keys. */
const MANQUEES_MAX = 500;

export function createReceiver(deps: ReceiverDeps): Receiver {
  const { canal, passerelle, gateway, journal, keeper } = deps;
  const maintenant = deps.maintenant ?? (() => new Date());
  let served: Served | null = null;
  let confiance: Confiance | null = null;
  /** Comes again with each connection and each poll: told once. */
  let lastRefused: { jws: string; acquittement: Acquittement } | null = null;
  let last = Promise.resolve();

  async function trust(): Promise<Confiance> {
    confiance ??= (await keeper.read()).confiance;
    return confiance;
  }

  /** @throws PublicationRefusee, ContenuRefuse; nothing has changed */
  async function prepare(jws: string, { cles }: Pick<Confiance, 'cles'>, plancher: number | null) {
    const publication = await verifyPublication(jws, cles, { canal, dernierNumero: plancher });
    checkPublication(publication, deps.production);
    return { jws, publication, graph: await graphOf(publication) };
  }

  /** The graph served now when this publication does not change it. */
  async function graphOf({ supergraphe, sousGraphes }: Publication): Promise<Graph | null> {
    if (supergraphe === null) {
      if (served?.graph != null) {
        throw new ContenuRefuse('GRAPHE_ABSENT', 'Un graphe est servi, la publication n’en a pas.');
      }
      return null;
    }
    if (served !== null && isSameGraph(served.publication, { supergraphe, sousGraphes })) {
      return served.graph;
    }
    try {
      return await createGraph({ supergraphe, sousGraphes }, deps.threads);
    } catch (cause) {
      throw new ContenuRefuse(
        'GRAPHE_NON_PLANIFIABLE',
        'Le graphe publié ne peut pas être servi.',
        {
          cause,
        },
      );
    }
  }

  async function serve(next: Served): Promise<void> {
    const { numero, sousGraphes, portail, documents } = next.publication;
    await gateway.serve({
      numero,
      graph: next.graph,
      partenaires: sousGraphes.map(({ partenaire, santeUrl }) => ({ partenaire, santeUrl })),
      portail: portail === null ? null : { portail, fichiers: deps.fichiers },
      documents,
    });
    served = next;
    lastRefused = null;
    gateway.alarm(null);
  }

  async function accept(jws: string, before: Confiance, debut: number): Promise<void> {
    // Nothing is served: the last number itself may be sent again, its copy was lost.
    const plancher =
      served === null && before.dernierNumero !== null
        ? before.dernierNumero - 1
        : before.dernierNumero;
    const next = await prepare(jws, before, plancher);
    await serve(next);
    const { numero, cles } = next.publication;
    confiance = { cles, dernierNumero: numero };
    const dureeMs = performance.now() - debut;
    journal.info({ publication: numero, dureeMs: Math.round(dureeMs) }, 'publication served');
    try {
      await keeper.keep(jws, confiance, before.cles);
    } catch (err) {
      journal.error({ err, publication: numero }, 'publication served, not kept on disk');
    }
    await deps.acknowledge({ canal, numero, passerelle, statut: 'SERVIE', dureeMs });
  }

  async function refuse(jws: string, error: unknown, debut: number): Promise<void> {
    const { code, message } = wordsOf(error);
    const numero = announcedNumber(jws);
    const acquittement: Acquittement = {
      canal,
      numero,
      passerelle,
      statut: 'REFUSEE',
      code,
      message,
      dureeMs: performance.now() - debut,
    };
    lastRefused = { jws, acquittement };
    gateway.alarm({ code, message, le: maintenant().toISOString() });
    gateway.metrics.publicationRefused(code);
    journal.error(
      { code, publication: numero, err: error },
      'publication refused, what is served stays',
    );
    await deps.acknowledge(acquittement);
  }

  /**
   * Keys are announced by publications: a gateway that was away when they changed reads those that
   * it missed, for their keys alone.
   */
  async function learnKeys(jws: string, { cles, dernierNumero }: Confiance): Promise<Confiance> {
    if (dernierNumero === null) return { cles, dernierNumero };
    const until = Math.min(announcedNumber(jws), dernierNumero + MANQUEES_MAX);
    let known = cles;
    for (let numero = dernierNumero + 1; numero < until; numero += 1) {
      const missed = await deps.readPast(numero);
      if (missed === null) break;
      const attendu = { canal, dernierNumero: numero - 1 };
      known = (await verifyPublication(missed, known, attendu)).cles;
    }
    return { cles: known, dernierNumero };
  }

  async function acceptWithNewKeys(jws: string, debut: number): Promise<void> {
    try {
      await accept(jws, await trust(), debut);
    } catch (error) {
      if (!(error instanceof PublicationRefusee) || error.code !== 'CLE_INCONNUE') throw error;
      const before = await trust();
      const learned = await learnKeys(jws, before);
      if (learned.cles === before.cles) throw error;
      await accept(jws, learned, debut);
    }
  }

  async function handle(jws: string, debut: number): Promise<void> {
    if (served !== null && jws === served.jws) {
      // The registry stands by what is served; after a restart it may not know that it is.
      const { numero } = served.publication;
      lastRefused = null;
      gateway.alarm(null);
      await deps.acknowledge({ canal, numero, passerelle, statut: 'SERVIE', dureeMs: 0 });
      return;
    }
    if (lastRefused?.jws === jws) {
      await deps.acknowledge(lastRefused.acquittement);
      return;
    }
    try {
      await acceptWithNewKeys(jws, debut);
    } catch (error) {
      await refuse(jws, error, debut);
    }
  }

  /** In the order of arrival: a graph must not replace the one that follows it. */
  function queue(act: () => Promise<void>): Promise<void> {
    last = last.then(act).catch((err: unknown) => {
      journal.error({ err }, 'publication failed by a bug, what is served stays');
    });
    return last;
  }

  return {
    settled: () => last,
    restore: () =>
      queue(async () => {
        const { copie, clesDeLaCopie } = await keeper.read();
        if (copie === null) return;
        const { dernierNumero } = await trust();
        try {
          // The copy is at least the last one accepted: an older file put back is refused.
          const plancher = dernierNumero === null ? null : dernierNumero - 1;
          await serve(await prepare(copie, { cles: clesDeLaCopie }, plancher));
          journal.info({ publication: served?.publication.numero }, 'publication served from disk');
        } catch (error) {
          await refuse(copie, error, performance.now());
        }
      }),
    receive(jws) {
      const debut = performance.now();
      return queue(() => handle(jws, debut));
    },
  };
}
