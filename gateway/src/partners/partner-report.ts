/** One line of `extensions.partenaires`. */
export interface PartnerLine {
  partenaire: string;
  statut: 'ok' | 'partiel' | 'indisponible' | 'refuse';
  dureeMs: number;
  code?: string;
}

type Issue = 'ok' | 'erreurs' | 'echec' | 'refus';

interface Trace {
  debut: number;
  fin: number;
  readonly issues: Set<Issue>;
  code: string | undefined;
}

/** What each partner asked by one request gave. Every part of the request writes in it. */
export interface PartnerReport {
  record(partenaire: string, issue: Issue, debut: number, fin: number, code?: string): void;
  /** A partner that was not asked because it is known to be away. */
  missing(partenaire: string): void;
  hasFailed(partenaire: string): boolean;
  lines(): PartnerLine[];
  /** Forgets everything: a stream gives one report per event. */
  clear(): void;
}

export function createPartnerReport(): PartnerReport {
  const traces = new Map<string, Trace>();

  return {
    record(partenaire, issue, debut, fin, code) {
      const trace = traces.get(partenaire);
      if (trace === undefined) {
        traces.set(partenaire, { debut, fin, issues: new Set([issue]), code });
        return;
      }
      trace.debut = Math.min(trace.debut, debut);
      trace.fin = Math.max(trace.fin, fin);
      trace.issues.add(issue);
      trace.code ??= code;
    },
    missing(partenaire) {
      if (traces.has(partenaire)) return;
      traces.set(partenaire, {
        debut: 0,
        fin: 0,
        issues: new Set(['echec']),
        code: 'PARTENAIRE_INDISPONIBLE',
      });
    },
    hasFailed: (partenaire) => traces.get(partenaire)?.issues.has('echec') ?? false,
    clear: () => traces.clear(),
    lines: () =>
      Array.from(traces, ([partenaire, { debut, fin, issues, code }]) => ({
        partenaire,
        statut: statutOf(issues),
        dureeMs: Math.round((fin - debut) * 10) / 10,
        ...(code === undefined ? {} : { code }),
      })),
  };
}

function statutOf(issues: ReadonlySet<Issue>): PartnerLine['statut'] {
  if (issues.size > 1) return 'partiel';
  if (issues.has('ok')) return 'ok';
  if (issues.has('echec')) return 'indisponible';
  return issues.has('refus') ? 'refuse' : 'partiel';
}
