import { ETAPES_PROTOCOLE, LIENS_INDICATEURS, type TexteProtocole } from '@passerelle/demo-data';
import type { Partenaire } from '@passerelle/identity';
import type { Feature } from '../app/feature.js';
import { PROPRIETAIRE_DU_COMMUN, standbyFor } from '../app/proprietaire.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { TEXTE_COMMUN_CODES } from './domain/texte-commun.errors.js';
import { texteCommunReferences } from './graphql/texte-commun.references.js';
import { texteCommunResolvers } from './graphql/texte-commun.resolvers.js';
import { texteVersionResolvers } from './graphql/texte-version.resolvers.js';
import { engagementTrouvable } from './postgres/engagement.trouvable.js';
import { DaterLeRetrait1795406200401 } from './postgres/engagement-retire.migration.js';
import { CreerTexteCommun1795305600010 } from './postgres/texte-commun.migration.js';
import { texteCommunPostgresReader } from './postgres/texte-commun.postgres-reader.js';
import { seedEtapes, seedIndicateurs, seedTexteCommun } from './postgres/texte-commun.seed.js';
import { VersionnerTexteCommun1795305600710 } from './postgres/texte-version.migration.js';

export { ENGAGEMENT_RETIRE } from './domain/engagement-retire.js';
export { texteCommunError } from './domain/texte-commun.errors.js';
export type { Engagement } from './domain/texte-commun.js';
export type { TexteCommunReader } from './domain/texte-commun.reader.js';
export { EngagementType } from './graphql/texte-commun.types.js';
export { readRetires } from './postgres/read-retires.js';
export { readTexteEnVigueur, textesDeVersion } from './postgres/read-texte.js';
export { texteCommunPostgresReader } from './postgres/texte-commun.postgres-reader.js';
export { currentVersion, writeVersion } from './postgres/write-version.js';

const STANDBY = [
  'Signataire',
  'Enjeu',
  ...[
    'intitule',
    'signeLe',
    'lieu',
    'signataires',
    'enPresenceDe',
    'texteOfficiel',
    'source',
    'enjeux',
    'engagements',
    'version',
    'versions',
    'texte',
    'etapes',
  ].map((field) => `Protocole.${field}`),
  'VersionTexte',
  'TexteEnjeu',
  'TexteEngagement',
  'EtapeProtocole',
  'PartieProtocole',
  'LienIndicateur',
  ...[
    'numero',
    'libelle',
    'texteOfficiel',
    'source',
    'enjeu',
    'pilote',
    'copilotes',
    'echeance',
    'retireLe',
    'liensIndicateurs',
  ].map((field) => `Engagement.${field}`),
  ...['protocole', 'enjeux', 'enjeu', 'engagements', 'engagement'].map((field) => `Query.${field}`),
];

/**
 * The signed text, held by each house as its own original.
 *
 * @param texte - what to record at first start; null leaves the tables empty
 */
export function texteCommun(partenaire: Partenaire, texte: TexteProtocole | null): Feature {
  const reader = texteCommunPostgresReader;
  return {
    migrations: [
      CreerTexteCommun1795305600010,
      VersionnerTexteCommun1795305600710,
      DaterLeRetrait1795406200401,
    ],
    seeds: texte
      ? [
          { name: 'texte commun', run: (sql) => seedTexteCommun(sql, texte) },
          {
            name: 'étapes du protocole',
            run: (sql) => seedEtapes(sql, texte.protocole.id, ETAPES_PROTOCOLE),
          },
          { name: 'indicateurs', run: (sql) => seedIndicateurs(sql, LIENS_INDICATEURS) },
        ]
      : [],
    graph: () => ({
      resolvers: [
        ...texteCommunResolvers(MAISONS[partenaire], reader),
        ...texteVersionResolvers(MAISONS[partenaire], reader),
      ],
      references: texteCommunReferences(reader),
    }),
    standby: standbyFor(partenaire, STANDBY),
    // The three hold the same text: one answers for it.
    trouvables: partenaire === PROPRIETAIRE_DU_COMMUN ? [engagementTrouvable] : [],
    codes: TEXTE_COMMUN_CODES,
  };
}
