import type { Identite } from '@passerelle/identity';
import { parseCleIdempotence } from '../domain/cle-idempotence.js';
import { type Refus, refus } from '../domain/contribution.errors.js';
import type { Auteur, ContributionJournal, OpenJournal } from '../domain/contribution.journal.js';
import type { Acte, CleContribution } from '../domain/contribution.js';
import { type ContenuSaisi, parseContenu } from '../domain/parse-contenu.js';
import { type Courante, refuserActe } from '../domain/vie.js';
import { auteurOf, digest } from './trace.js';

export interface Demande {
  readonly engagement: string;
  readonly versionAttendue?: number | null | undefined;
  readonly cleIdempotence?: string | null | undefined;
}

export type Issue =
  | { readonly ok: true; readonly contribution: CleContribution | null }
  | { readonly ok: false; readonly refus: Refus };

export interface ContributionActs {
  modifier(identite: Identite, demande: Demande & ContenuSaisi): Promise<Issue>;
  valider(identite: Identite, demande: Demande): Promise<Issue>;
  publier(identite: Identite, demande: Demande): Promise<Issue>;
  abandonner(identite: Identite, demande: Demande): Promise<Issue>;
}

/**
 * The four acts on a house's contribution.
 *
 * Each is idempotent under its key: the same demand by the same person under the same key is done
 * once and answers the version that it made.
 *
 * @param deps.demonstration - whether what is written is demonstration data, and must say so
 * @param deps.jour - the current civil day, to know what an avenant has withdrawn
 */
export function createContributionActs(deps: {
  journal: ContributionJournal;
  demonstration: boolean;
  jour: () => string;
}): ContributionActs {
  type Step = (journal: OpenJournal, courante: Courante, trace: Trace) => Promise<Issue>;

  function agir(
    acte: Acte,
    identite: Identite,
    demande: Demande,
    contenu: object | null,
    step: Step,
  ): Promise<Issue> {
    const cleIdempotence = parseCleIdempotence(demande.cleIdempotence);
    const versionAttendue = demande.versionAttendue ?? null;
    const trace: Trace = {
      auteur: auteurOf(identite),
      cleIdempotence,
      empreinteDemande: digest([
        acte,
        identite.sujet,
        demande.engagement,
        versionAttendue,
        contenu,
      ]),
    };
    const target = { engagement: demande.engagement, cleIdempotence };
    return deps.journal.open(identite, target, async (journal) => {
      const connu = cleIdempotence === null ? null : await journal.findByKey(cleIdempotence);
      if (connu) return replay(connu, trace.empreinteDemande);
      const courante = await journal.courante();
      const isRetire = await journal.isRetire(deps.jour());
      const non = refuserActe(acte, courante, versionAttendue, isRetire);
      return non ? { ok: false, refus: non } : step(journal, courante, trace);
    });
  }

  /** Validation and publication: a new fact about the current version. */
  function avancer(acte: 'VALIDER' | 'PUBLIER') {
    return (identite: Identite, demande: Demande): Promise<Issue> =>
      agir(acte, identite, demande, null, async (journal, courante, trace) => {
        if (!courante) throw new Error('an act that needs a version was let through without one');
        const cle = { engagement: demande.engagement, version: courante.version };
        await journal.addActe({ ...cle, ...trace, acte });
        return { ok: true, contribution: cle };
      });
  }

  return {
    modifier(identite, demande) {
      const contenu = parseContenu(demande);
      return agir('MODIFIER', identite, demande, contenu, async (journal, _courante, trace) => {
        const cle = {
          engagement: demande.engagement,
          version: (await journal.lastVersion()) + 1,
        };
        await journal.addVersion(cle.version, contenu, trace.auteur, deps.demonstration);
        await journal.addActe({ ...cle, ...trace, acte: 'MODIFIER' });
        return { ok: true, contribution: cle };
      });
    },

    valider: avancer('VALIDER'),
    publier: avancer('PUBLIER'),

    abandonner(identite, demande) {
      return agir('ABANDONNER', identite, demande, null, async (journal, _courante, trace) => {
        const { engagement } = demande;
        const [newest, ...older] = await journal.enCours();
        if (newest === undefined) throw new Error('nothing to abandon was let through');
        // The older drafts go too: what shows next is what was last published.
        for (const version of older) {
          await journal.addActe({
            ...trace,
            engagement,
            version,
            acte: 'ABANDONNER',
            cleIdempotence: null,
          });
        }
        await journal.addActe({ ...trace, engagement, version: newest, acte: 'ABANDONNER' });
        return { ok: true, contribution: null };
      });
    },
  };
}

interface Trace {
  readonly auteur: Auteur;
  readonly cleIdempotence: string | null;
  readonly empreinteDemande: string;
}

function replay(
  connu: CleContribution & { empreinteDemande: string },
  empreinteDemande: string,
): Issue {
  if (connu.empreinteDemande !== empreinteDemande) {
    return { ok: false, refus: refus('CLE_IDEMPOTENCE_REUTILISEE') };
  }
  return { ok: true, contribution: { engagement: connu.engagement, version: connu.version } };
}
