import { COMMUN, type Etat } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import { type Ensemble, versionsDe } from '../publications/ensemble.js';
import { readSousGraphe } from '../publications/read-channel.js';
import type { RefDeRevision } from '../revisions/revision.js';
import type { RevisionReader } from '../revisions/revision-reader.js';

type LotVu = NonNullable<Etat['commun']['coquille']>;
type PartenaireVu = Etat['partenaires'][number];

interface Deps {
  readonly sql: Sql;
  readonly revisions: RevisionReader;
}

/** The revisions of a set, as the state and the summaries tell them. */
export async function lotsOf(
  deps: Deps,
  ensemble: Ensemble,
): Promise<Pick<Etat, 'partenaires' | 'commun'>> {
  const codes = new Set([...ensemble.schemas, ...ensemble.modules].map((each) => each.partenaire));
  const partenaires: PartenaireVu[] = [];
  for (const code of codes) partenaires.push(await partenaireVu(deps, ensemble, code));
  return {
    partenaires,
    commun: {
      coquille: await communVu(deps, 'coquille', ensemble.coquille),
      partages: await communVu(deps, 'partages', ensemble.partages),
    },
  };
}

async function partenaireVu(
  deps: Deps,
  ensemble: Ensemble,
  partenaire: string,
): Promise<PartenaireVu> {
  const versions = versionsDe(ensemble, partenaire);
  const general = versions.find(({ cible }) => cible === null);
  const canari = versions.find(({ cible }) => cible !== null);
  return {
    partenaire,
    schema: await schemaVu(deps, ensemble, partenaire),
    module: general
      ? {
          ...(await lotVu(deps, moduleRef(partenaire, general.revision), general.publieLe)),
          par: general.par,
          commit: general.commit,
        }
      : null,
    canari:
      canari && canari.cible !== null
        ? {
            ...(await lotVu(deps, moduleRef(partenaire, canari.revision), canari.publieLe)),
            cible: canari.cible,
            montages: 0,
            erreurs: 0,
          }
        : null,
  };
}

async function schemaVu(
  { sql, revisions }: Deps,
  ensemble: Ensemble,
  partenaire: string,
): Promise<PartenaireVu['schema']> {
  const enLigne = ensemble.schemas.find((each) => each.partenaire === partenaire);
  if (!enLigne) return null;
  const { revision, publieLe, par, commit } = enLigne;
  const { empreinte, url } = await readSousGraphe(revisions, sql, partenaire, revision);
  return { revision, empreinte, url, publieLe, par, commit, derive: null };
}

function communVu(
  deps: Deps,
  lot: 'coquille' | 'partages',
  enLigne: Ensemble['coquille'],
): Promise<LotVu | null> {
  if (enLigne === null) return Promise.resolve(null);
  return lotVu(deps, { editeur: COMMUN, lot, numero: enLigne.revision }, enLigne.publieLe);
}

function moduleRef(editeur: string, numero: number): RefDeRevision {
  return { editeur, lot: 'module', numero };
}

async function lotVu(
  { sql, revisions }: Deps,
  ref: RefDeRevision,
  publieLe: string,
): Promise<LotVu> {
  const { manifeste } = await revisions.lot(sql, ref);
  return { revision: ref.numero, version: manifeste.version, publieLe };
}
