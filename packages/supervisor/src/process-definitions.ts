import { join } from 'node:path';
import { clientDuService, type Partenaire } from '@passerelle/identity';
import {
  adresseLocale,
  type Config,
  databaseVariable,
  PORTS,
  TITULAIRES,
  type Titulaire,
} from './config.js';
import type { ProcessDefinition } from './managed-process.js';
import { CLES_DES_ACTES, cleDesActes, secretDuService } from './secrets.js';
import type { Demonstration } from './settle-demonstration.js';

export interface ProcessDefinitions {
  /** The demonstration's identity provider; null when an outside one is configured. */
  readonly identite: ProcessDefinition | null;
  readonly registre: ProcessDefinition;
  readonly partenaires: Readonly<Record<Partenaire, ProcessDefinition>>;
  readonly gateway: ProcessDefinition;
}

const LIBELLES: Readonly<Record<Partenaire, string>> = {
  etat: 'Le service État',
  region: 'Le service Région',
  'pole-emploi': 'Le service Pôle emploi',
};

/** @param databaseUrl - address of the database of each partner and of the registry */
export function describeProcesses(
  config: Config,
  demonstration: Demonstration,
  databaseUrl: (titulaire: Titulaire) => string,
): ProcessDefinitions {
  const common = commonEnvironment(config, demonstration);
  const registre = adresseLocale(config, config.ports.registre);
  const secret = (nom: string): string => join(config.dossier, 'secrets', nom);
  const partenaire = (code: Partenaire): ProcessDefinition => ({
    nom: code,
    libelle: LIBELLES[code],
    script: join(config.racine, 'services', code, 'dist', 'main.js'),
    port: config.ports[code],
    sante: `${adresseLocale(config, config.ports[code])}/sante/pret`,
    // A partner's process knows its own database, key and secret, and no other's.
    env: {
      ...common,
      [databaseVariable(code)]: databaseUrl(code),
      // Where the links of its letters lead.
      ADRESSE_PUBLIQUE: config.adressePublique,
      ACTES_CLE: secret(cleDesActes(code)),
      ACTES_CLES: secret(CLES_DES_ACTES),
      PASSERELLE_GRAPHE: `${adresseLocale(config, config.ports.portail)}/graphql`,
      SERVICE_CLIENT_ID: clientDuService(code),
      SERVICE_CLIENT_SECRET_FICHIER: secret(secretDuService(code)),
    },
  });
  return {
    identite:
      config.emetteurExterne === null
        ? {
            nom: 'identite',
            libelle: "Le fournisseur d'identité",
            script: join(config.racine, 'services', 'identite', 'dist', 'main.js'),
            port: config.ports.identite,
            sante: `${adresseLocale(config, config.ports.identite)}/sante/vivant`,
            env: common,
          }
        : null,
    registre: {
      nom: 'registre',
      libelle: 'Le registre',
      script: join(config.racine, 'services', 'registre', 'dist', 'main.js'),
      port: config.ports.registre,
      sante: `${registre}/sante/pret`,
      env: { ...common, [databaseVariable('registre')]: databaseUrl('registre') },
      // Composing and checking is heavy; requests come first.
      cedeLePas: true,
    },
    partenaires: {
      etat: partenaire('etat'),
      region: partenaire('region'),
      'pole-emploi': partenaire('pole-emploi'),
    },
    gateway: {
      nom: 'gateway',
      libelle: 'La passerelle',
      script: join(config.racine, 'gateway', 'dist', 'main.js'),
      port: config.ports.portail,
      sante: `${adresseLocale(config, config.ports.portail)}/sante/pret`,
      env: {
        ...common,
        ADRESSE_PUBLIQUE: config.adressePublique,
        PASSERELLE_REGISTRE: registre,
      },
    },
  };
}

function commonEnvironment(config: Config, demonstration: Demonstration): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...config.env };
  for (const titulaire of TITULAIRES) delete env[databaseVariable(titulaire)];
  // npm's own variables describe the command that was typed, not these programs.
  for (const nom of Object.keys(env)) if (/^npm_/i.test(nom)) delete env[nom];
  for (const [nom, { variable }] of Object.entries(PORTS)) {
    const port = Object.entries(config.ports).find(([cle]) => cle === nom)?.[1];
    if (port !== undefined) env[variable] = String(port);
  }
  return {
    ...env,
    HOTE: config.hote,
    REGION: demonstration.region,
    TAILLE_DEMONSTRATION: demonstration.taille,
    PASSERELLE_DOSSIER: config.dossier,
  };
}
