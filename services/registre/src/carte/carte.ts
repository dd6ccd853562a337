import { randomUUID } from 'node:crypto';
import type { EtatDeDemandeCarte, Rapport } from '@passerelle/publication';
import type { CarteVivante } from '../canal-vivant.js';
import type { Sql } from '../database/sql.js';
import { registreError } from '../errors/registre-error.js';
import type { Journal } from '../journal/journal.js';
import {
  type DemandeLue,
  etatOf,
  expireOthers,
  insertDemande,
  insertRevision,
  listDemandes,
  lockCarte,
  readCarte,
  setDecision,
  setStatut,
} from './carte-store.js';
import { comparerCartes, valeursChangees } from './comparer-cartes.js';
import type { Proposition } from './proposition.js';
import type { Signataire } from './signataire.js';
import { type SchemasVivants, verifierCarte } from './verifier-carte.js';

export interface CarteDeps {
  readonly sql: Sql;
  readonly journal: Journal;
  readonly maintenant: () => Date;
  readonly production: boolean;
  /** Content of the first revision. */
  readonly premiere: () => Promise<Proposition>;
  /**
   * What each channel serves, held still until the transaction ends: a schema judged by the former
   * map must not slip in behind the new one.
   */
  readonly schemasVivants: (tx: Sql) => Promise<readonly SchemasVivants[]>;
}

/** The live schemas would not pass under the proposed map. */
export class CarteImpubliable extends Error {
  override readonly name = 'CarteImpubliable';
  constructor(readonly rapport: Rapport) {
    super('the live schemas would not be publishable');
  }
}

export interface Carte {
  /** The map in force, as the checks read it. */
  enVigueur(sql: Sql): Promise<CarteVivante>;
  demandes(): Promise<EtatDeDemandeCarte[]>;
  /** @throws CARTE_INCHANGEE, URGENCE_A_DEUX, URGENCE_CHEZ_AUTRUI, CarteImpubliable */
  demander(
    par: (carte: CarteVivante) => Signataire,
    demande: { proposition: Proposition; motif: string; urgence: boolean },
  ): Promise<EtatDeDemandeCarte>;
  /** @throws DEMANDE_INCONNUE, DEMANDE_CLOSE, DROIT_INSUFFISANT, URGENCE_A_DEUX, CarteImpubliable */
  decider(
    par: (carte: CarteVivante) => Signataire,
    id: string,
    choix: { decision: 'ACCORD' | 'REFUS'; motif?: string | undefined },
  ): Promise<EtatDeDemandeCarte>;
  /** Closes what waited too long. */
  expirer(): Promise<void>;
}

const JOUR_MS = 86_400_000;
const DELAI_JOURS = 14;
/** What can wait longer for its second signature is no emergency. */
const DELAI_URGENCE_JOURS = 1;

