import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { echecLocal, SORTIE } from '../echec.js';

/** A partner's rooms on this machine, in the common repository or in its own. */
export interface Dossiers {
  readonly racine: string;
  readonly service: string;
  /** Null when the partner has no module here. */
  readonly module: string | null;
  /** The gateway's program. */
  readonly passerelle: string;
}

/** @throws Echec PARTENAIRE_INTROUVABLE, or ESSAI_IMPOSSIBLE when something is not built */
export function trouverDossiers(depart: string, partenaire: string): Dossiers {
  const racine = remonter(depart, join('services', partenaire, 'package.json'));
  if (racine === null) {
    throw echecLocal(
      SORTIE.USAGE,
      'PARTENAIRE_INTROUVABLE',
      `Aucun dossier services/${partenaire} ici ni au-dessus.`,
      'Lancez la commande depuis le dépôt du partenaire.',
    );
  }
  const service = join(racine, 'services', partenaire);
  const module = join(racine, 'frontends', partenaire);
  const passerelle = [
    join(racine, 'gateway', 'dist', 'main.js'),
    join(racine, 'node_modules', '@passerelle', 'gateway', 'dist', 'main.js'),
  ].find(existsSync);
  if (passerelle === undefined || !existsSync(join(service, 'dist', 'main.js'))) {
    throw echecLocal(
      SORTIE.USAGE,
      'ESSAI_IMPOSSIBLE',
      passerelle === undefined
        ? 'La passerelle (@passerelle/gateway) n’est pas installée ou pas construite ici.'
        : `services/${partenaire} n’est pas construit.`,
      'Faites d’abord « pnpm install && pnpm build ».',
    );
  }
  const aUnModule = existsSync(join(module, 'module.json'));
  return { racine, service, module: aUnModule ? module : null, passerelle };
}

function remonter(depart: string, cherche: string): string | null {
  for (let dossier = depart; ; dossier = dirname(dossier)) {
    if (existsSync(join(dossier, cherche))) return dossier;
    if (dossier === dirname(dossier)) return null;
  }
}
