import type { Identite } from '@passerelle/identity';
import { texteCommunError } from '../../texte-commun/index.js';
import { parseCleIdempotence } from '../domain/cle-idempotence.js';
import { type Refus, refus } from '../domain/contribution.errors.js';
import type { CleContribution } from '../domain/contribution.js';
import type { ContributionLots } from '../domain/contribution.lots.js';
import { refuserActe } from '../domain/vie.js';
import { auteurOf, digest } from './trace.js';

export interface DemandeEnsemble {
  readonly contributions: readonly {
    readonly engagement: string;
    readonly versionAttendue?: number | null | undefined;
  }[];
  readonly cleIdempotence?: string | null | undefined;
}

export interface EngagementRefuse {
  readonly engagement: string;
  readonly code: string;
  readonly message: string;
}

export interface IssueEnsemble {
  readonly contributions: readonly CleContribution[];
  /** Why nothing was done, engagement by engagement. */
  readonly refuses: readonly EngagementRefuse[];
  readonly refus: Refus | null;
}

export interface ContributionActsEnsemble {
  valider(identite: Identite, demande: DemandeEnsemble): Promise<IssueEnsemble>;
  publier(identite: Identite, demande: DemandeEnsemble): Promise<IssueEnsemble>;
}

const MAX_CONTRIBUTIONS = 100;

/**
 * Validation and publication of several contributions: all of them, or none.
 *
 * @param deps.jour - the current civil day, to know what an avenant has withdrawn
 */
export function createContributionActsEnsemble(deps: {
  lots: ContributionLots;
  jour: () => string;
}): ContributionActsEnsemble {
  function avancer(acte: 'VALIDER' | 'PUBLIER') {
    return async (
      identite: Identite,
      { contributions, cleIdempotence: cle }: DemandeEnsemble,
    ): Promise<IssueEnsemble> => {
      const cleIdempotence = parseCleIdempotence(cle);
      if (contributions.length > MAX_CONTRIBUTIONS) return refuse(refus('TROP_DE_LIGNES'));
      const engagements = contributions.map(({ engagement }) => engagement);
      const trace = {
        auteur: auteurOf(identite),
        empreinteDemande: digest([acte, identite.sujet, contributions]),
      };
      return deps.lots.open(identite, { engagements, cleIdempotence }, async (lot) => {
        const retires = await lot.retires(deps.jour());
        const faites: CleContribution[] = [];
        const aFaire: CleContribution[] = [];
        const refuses: EngagementRefuse[] = [];
        const cleOf = (engagement: string): string | null =>
          cleIdempotence === null ? null : `${cleIdempotence}/${engagement}`;
        for (const { engagement, versionAttendue } of contributions) {
          if (!lot.connus.has(engagement)) {
            const { code, message } = texteCommunError('ENGAGEMENT_INCONNU');
            refuses.push({ engagement, code, message });
            continue;
          }
          const journal = lot.journal(engagement);
          const cleActe = cleOf(engagement);
          const connu = cleActe === null ? null : await journal.findByKey(cleActe);
          if (connu && connu.empreinteDemande === trace.empreinteDemande) {
            faites.push({ engagement, version: connu.version });
            continue;
          }
          const courante = await journal.courante();
          const non = connu
            ? refus('CLE_IDEMPOTENCE_REUTILISEE')
            : aFaire.some((autre) => autre.engagement === engagement)
              ? refus('ENGAGEMENT_EN_DOUBLE')
              : refuserActe(acte, courante, versionAttendue ?? null, retires.has(engagement));
          if (courante && !non) aFaire.push({ engagement, version: courante.version });
          else refuses.push({ engagement, ...(non ?? refus('TRANSITION_REFUSEE')) });
        }
        if (refuses.length > 0) return refuse(refus('LOT_REFUSE'), refuses);
        for (const fait of aFaire) {
          const cleActe = cleOf(fait.engagement);
          await lot
            .journal(fait.engagement)
            .addActe({ ...fait, ...trace, acte, cleIdempotence: cleActe });
        }
        if (faites.length + aFaire.length === 0) {
          return refuse(refus(acte === 'VALIDER' ? 'RIEN_A_VALIDER' : 'RIEN_A_PUBLIER'));
        }
        return { contributions: [...faites, ...aFaire], refuses: [], refus: null };
      });
    };
  }

  return { valider: avancer('VALIDER'), publier: avancer('PUBLIER') };
}

function refuse(why: Refus, refuses: readonly EngagementRefuse[] = []): IssueEnsemble {
  return { contributions: [], refuses, refus: why };
}
