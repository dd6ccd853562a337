import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTENAIRES, type Partenaire } from '@passerelle/identity';
import {
  type Canal,
  COMMUN,
  type DemandeModule,
  type DemandeSchema,
  type Etat,
  empreinteDuSchema,
  empreinteOf,
} from '@passerelle/publication';
import { adresseLocale, type Config } from '../config.js';
import { StartRefusal } from '../start-refusal.js';
import { readBundle } from './read-bundle.js';

/** One thing of this checkout that its publisher publishes, as its own CI would. */
export interface Offer {
  readonly editeur: Partenaire | typeof COMMUN;
  /** Kind of the token that may publish it. */
  readonly genre: 'schema' | 'module';
  /** Name of its own, stable: `region/schema`, `commun/coquille`. */
  readonly nom: string;
  /** In a French sentence: « le module ». */
  readonly libelle: string;
  readonly chemin: '/v1/schemas' | '/v1/modules';
  readonly demande: (canal: Canal) => DemandeSchema | DemandeModule;
  /** The same for the same content: tells an unchanged start without sending megabytes. */
  readonly empreinte: string;
  /** Whether the channel already serves something in its place. */
  readonly isLive: (etat: Etat) => boolean;
}

/** The channel that the gateway of this machine serves. */
export const CANAL_SERVI = 'production';

/**
 * What `npm start` publishes, in an order in which each check finds what it needs: schemas, then the
 * shared files that modules require, the shell, the modules.
 *
 * @throws StartRefusal when something is not built
 */
export function listOffers(config: Config): Offer[] {
  const frontends = join(config.racine, 'frontends');
  return [
    ...PARTENAIRES.map((partenaire) => schemaOffer(config, partenaire)),
    commonOffer('partages', 'les fichiers partagés', [
      config.racine,
      'packages',
      'portal-kit',
      'dist',
      'partages',
    ]),
    commonOffer('coquille', 'la coquille', [frontends, 'shell', 'dist']),
    ...PARTENAIRES.map((partenaire) =>
      bundleOffer({
        editeur: partenaire,
        lot: 'module',
        libelle: 'le module',
        dossier: join(frontends, partenaire, 'dist'),
        isLive: ({ partenaires }) =>
          partenaires.some((seen) => seen.partenaire === partenaire && seen.module !== null),
      }),
    ),
  ];
}

function schemaOffer(config: Config, partenaire: Partenaire): Offer {
  const origine = adresseLocale(config, config.ports[partenaire]);
  const schema = readSchema(join(config.racine, 'services', partenaire, 'schema.graphql'));
  const contenu = {
    schema,
    url: `${origine}/graphql`,
    fluxUrl: `${origine}/graphql/stream`,
    santeUrl: `${origine}/sante/pret`,
  };
  return {
    editeur: partenaire,
    genre: 'schema',
    nom: `${partenaire}/schema`,
    libelle: 'le schéma',
    chemin: '/v1/schemas',
    demande: (canal) => ({ canal, ...contenu }),
    empreinte: empreinteOf(JSON.stringify({ ...contenu, schema: empreinteDuSchema(schema) })),
    isLive: ({ partenaires }) =>
      partenaires.some((seen) => seen.partenaire === partenaire && seen.schema !== null),
  };
}

function commonOffer(
  lot: 'coquille' | 'partages',
  libelle: string,
  dossier: readonly string[],
): Offer {
  return bundleOffer({
    editeur: COMMUN,
    lot,
    libelle,
    dossier: join(...dossier),
    isLive: ({ commun }) => commun[lot] !== null,
  });
}

function bundleOffer(o: {
  editeur: Offer['editeur'];
  lot: 'module' | 'coquille' | 'partages';
  libelle: string;
  dossier: string;
  isLive: Offer['isLive'];
}): Offer {
  const files = readBundle(o.dossier);
  const digests = files.map(({ chemin, contenu }) => [chemin, empreinteOf(contenu)]);
  return {
    editeur: o.editeur,
    genre: 'module',
    nom: `${o.editeur}/${o.lot}`,
    libelle: o.libelle,
    chemin: '/v1/modules',
    demande: (canal) => ({
      canal,
      lot: o.lot,
      fichiers: files.map(({ chemin, contenu }) => ({
        chemin,
        contenu: contenu.toString('base64'),
      })),
    }),
    empreinte: empreinteOf(JSON.stringify([o.lot, digests])),
    isLive: o.isLive,
  };
}

function readSchema(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartRefusal(
      `Le schéma ${path} manque ; reprenez une copie complète du projet.`,
      error,
    );
  }
}
