import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AnswerTrace } from '../http/graphql-endpoint.js';

/** What Prometheus reads on the administration port. */
export interface Metrics {
  answered(trace: AnswerTrace): void;
  called(partenaire: string, issue: 'ok' | 'echec', dureeMs: number): void;
  partnerChanged(partenaire: string, isThere: boolean): void;
  published(numero: number): void;
  /** Whether what was last received is refused. */
  alarmed(isRaised: boolean): void;
  publicationRefused(code: string): void;
  /** Requests of which the registry will not know. */
  usageLost(nombre: number): void;
  /** A file of the portal could not be had as it was published. */
  fileRefused(): void;
  /** Mounts and failures of modules that the registry will never know. */
  incidentsLost(nombre: number): void;
  text(): Promise<string>;
  contentType: string;
}

export function createMetrics(sources: { streams: () => number; plans: () => number }): Metrics {
  const registre = new Registry();
  collectDefaultMetrics({ register: registre });
  const registers = [registre];
  const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

  const requests = new Histogram({
    name: 'passerelle_requetes_secondes',
    help: 'Durée des requêtes GraphQL, par genre et statut HTTP.',
    labelNames: ['genre', 'statut'],
    buckets,
    registers,
  });
  const errors = new Counter({
    name: 'passerelle_erreurs_total',
    help: 'Réponses qui portent une erreur, par code.',
    labelNames: ['code'],
    registers,
  });
  const calls = new Histogram({
    name: 'passerelle_appels_partenaires_secondes',
    help: 'Durée des appels aux partenaires, par partenaire et issue.',
    labelNames: ['partenaire', 'issue'],
    buckets,
    registers,
  });
  const partners = new Gauge({
    name: 'passerelle_partenaire_disponible',
    help: '1 quand le partenaire peut être interrogé, 0 sinon.',
    labelNames: ['partenaire'],
    registers,
  });
  const publication = new Gauge({
    name: 'passerelle_publication',
    help: 'Numéro de la publication servie.',
    registers,
  });
  const files = new Counter({
    name: 'passerelle_fichiers_refuses_total',
    help: 'Fichiers du portail absents ou altérés, jamais servis.',
    registers,
  });
  const lost = new Counter({
    name: 'passerelle_incidents_perdus_total',
    help: 'Montages et erreurs de modules non transmis au registre.',
    registers,
  });
  const alarm = new Gauge({
    name: 'passerelle_publication_alarme',
    help: '1 quand la dernière publication reçue est refusée, 0 sinon.',
    registers,
  });
  const refused = new Counter({
    name: 'passerelle_publications_refusees_total',
    help: 'Publications reçues et refusées, par code.',
    labelNames: ['code'],
    registers,
  });
  const unreported = new Counter({
    name: 'passerelle_usages_perdus_total',
    help: 'Requêtes dont le registre ne saura rien.',
    registers,
  });
  new Gauge({
    name: 'passerelle_flux_ouverts',
    help: 'Abonnements ouverts.',
    registers,
    collect() {
      this.set(sources.streams());
    },
  });
  new Gauge({
    name: 'passerelle_operations_en_cache',
    help: 'Opérations lues, validées et planifiées, gardées en mémoire.',
    registers,
    collect() {
      this.set(sources.plans());
    },
  });

  return {
    answered(trace) {
      requests.observe(
        { genre: trace.genre ?? 'aucun', statut: String(trace.statut) },
        trace.dureeMs / 1000,
      );
      for (const code of trace.codes) errors.inc({ code: KNOWN_CODE.test(code) ? code : 'AUTRE' });
    },
    called(partenaire, issue, dureeMs) {
      calls.observe({ partenaire, issue }, dureeMs / 1000);
    },
    partnerChanged(partenaire, isThere) {
      partners.set({ partenaire }, isThere ? 1 : 0);
    },
    published(numero) {
      publication.set(numero);
    },
    alarmed(isRaised) {
      alarm.set(isRaised ? 1 : 0);
    },
    publicationRefused(code) {
      refused.inc({ code });
    },
    usageLost(nombre) {
      unreported.inc(nombre);
    },
    fileRefused() {
      files.inc();
    },
    incidentsLost(nombre) {
      lost.inc(nombre);
    },
    text: () => registre.metrics(),
    contentType: registre.contentType,
  };
}

/** Codes come from partners too: a strange one must not grow the registry. */
const KNOWN_CODE = /^[A-Z_]{3,64}$/;
