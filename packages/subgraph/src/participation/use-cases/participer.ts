import { createHash } from 'node:crypto';
import type { Identite, Partenaire } from '@passerelle/identity';
import { parseCleIdempotence } from '../../contributions/domain/cle-idempotence.js';
import { type RefusParticipation, refus } from '../domain/participation.errors.js';
import type { OpenParticipation, ParticipationJournal } from '../domain/participation.journal.js';
import type { AvancementSuite, NatureAccord, TitreValidation } from '../domain/participation.js';
import { lireDuree, lireEmpreinte, lireTexte, lireTitre } from '../domain/saisies.js';
import { titreDe } from '../domain/titres.js';

/** Null when it is done: a refusal is the only thing that an act has to say. */
export type Issue = RefusParticipation | null;

/** What every demand may carry: repeated under the same key, it is done once. */
interface Demande {
  readonly cleIdempotence?: string | null | undefined;
}

export interface PointDemande extends Demande {
  readonly seance: string;
  readonly titre: string;
  readonly duree?: number | null | undefined;
}

export interface RetraitDemande extends Demande {
  readonly seance: string;
  readonly point: string;
}

export interface AccordDemande extends Demande {
  readonly seance: string;
  readonly empreinte: string;
}

export interface ValidationDemande extends Demande {
  readonly decision: string;
  readonly empreinte: string;
  readonly titre: TitreValidation;
}

export interface SuiteDemande extends Demande {
  readonly decision: string;
  readonly avancement: AvancementSuite;
  readonly texte?: string | null | undefined;
  readonly versionAttendue?: number | null | undefined;
}

export interface ParticipationActs {
  proposerPoint(identite: Identite, demande: PointDemande): Promise<Issue>;
  retirerPoint(identite: Identite, demande: RetraitDemande): Promise<Issue>;
  accorder(identite: Identite, nature: NatureAccord, demande: AccordDemande): Promise<Issue>;
  valider(identite: Identite, demande: ValidationDemande): Promise<Issue>;
  enregistrerSuite(identite: Identite, demande: SuiteDemande): Promise<Issue>;
}

/**
 * What a house does about a session and its decisions. Who may, and where, has been checked.
 *
 * Agreements and validations are facts about one text: given twice they are given once.
 */
export function createParticipationActs(deps: {
  maison: Partenaire;
  journal: ParticipationJournal;
}): ParticipationActs {
  const { maison, journal } = deps;

  /** Alone on its subject; the same demand by the same person under the same key is done once. */
  function faire(
    identite: Identite,
    acte: string,
    sujet: string,
    demande: Demande,
    act: (open: OpenParticipation) => Promise<Issue>,
  ): Promise<Issue> {
    const cleIdempotence = parseCleIdempotence(demande.cleIdempotence);
    const empreinteDemande = digest([acte, identite.sujet, demande]);
    return journal.open(identite, { sujet, cleIdempotence }, async (open) => {
      if (cleIdempotence === null) return act(open);
      const connue = await open.findByKey(cleIdempotence);
      if (connue) {
        return connue.empreinteDemande === empreinteDemande
          ? null
          : refus('CLE_IDEMPOTENCE_REUTILISEE');
      }
      const issue = await act(open);
      // A refusal uses no key: what was refused may be sent again once it can be done.
      if (issue === null) await open.addEnvoi({ cleIdempotence, empreinteDemande });
      return issue;
    });
  }

  return {
    async proposerPoint(identite, demande) {
      const titre = lireTitre(demande.titre);
      if (!titre.ok) return titre.refus;
      const duree = lireDuree(demande.duree);
      if (!duree.ok) return duree.refus;
      const { seance } = demande;
      return faire(identite, 'PROPOSER', seance, demande, async (open) => {
        await open.addPoint({ seance, titre: titre.valeur, duree: duree.valeur });
        return null;
      });
    },

    retirerPoint: (identite, demande) =>
      faire(identite, 'RETIRER', demande.seance, demande, async (open) => {
        const { point: id, seance } = demande;
        const connu = await open.point(seance, id);
        if (!connu) return refus('POINT_INCONNU');
        if (connu.retire) return refus('POINT_DEJA_RETIRE');
        await open.addRetrait({ id, seance });
        return null;
      }),

    async accorder(identite, nature, demande) {
      const empreinte = lireEmpreinte(demande.empreinte);
      if (!empreinte.ok) return empreinte.refus;
      const { seance } = demande;
      const titre = titreDe(maison, identite.roles);
      return faire(identite, nature, seance, demande, async (open) => {
        const derniere = await open.dernierAccord(nature, seance, titre);
        if (derniere === empreinte.valeur) return null;
        await open.addAccord({ nature, seance, titre, empreinte: empreinte.valeur });
        return null;
      });
    },

    async valider(identite, demande) {
      const empreinte = lireEmpreinte(demande.empreinte);
      if (!empreinte.ok) return empreinte.refus;
      const { decision, titre } = demande;
      return faire(identite, 'VALIDER', decision, demande, async (open) => {
        const derniere = await open.derniereValidation(decision, titre);
        if (derniere === empreinte.valeur) return null;
        await open.addValidation(decision, titre, empreinte.valeur);
        return null;
      });
    },

    async enregistrerSuite(identite, demande) {
      const texte = lireTexte(demande.texte);
      if (!texte.ok) return texte.refus;
      const { decision, avancement } = demande;
      const versionAttendue = demande.versionAttendue ?? null;
      return faire(identite, 'SUIVRE', decision, demande, async (open) => {
        const derniere = await open.versionDeSuite(decision);
        if (versionAttendue !== null && versionAttendue !== derniere) {
          return refus('VERSION_DEPASSEE');
        }
        const version = derniere + 1;
        await open.addSuite({ decision, version, avancement, texte: texte.valeur });
        return null;
      });
    },
  };
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
