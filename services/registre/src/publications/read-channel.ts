import { type Canal, type Cible, COMMUN, type SousGraphePublie } from '@passerelle/publication';
import type { CanalVivant, ModuleVivant } from '../canal-vivant.js';
import type { Sql } from '../database/sql.js';
import { sousGrapheOf } from '../revisions/revision.js';
import type { RevisionReader } from '../revisions/revision-reader.js';
import { ENSEMBLE_VIDE, type Ensemble } from './ensemble.js';
import type { LireCarte } from './ports.js';
import { lastPublication, type PublicationLue } from './publication-store.js';

export interface ReadChannelDeps {
  readonly revisions: RevisionReader;
  readonly lireCarte: LireCarte;
}

/** A channel as it is: what its last publication holds, by number and in full. */
export interface CanalLu {
  /** Null when nothing was published. */
  readonly derniere: PublicationLue | null;
  readonly ensemble: Ensemble;
  readonly vivant: CanalVivant;
}

export async function readChannel(
  { revisions, lireCarte }: ReadChannelDeps,
  sql: Sql,
  canal: Canal,
): Promise<CanalLu> {
  const derniere = await lastPublication(sql, canal);
  const ensemble = derniere?.ensemble ?? ENSEMBLE_VIDE;
  const vivant: CanalVivant = {
    canal,
    numero: derniere?.numero ?? 0,
    carte: await lireCarte(sql),
    ...(await readEnsemble(revisions, sql, ensemble)),
  };
  return { derniere, ensemble, vivant };
}

/** The content of a set of revisions, as the checks see it. */
export async function readEnsemble(
  revisions: RevisionReader,
  sql: Sql,
  ensemble: Ensemble,
): Promise<Pick<CanalVivant, 'sousGraphes' | 'modules' | 'partages'>> {
  const sousGraphes: SousGraphePublie[] = [];
  for (const { partenaire, revision } of ensemble.schemas) {
    sousGraphes.push(await readSousGraphe(revisions, sql, partenaire, revision));
  }
  const modules: ModuleVivant[] = [];
  for (const each of ensemble.modules) modules.push(await readModule(revisions, sql, each));
  const { coquille } = ensemble;
  if (coquille !== null) {
    const shell = { partenaire: COMMUN, cible: null, ...coquille };
    modules.push(await readModule(revisions, sql, shell, 'coquille'));
  }
  return { sousGraphes, modules, partages: await readPartages(revisions, sql, ensemble) };
}

export async function readSousGraphe(
  revisions: RevisionReader,
  sql: Sql,
  partenaire: string,
  numero: number,
): Promise<SousGraphePublie> {
  return sousGrapheOf(partenaire, numero, await revisions.schema(sql, partenaire, numero));
}

async function readModule(
  revisions: RevisionReader,
  sql: Sql,
  enLigne: { partenaire: string; revision: number; cible: Cible | null; publieLe: string },
  lot: 'module' | 'coquille' = 'module',
): Promise<ModuleVivant> {
  const { partenaire, revision, cible, publieLe } = enLigne;
  const { manifeste, documents } = await revisions.module(sql, {
    editeur: partenaire,
    lot,
    numero: revision,
  });
  const { version } = manifeste;
  return { partenaire, revision, version, cible, manifeste, documents, publieLe };
}

async function readPartages(
  revisions: RevisionReader,
  sql: Sql,
  { partages }: Ensemble,
): Promise<CanalVivant['partages']> {
  if (partages === null) return null;
  const { manifeste } = await revisions.partages(sql, {
    editeur: COMMUN,
    lot: 'partages',
    numero: partages.revision,
  });
  return { revision: partages.revision, manifeste };
}
