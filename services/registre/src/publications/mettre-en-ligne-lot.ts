import type { Cible, ResultatPublication } from '@passerelle/publication';
import type { FileStore } from '../fichiers/index.js';
import { identiteDeLot } from '../revisions/revision.js';
import { ensureRevision } from '../revisions/revision-store.js';
import type { CandidatLot, RapportDeLot } from '../verification/index.js';
import {
  type ChangeChannel,
  type Contexte,
  type Decision,
  miseEnLigneOf,
} from './change-channel.js';
import { type Ensemble, versionsDe, withModule } from './ensemble.js';
import type { LotRecu } from './lot-recu.js';
import type { MettreEnLigneDeps, MiseEnLigne } from './mettre-en-ligne-schema.js';
import { readChannel } from './read-channel.js';
import { type FaitsDePublication, rapportInchange, resultatOf, resumeDeRefus } from './resultat.js';

export interface MettreEnLigneLotDeps extends MettreEnLigneDeps {
  readonly fichiers: FileStore;
  readonly changer: ChangeChannel;
}

export interface CandidatRecu {
  readonly editeur: string;
  readonly lot: CandidatLot['lot'];
  readonly cible: Cible | null;
  readonly recu: LotRecu;
}

const NOMS: Readonly<Record<CandidatLot['lot'], string>> = {
  module: 'Module',
  coquille: 'Coquille',
  partages: 'Fichiers partagés',
};

/**
 * A bundle goes live, if nothing stands against it. Its files are stored before the channel is
 * held, and only once a first look found nothing: the same look is good in the lock when the
 * channel has not moved meanwhile.
 */
export async function mettreEnLigneLot(
  deps: MettreEnLigneLotDeps,
  mise: MiseEnLigne,
  candidat: CandidatRecu,
): Promise<ResultatPublication> {
  const { sql, verifications, changer } = deps;
  const { editeur, lot, recu } = candidat;
  const { canal } = mise;
  const lu = await readChannel(deps, sql, canal);
  const live = await liveRevision(deps, sql, lu.ensemble, candidat);
  let juge: RapportDeLot | null = null;
  if (live === null) {
    juge = await verifications.lot(lu.vivant, { editeur, lot, fichiers: recu.fichiers });
    if (juge.accepte) await storeFiles(deps.fichiers, recu);
  }

  const change = await changer(canal, async (contexte): Promise<Decision<FaitsDePublication>> => {
    const revision = await liveRevision(deps, contexte.sql, contexte.ensemble, candidat);
    if (revision !== null) {
      const rapport = rapportInchange('module', editeur, contexte.vivant);
      return { issue: 'INCHANGE', faits: { rapport, revision, empreinte: recu.empreinte } };
    }
    const isFresh = juge !== null && juge.surPublication === contexte.vivant.numero;
    const { manifeste, documents, ...rapport } =
      juge !== null && isFresh
        ? juge
        : await verifications.lot(contexte.vivant, { editeur, lot, fichiers: recu.fichiers });
    if (!rapport.accepte || manifeste === null) {
      return refus(mise, candidat, rapport);
    }
    // Not stored yet only if the channel moved between the two looks, and the second one agrees.
    if (juge?.accepte !== true) await storeFiles(deps.fichiers, recu);
    return publier(mise, candidat, contexte, {
      rapport,
      contenu: { manifeste, fichiers: recu.entrees, documents },
    });
  });
  return resultatOf(canal, change);
}

function refus(
  { par, commit }: MiseEnLigne,
  { editeur, lot, recu }: CandidatRecu,
  rapport: FaitsDePublication['rapport'],
): Decision<FaitsDePublication> {
  return {
    issue: 'REFUS',
    faits: { rapport, revision: null, empreinte: recu.empreinte },
    entree: {
      evenement: 'REFUS',
      editeur,
      par,
      commit,
      resume: resumeDeRefus(NOMS[lot], rapport),
      details: { rapport },
    },
  };
}

async function publier(
  { par, commit, evenement }: MiseEnLigne,
  { editeur, lot, cible, recu }: CandidatRecu,
  contexte: Contexte,
  { rapport, contenu }: { rapport: FaitsDePublication['rapport']; contenu: object },
): Promise<Decision<FaitsDePublication>> {
  const { sql, ensemble, supergraphe, maintenant } = contexte;
  const revision = await ensureRevision(sql, {
    editeur,
    lot,
    empreinte: recu.empreinte,
    contenu,
    par,
    commit,
    le: maintenant,
  });
  const enLigne = miseEnLigneOf(contexte, { revision, par, commit });
  const acte = cible !== null ? 'en canari' : evenement === 'PROMOTION' ? 'promue' : 'publiée';
  return {
    issue: 'PUBLIE',
    faits: { rapport, revision, empreinte: recu.empreinte },
    ensemble: withLot(ensemble, { editeur, lot, cible, enLigne }),
    supergraphe,
    entree: {
      evenement: cible === null ? evenement : 'CANARI',
      editeur,
      par,
      commit,
      resume: `${NOMS[lot]} de ${editeur} : révision ${revision} ${acte}.`,
      details: { rapport, ...(cible && { cible }) },
    },
  };
}

/** A canary stands before the version that everyone has; a version for everyone ends the canary. */
function withLot(
  ensemble: Ensemble,
  neuf: {
    editeur: string;
    lot: CandidatLot['lot'];
    cible: Cible | null;
    enLigne: NonNullable<Ensemble['coquille']>;
  },
): Ensemble {
  const { editeur, lot, cible, enLigne } = neuf;
  if (lot !== 'module') return { ...ensemble, [lot]: enLigne };
  const version = { partenaire: editeur, cible, ...enLigne };
  if (cible === null) return withModule(ensemble, editeur, [version]);
  const general = versionsDe(ensemble, editeur).filter((each) => each.cible === null);
  return withModule(ensemble, editeur, [version, ...general]);
}

/** @returns the number under which the very same thing is served, to the same people */
async function liveRevision(
  { revisions }: MettreEnLigneDeps,
  sql: Contexte['sql'],
  ensemble: Ensemble,
  { editeur, lot, cible, recu }: CandidatRecu,
): Promise<number | null> {
  // A canary beside it would be ended by this publication: something changes.
  const isEndOfCanary = cible === null && versionsDe(ensemble, editeur).length > 1;
  const served =
    lot === 'module'
      ? versionsDe(ensemble, editeur).filter(
          (each) => each.cible === null || sameCible(each.cible, cible),
        )
      : [ensemble[lot]];
  for (const each of isEndOfCanary ? [] : served) {
    if (each === null) continue;
    const ref = { editeur, lot, numero: each.revision };
    const { fichiers } = await revisions.lot(sql, ref);
    if (identiteDeLot(fichiers) === recu.empreinte) return each.revision;
  }
  return null;
}

function sameCible(a: Cible | null, b: Cible | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function storeFiles(store: FileStore, { fichiers, entrees }: LotRecu): Promise<void> {
  for (const [index, { contenu }] of fichiers.entries()) {
    const empreinte = entrees[index]?.empreinte;
    if (empreinte !== undefined) await store.put(empreinte, contenu);
  }
}
