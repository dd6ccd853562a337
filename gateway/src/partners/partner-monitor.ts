/**
 * Which partners can be asked now.
 *
 * A partner leaves when its health says so, when its port refuses connections, or after
 * several calls in a row that gave nothing. It is back at its first healthy answer; one that
 * left because of its calls, though healthy, is tried again with one call at a time.
 */
export interface PartnerMonitor {
  /** Partners to plan without, in the order of the publication. */
  absents(): readonly string[];
  /** False when a call would be lost time: answer at once that the partner is away. */
  mayCall(partenaire: string): boolean;
  succeeded(partenaire: string): void;
  failed(partenaire: string, nature: FailureKind): void;
  etats(): readonly PartnerStatus[];
  /** Replaces the partners watched; those that stay keep their state. */
  watch(partenaires: readonly WatchedPartner[]): void;
  stop(): void;
}

/** `connexion`: nobody listens. `reponse`: reset, 5xx or unreadable. `delai`: nothing in time. */
export type FailureKind = 'connexion' | 'reponse' | 'delai';
export interface PartnerStatus {
  partenaire: string;
  statut: 'disponible' | 'indisponible';
}
export interface WatchedPartner {
  partenaire: string;
  /** Absent when only a supergraph is known: then only calls tell. */
  santeUrl: string | undefined;
}
/** `muet`: no answer in time, which a busy machine explains too. */
export type ProbeResult = 'pret' | 'pas-pret' | 'muet';

interface MonitorDeps {
  probe: (santeUrl: string) => Promise<ProbeResult>;
  maintenant?: () => number;
  onChange?: (partenaire: string, statut: PartnerStatus['statut'], cause: string) => void;
  intervalleMs?: number;
}

const ECHECS_AVANT_ABSENCE = 3;
const SILENCES_AVANT_ABSENCE = 2;
const ATTENTE_MIN_MS = 1_000;
const ATTENTE_MAX_MS = 8_000;

interface Suivi {
  readonly partenaire: string;
  santeUrl: string | undefined;
  absence: { cause: 'sante' | 'appels'; essaiLe: number } | null;
  echecs: number;
  silences: number;
  attenteMs: number;
  sonde: Promise<void> | null;
}

export function createPartnerMonitor(deps: MonitorDeps): PartnerMonitor {
  const maintenant = deps.maintenant ?? (() => performance.now());
  const suivis = new Map<string, Suivi>();
  const timer =
    deps.intervalleMs === 0
      ? undefined
      : setInterval(() => probeAll(), deps.intervalleMs ?? 1_000).unref();

  function leave(suivi: Suivi, cause: 'sante' | 'appels', pourquoi: string): void {
    const wasThere = suivi.absence === null;
    suivi.absence = { cause, essaiLe: maintenant() + suivi.attenteMs };
    if (wasThere) deps.onChange?.(suivi.partenaire, 'indisponible', pourquoi);
  }

  function comeBack(suivi: Suivi): void {
    suivi.echecs = 0;
    suivi.silences = 0;
    suivi.attenteMs = ATTENTE_MIN_MS;
    if (suivi.absence === null) return;
    suivi.absence = null;
    deps.onChange?.(suivi.partenaire, 'disponible', 'sante');
  }

  function onProbe(suivi: Suivi, resultat: ProbeResult): void {
    switch (resultat) {
      case 'pret':
        suivi.silences = 0;
        if (suivi.absence?.cause === 'sante') comeBack(suivi);
        return;
      case 'pas-pret':
        leave(suivi, 'sante', 'sante');
        return;
      case 'muet':
        suivi.silences += 1;
        if (suivi.silences >= SILENCES_AVANT_ABSENCE) leave(suivi, 'sante', 'silence');
    }
  }

  function probeOne(suivi: Suivi): void {
    const { santeUrl } = suivi;
    if (santeUrl === undefined || suivi.sonde !== null) return;
    suivi.sonde = deps
      .probe(santeUrl)
      .then((resultat) => {
        // The publication may have changed meanwhile: an answer of the old address says nothing.
        if (suivis.get(suivi.partenaire) === suivi && suivi.santeUrl === santeUrl) {
          onProbe(suivi, resultat);
        }
      })
      .finally(() => {
        suivi.sonde = null;
      });
  }

  function probeAll(): void {
    for (const suivi of suivis.values()) probeOne(suivi);
  }

  /** One call in `attenteMs` may try a partner that left because of its calls. */
  const isTrialDue = (suivi: Suivi): boolean =>
    suivi.absence?.cause === 'appels' && maintenant() >= suivi.absence.essaiLe;

  return {
    absents() {
      const noms: string[] = [];
      for (const suivi of suivis.values()) {
        if (suivi.absence !== null && !isTrialDue(suivi)) noms.push(suivi.partenaire);
      }
      return noms;
    },
    mayCall(partenaire) {
      const suivi = suivis.get(partenaire);
      if (suivi === undefined || suivi.absence === null) return true;
      if (!isTrialDue(suivi)) return false;
      suivi.absence.essaiLe = maintenant() + suivi.attenteMs;
      return true;
    },
    succeeded(partenaire) {
      const suivi = suivis.get(partenaire);
      if (suivi === undefined) return;
      suivi.echecs = 0;
      if (suivi.absence?.cause === 'appels') comeBack(suivi);
    },
    failed(partenaire, nature) {
      const suivi = suivis.get(partenaire);
      if (suivi === undefined) return;
      suivi.echecs += 1;
      if (nature === 'connexion') {
        leave(suivi, suivi.santeUrl === undefined ? 'appels' : 'sante', 'connexion');
      } else if (suivi.absence?.cause === 'appels') {
        suivi.attenteMs = Math.min(suivi.attenteMs * 2, ATTENTE_MAX_MS);
        leave(suivi, 'appels', nature);
      } else if (suivi.absence === null && nature === 'delai' && suivi.silences > 0) {
        // Its health page was silent too: it is not one slow question.
        leave(suivi, 'sante', 'silence');
      } else if (suivi.absence === null && suivi.echecs >= ECHECS_AVANT_ABSENCE) {
        leave(suivi, 'appels', nature);
      }
      probeOne(suivi);
    },
    etats: () =>
      [...suivis.values()].map(({ partenaire, absence }) => ({
        partenaire,
        statut: absence === null ? 'disponible' : 'indisponible',
      })),
    watch(partenaires) {
      const anciens = new Map(suivis);
      suivis.clear();
      for (const { partenaire, santeUrl } of partenaires) {
        const ancien = anciens.get(partenaire);
        const memeAdresse = ancien !== undefined && ancien.santeUrl === santeUrl;
        suivis.set(
          partenaire,
          memeAdresse
            ? ancien
            : {
                partenaire,
                santeUrl,
                absence: null,
                echecs: 0,
                silences: 0,
                attenteMs: ATTENTE_MIN_MS,
                sonde: null,
              },
        );
      }
      probeAll();
    },
    stop() {
      clearInterval(timer);
      suivis.clear();
    },
  };
}
