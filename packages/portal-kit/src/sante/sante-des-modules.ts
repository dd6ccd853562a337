/** A module's revision, as the gateway counts it. */
export interface ModuleCompte {
  partenaire: string;
  revision: number;
}

/** `POST /portail/incidents`. */
export interface RapportDeSante {
  modules: {
    partenaire: string;
    revision: number;
    montages: number;
    erreurs: number;
    /** Names of errors only: a message may hold what the agent typed. */
    genres: Record<string, number>;
  }[];
}

export interface SanteDesModules {
  montage(module: ModuleCompte): void;
  erreur(module: ModuleCompte, cause: unknown): void;
  /** Sends what was counted since the last time; what could not leave is counted again. */
  vider(): Promise<void>;
}

/** @param envoyer - false: it did not leave, try again later */
export function creerSanteDesModules(
  envoyer: (rapport: RapportDeSante) => Promise<boolean>,
  surCompte: () => void = () => {},
): SanteDesModules {
  let comptes = new Map<string, RapportDeSante['modules'][number]>();

  function compteDe({ partenaire, revision }: ModuleCompte): RapportDeSante['modules'][number] {
    const cle = `${partenaire}:${revision}`;
    const connu = comptes.get(cle) ?? { partenaire, revision, montages: 0, erreurs: 0, genres: {} };
    comptes.set(cle, connu);
    return connu;
  }

  function ajouter(un: RapportDeSante['modules'][number]): void {
    const compte = compteDe(un);
    compte.montages += un.montages;
    compte.erreurs += un.erreurs;
    for (const [nom, nombre] of Object.entries(un.genres)) {
      compte.genres[nom] = (compte.genres[nom] ?? 0) + nombre;
    }
  }

  function compter(un: RapportDeSante['modules'][number]): void {
    // What comes from the agent's own machine is nobody else's concern.
    if (un.revision <= 0) return;
    ajouter(un);
    surCompte();
  }

  return {
    montage: (module) => compter({ ...module, montages: 1, erreurs: 0, genres: {} }),
    erreur: (module, cause) =>
      compter({ ...module, montages: 0, erreurs: 1, genres: { [nomDe(cause)]: 1 } }),
    async vider() {
      if (comptes.size === 0) return;
      const modules = Array.from(comptes.values());
      comptes = new Map();
      const parti = await envoyer({ modules }).catch(() => false);
      if (!parti) for (const un of modules) ajouter(un);
    },
  };
}

function nomDe(cause: unknown): string {
  const nom = cause instanceof Error ? cause.name : 'Inconnue';
  return /^[A-Za-z]{1,60}$/.test(nom) ? nom : 'Error';
}

/** The module whose file an error names: its own, or where it was thrown. */
export function moduleNomme(trace: string): ModuleCompte | null {
  const [, partenaire, revision] = /\/modules\/([a-z][a-z0-9-]*)\/(\d+)\//.exec(trace) ?? [];
  return partenaire === undefined ? null : { partenaire, revision: Number(revision) };
}