export function createCarte(deps: CarteDeps): Carte {
  const { sql, journal, maintenant } = deps;
  const enVigueur = (base: Sql): Promise<CarteVivante> =>
    readCarte(base, deps.premiere, maintenant());

  /** What concerns the map goes one after the other, and begins by closing what is too old. */
  function enOrdre<Result>(
    work: (tx: Sql, carte: CarteVivante) => Promise<Result>,
  ): Promise<Result> {
    return sql.transaction(async (tx) => {
      await lockCarte(tx);
      await closeExpired(tx, journal, maintenant());
      return work(tx, await enVigueur(tx));
    });
  }

  async function exigerPubliable(
    tx: Sql,
    carte: CarteVivante,
    { editeur, proposition, urgence }: Pick<DemandeLue, 'editeur' | 'proposition' | 'urgence'>,
  ): Promise<void> {
    // In an emergency the others have agreed to nothing.
    const convenues = urgence ? new Set<string>() : valeursChangees(carte, proposition);
    const { production } = deps;
    const vivants = await deps.schemasVivants(tx);
    const rapport = verifierCarte(proposition, vivants, editeur, { production, convenues });
    if (!rapport.accepte) throw new CarteImpubliable(rapport);
  }

  async function appliquer(
    tx: Sql,
    carte: CarteVivante,
    demande: DemandeLue,
    par: string,
  ): Promise<void> {
    const le = maintenant();
    const { id, editeur, proposition, motif, urgence, changements } = demande;
    await exigerPubliable(tx, carte, demande);
    const revision = carte.revision + 1;
    await insertRevision(tx, { revision, proposition, par, demande: id, le });
    await setStatut(tx, id, 'APPLIQUEE', revision);
    await journal.append(tx, {
      evenement: urgence ? 'CARTE_URGENCE' : 'CARTE_APPLIQUEE',
      editeur,
      par,
      resume: urgence
        ? `Carte de responsabilité changée en urgence par ${editeur}, révision ${revision} : ${motif}`
        : `Carte de responsabilité, révision ${revision}, demandée par ${editeur} : ${motif}`,
      details: { demande: id, revision, changements, motif },
    });
    for (const autre of await expireOthers(tx)) {
      await journal.append(tx, {
        evenement: 'CARTE_EXPIREE',
        editeur: autre.editeur,
        par: 'registre',
        resume: `Demande de ${autre.editeur} à refaire : la carte a changé depuis (révision ${revision}).`,
        details: { demande: autre.id },
      });
    }
  }

  return {
    enVigueur,
    async demandes() {
      await sql.transaction((tx) => closeExpired(tx, journal, maintenant()));
      return (await listDemandes(sql)).map(etatOf);
    },

    demander: (par, { proposition, motif, urgence }) =>
      enOrdre(async (tx, carte) => {
        const signataire = par(carte);
        const { editeur } = signataire;
        const { changements, concernes, touches } = comparerCartes(carte, proposition);
        if (changements.length === 0) throw registreError('CARTE_INCHANGEE');
        if (urgence && !estResponsable(carte, signataire)) throw registreError('URGENCE_A_DEUX');
        await exigerPubliable(tx, carte, { editeur, proposition, urgence });
        if (urgence && touches.some((each) => each !== editeur)) {
          throw registreError('URGENCE_CHEZ_AUTRUI');
        }
        const le = maintenant();
        const jours = urgence ? DELAI_URGENCE_JOURS : DELAI_JOURS;
        const demande: DemandeLue = {
          id: randomUUID(),
          demandeeLe: le.toISOString(),
          par: signataire.par,
          sujet: signataire.sujet,
          editeur,
          motif,
          urgence,
          statut: 'EN_ATTENTE',
          expireLe: new Date(le.getTime() + jours * JOUR_MS).toISOString(),
          proposition,
          surRevision: carte.revision,
          changements: changements.slice(0, 200),
          revision: null,
          accords: [...new Set([...concernes, ...(urgence ? [editeur] : [])])].map((partenaire) =>
            // Asking is agreeing, but for an emergency, which takes a second signature.
            partenaire === editeur && !urgence
              ? {
                  partenaire,
                  decision: 'ACCORD',
                  par: signataire.par,
                  le: le.toISOString(),
                  motif: null,
                }
              : { partenaire, decision: 'EN_ATTENTE', par: null, le: null, motif: null },
          ),
        };
        await insertDemande(tx, demande);
        const attendus = attendusDe(demande);
        await journal.append(tx, {
          evenement: 'CARTE_DEMANDEE',
          editeur,
          par: signataire.par,
          resume: `${editeur} demande un changement de la carte${urgence ? ', en urgence' : ''} : ${motif}`,
          details: { demande: demande.id, changements: demande.changements, attendus, urgence },
        });
        if (attendus.length === 0) await appliquer(tx, carte, demande, signataire.par);
        return relire(tx, demande.id);
      }),

    decider: (par, id, { decision, motif }) =>
      enOrdre(async (tx, carte) => {
        const signataire = par(carte);
        const { editeur } = signataire;
        const [demande] = await listDemandes(tx, { id });
        if (demande === undefined) throw registreError('DEMANDE_INCONNUE');
        if (demande.statut !== 'EN_ATTENTE') throw registreError('DEMANDE_CLOSE');
        const ligne = demande.accords.find(({ partenaire }) => partenaire === editeur);
        const estRetrait = editeur === demande.editeur && decision === 'REFUS';
        if (ligne === undefined && !estRetrait) {
          throw registreError('DROIT_INSUFFISANT', {
            message: `Cette demande ne concerne pas « ${editeur} ».`,
          });
        }
        const estSeconde = demande.urgence && editeur === demande.editeur;
        if (estSeconde && decision === 'ACCORD') {
          const estAutre = signataire.sujet !== demande.sujet;
          if (!estAutre || !estResponsable(carte, signataire)) {
            throw registreError('URGENCE_A_DEUX');
          }
        }
        const le = maintenant().toISOString();
        const accord = { partenaire: editeur, decision, par: signataire.par, le };
        await setDecision(tx, id, { ...accord, motif: motif ?? null });
        await journal.append(tx, {
          evenement: decision === 'ACCORD' ? 'CARTE_ACCORD' : 'CARTE_REFUSEE',
          editeur,
          par: signataire.par,
          resume:
            decision === 'ACCORD'
              ? `${editeur} donne son accord à la demande de ${demande.editeur} sur la carte.`
              : `${editeur} ${estRetrait ? 'retire' : 'refuse'} la demande de ${demande.editeur} sur la carte.`,
          details: { demande: id, motif: motif ?? null },
        });
        if (decision === 'REFUS') await setStatut(tx, id, 'REFUSEE');
        else {
          const [apres] = await listDemandes(tx, { id });
          if (apres && (estSeconde || attendusDe(apres).length === 0)) {
            await appliquer(tx, carte, demande, signataire.par);
          }
        }
        return relire(tx, id);
      }),

    expirer: () => sql.transaction((tx) => closeExpired(tx, journal, maintenant())),
  };
}

function attendusDe({ accords }: DemandeLue): string[] {
  return accords
    .filter(({ decision }) => decision === 'EN_ATTENTE')
    .map(({ partenaire }) => partenaire);
}

function estResponsable({ responsables }: CarteVivante, { editeur, sujet }: Signataire): boolean {
  const siens = Object.hasOwn(responsables, editeur) ? responsables[editeur] : undefined;
  return sujet !== null && (sujet === siens?.titulaire || sujet === siens?.suppleant);
}

async function relire(tx: Sql, id: string): Promise<EtatDeDemandeCarte> {
  const [demande] = await listDemandes(tx, { id });
  if (demande === undefined) throw new Error('the request just written is not there');
  return etatOf(demande);
}

async function closeExpired(tx: Sql, journal: Journal, maintenant: Date): Promise<void> {
  const expirees = await tx.query<{ id: string; editeur: string }>(
    `UPDATE carte_demande SET statut = 'EXPIREE'
     WHERE statut = 'EN_ATTENTE' AND expire_le <= $1 RETURNING id, editeur`,
    [maintenant],
  );
  for (const { id, editeur } of expirees) {
    await journal.append(tx, {
      evenement: 'CARTE_EXPIREE',
      editeur,
      par: 'registre',
      resume: `La demande de ${editeur} sur la carte a expiré sans tous les accords.`,
      details: { demande: id },
    });
  }
}
