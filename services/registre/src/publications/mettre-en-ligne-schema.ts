import { type Canal, empreinteDuSchema, type ResultatPublication } from '@passerelle/publication';
import type { CanalVivant } from '../canal-vivant.js';
import type { Sql } from '../database/sql.js';
import { type ContenuDeSchema, identiteDeSchema } from '../revisions/revision.js';
import type { RevisionReader } from '../revisions/revision-reader.js';
import { ensureRevision } from '../revisions/revision-store.js';
import type { CandidatSchema } from '../verification/index.js';
import { type ChangeChannel, type Decision, miseEnLigneOf } from './change-channel.js';
import { withSchema } from './ensemble.js';
import type { LireCarte, Sonder, Verifications } from './ports.js';
import { readChannel } from './read-channel.js';
import {
  type FaitsDePublication,
  rapportInchange,
  resultatOf,
  resumeDeRefus,
  withConstats,
} from './resultat.js';

export interface MettreEnLigneDeps {
  readonly sql: Sql;
  readonly revisions: RevisionReader;
  readonly lireCarte: LireCarte;
  readonly changer: ChangeChannel;
  readonly verifications: Verifications;
  readonly sonder: Sonder;
}

export interface MiseEnLigne {
  readonly canal: Canal;
  readonly par: string;
  readonly commit: string | null;
  readonly evenement: 'PUBLICATION_SCHEMA' | 'PUBLICATION_MODULE' | 'PROMOTION';
}

/**
 * A schema goes live, if nothing stands against it. Its process is asked before the channel is
 * held; the rest is judged against what the channel serves at that very moment.
 */
export async function mettreEnLigneSchema(
  deps: MettreEnLigneDeps,
  mise: MiseEnLigne,
  candidat: CandidatSchema,
): Promise<ResultatPublication> {
  const { sql, changer, verifications } = deps;
  const { canal, par, commit, evenement } = mise;
  const { partenaire } = candidat;
  const contenu = contenuOf(candidat);
  const faits = { revision: null, empreinte: contenu?.empreinte ?? null };

  const { vivant } = await readChannel(deps, sql, canal);
  const sonde =
    contenu === null || isLive(vivant, partenaire, contenu)
      ? []
      : await deps.sonder({ partenaire, ...contenu }, vivant.carte.hotes[partenaire] ?? []);

  const change = await changer(canal, async (contexte): Promise<Decision<FaitsDePublication>> => {
    const { ensemble, maintenant } = contexte;
    const live = contenu && isLive(contexte.vivant, partenaire, contenu);
    if (live) {
      const rapport = rapportInchange('schema', partenaire, contexte.vivant);
      return {
        issue: 'INCHANGE',
        faits: { ...faits, revision: live.revision, rapport },
      };
    }
    const juge = await verifications.schema(contexte.vivant, candidat);
    const { supergraphe, ...rapport } = withConstats(juge, sonde);
    if (!rapport.accepte || contenu === null || supergraphe === null) {
      return {
        issue: 'REFUS',
        faits: { ...faits, rapport },
        entree: {
          evenement: 'REFUS',
          editeur: partenaire,
          par,
          commit,
          resume: resumeDeRefus('Schéma', rapport),
          details: { rapport },
        },
      };
    }
    const revision = await ensureRevision(contexte.sql, {
      editeur: partenaire,
      lot: 'schema',
      empreinte: identiteDeSchema(contenu),
      contenu,
      par,
      commit,
      le: maintenant,
    });
    const enLigne = miseEnLigneOf(contexte, { revision, par, commit });
    return {
      issue: 'PUBLIE',
      faits: { ...faits, revision, rapport },
      ensemble: withSchema(ensemble, { partenaire, ...enLigne }),
      supergraphe,
      changements: rapport.changements,
      entree: {
        evenement,
        editeur: partenaire,
        par,
        commit,
        resume:
          evenement === 'PROMOTION'
            ? `Schéma de ${partenaire} : révision ${revision} promue en production.`
            : `Schéma de ${partenaire} : révision ${revision} publiée.`,
        details: { rapport },
      },
    };
  });
  return resultatOf(canal, change);
}

/** @returns null when it is not SDL: the checks say why */
function contenuOf({ schema, url, fluxUrl, santeUrl }: CandidatSchema): ContenuDeSchema | null {
  try {
    return { schema, empreinte: empreinteDuSchema(schema), url, fluxUrl, santeUrl };
  } catch {
    return null;
  }
}

function isLive(
  { sousGraphes }: CanalVivant,
  partenaire: string,
  contenu: ContenuDeSchema,
): { revision: number } | null {
  const live = sousGraphes.find((each) => each.partenaire === partenaire);
  return live && identiteDeSchema(live) === identiteDeSchema(contenu) ? live : null;
}
