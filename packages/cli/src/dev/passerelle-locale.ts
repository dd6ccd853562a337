import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Canal } from '@passerelle/publication';
import { type Enfant, lancerEnfant } from './enfant.js';
import type { RegistreDEssai } from './registre-essai.js';

export interface PasserelleLocaleDeps {
  /** Its program. */
  readonly script: string;
  /** Folder of the trial. */
  readonly dossier: string;
  readonly canal: Canal;
  readonly nom: string;
  readonly port: number;
  readonly portAdmin: number;
  readonly registre: RegistreDEssai;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A gateway of this machine alone, which believes the registry of the trial and no other. */
export function demarrerPasserelle(deps: PasserelleLocaleDeps): Enfant {
  const { dossier, registre } = deps;
  // What it kept was signed by the key of another trial.
  rmSync(join(dossier, 'passerelle', deps.canal), { recursive: true, force: true });
  mkdirSync(dossier, { recursive: true });
  const cles = join(dossier, 'publications.publiques.json');
  writeFileSync(cles, JSON.stringify(registre.trousseau));
  return lancerEnfant(process.execPath, [deps.script], {
    dossier,
    journal: join(dossier, 'journaux', 'passerelle.log'),
    env: {
      ...deps.env,
      NODE_ENV: undefined,
      HOTE: '127.0.0.1',
      PORT: String(deps.port),
      PORT_ADMIN: String(deps.portAdmin),
      ADRESSE_PUBLIQUE: `http://127.0.0.1:${deps.port}`,
      PASSERELLE_DOSSIER: dossier,
      PASSERELLE_REGISTRE: registre.adresse,
      PASSERELLE_JETON: registre.jeton,
      PASSERELLE_CANAL: deps.canal,
      PASSERELLE_NOM: deps.nom,
      PUBLICATIONS_CLES: cles,
      SURCHARGES_LOCALES: 'oui',
    },
  });
}
