import {
  type Canal,
  COMMUN,
  type DocumentPersiste,
  type PortailPublie,
  type Publication,
  type Trousseau,
  type VersionDeModule,
} from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import type { RefDeRevision } from '../revisions/revision.js';
import type { RevisionReader } from '../revisions/revision-reader.js';
import { bornerGardes } from './borner-gardes.js';
import { type Ensemble, lotsServis } from './ensemble.js';
import { readSousGraphe } from './read-channel.js';

/** Everything a gateway needs, written out from the numbers of the revisions. */
export async function buildPublication(
  { revisions, sql }: { revisions: RevisionReader; sql: Sql },
  faits: {
    canal: Canal;
    numero: number;
    publieeLe: string;
    ensemble: Ensemble;
    supergraphe: string | null;
    gardes: readonly RefDeRevision[];
    trousseau: Trousseau;
  },
): Promise<Publication> {
  const { ensemble } = faits;
  await revisions.preloadLots(sql, [...lotsServis(ensemble), ...faits.gardes]);
  const gardes = await bornerGardes(faits.gardes, (ref) => revisions.lot(sql, ref));
  const sousGraphes = [];
  for (const { partenaire, revision } of ensemble.schemas) {
    sousGraphes.push(await readSousGraphe(revisions, sql, partenaire, revision));
  }
  return {
    format: 1,
    canal: faits.canal,
    numero: faits.numero,
    publieeLe: faits.publieeLe,
    carte: ensemble.carte,
    sousGraphes,
    supergraphe: faits.supergraphe,
    portail: await portailOf(revisions, sql, ensemble, gardes),
    documents: await documentsOf(revisions, sql, [...lotsServis(ensemble), ...gardes]),
    cles: faits.trousseau,
  };
}

/** @returns null until both the shell and the shared files are there: no page works without them */
async function portailOf(
  revisions: RevisionReader,
  sql: Sql,
  ensemble: Ensemble,
  gardes: readonly RefDeRevision[],
): Promise<PortailPublie | null> {
  const { coquille, partages } = ensemble;
  if (coquille === null || partages === null) return null;
  const editeur = COMMUN;
  const shell = await revisions.module(sql, {
    editeur,
    lot: 'coquille',
    numero: coquille.revision,
  });
  const shared = await revisions.partages(sql, {
    editeur,
    lot: 'partages',
    numero: partages.revision,
  });

  const versions = new Map<string, VersionDeModule[]>();
  for (const { partenaire, revision, cible } of ensemble.modules) {
    const ref = { editeur: partenaire, lot: 'module' as const, numero: revision };
    const { manifeste, fichiers } = await revisions.module(sql, ref);
    const known = versions.get(partenaire) ?? [];
    versions.set(partenaire, [...known, { revision, cible, manifeste, fichiers }]);
  }
  const gardesEcrites: PortailPublie['gardes'] = [];
  for (const { editeur, lot, numero } of gardes) {
    const { fichiers } = await revisions.lot(sql, { editeur, lot, numero });
    gardesEcrites.push({ lot: lot === 'module' ? editeur : lot, revision: numero, fichiers });
  }
  return {
    partages: {
      revision: partages.revision,
      manifeste: shared.manifeste,
      fichiers: shared.fichiers,
    },
    coquille: { revision: coquille.revision, manifeste: shell.manifeste, fichiers: shell.fichiers },
    modules: [...versions].map(([partenaire, each]) => ({ partenaire, versions: each })),
    gardes: gardesEcrites,
  };
}

/** Documents of the versions served and of those kept: a tab opened before sends its own. */
async function documentsOf(
  revisions: RevisionReader,
  sql: Sql,
  refs: readonly RefDeRevision[],
): Promise<DocumentPersiste[]> {
  const found = new Map<string, DocumentPersiste>();
  for (const ref of refs) {
    const { documents } = await revisions.lot(sql, ref);
    const partenaire = ref.editeur;
    for (const { empreinte, texte } of documents) {
      found.set(`${partenaire} ${empreinte}`, { empreinte, partenaire, texte });
    }
  }
  return [...found.values()];
}
