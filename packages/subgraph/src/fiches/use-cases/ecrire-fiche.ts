import type { Droit, Identite, Partenaire } from '@passerelle/identity';
import { estDansSaPortee, type Lieu } from '../../territoires/index.js';
import { type CodeRefusFiche, type RefusFiche, refus } from '../domain/fiche.errors.js';
import type { FicheJournal, OpenFiches, Trace } from '../domain/fiche.journal.js';
import {
  type CleFiche,
  type ContenuFiche,
  DEBUT_TRAJECTOIRE,
  type Fiche,
  type IssueFiche,
  SANS_TRAJECTOIRE,
} from '../domain/fiche.js';
import { parseOwnFicheId } from '../domain/fiche-id.js';
import { type FicheSaisie, MAX_TEXTE, parseFiche, parseTexte } from '../domain/parse-fiche.js';
import {
  refuserChangementDeNature,
  refuserConclusion,
  refuserDates,
  refuserEcriture,
  refuserEtapes,
  refuserEvaluation,
  refuserVariante,
} from '../domain/regles.js';
import {
  refuserPublication,
  refuserRenvoi,
  refuserValidation,
  refuserVersion,
} from '../domain/vie.js';
import { traceOf } from './trace.js';

export interface DemandeFiche {
  /** « region:fiche-12 ». */
  readonly fiche: string;
  readonly versionAttendue?: number | null | undefined;
  readonly cleIdempotence?: string | null | undefined;
}

export type DemandeCreation = FicheSaisie & {
  readonly varianteDe?: string | null | undefined;
  readonly cleIdempotence?: string | null | undefined;
};

export type DemandeEvaluation = DemandeFiche & {
  readonly texte: string;
  readonly le?: string | null | undefined;
};

export type DemandeConclusion = DemandeFiche & {
  readonly issue: IssueFiche;
  readonly motif: string;
  readonly suite?: string | null | undefined;
};

export type DemandeRenvoi = DemandeFiche & { readonly motif: string };

export type IssueEcriture =
  | { readonly ok: true; readonly cle: CleFiche | null; readonly numero: number }
  | { readonly ok: false; readonly refus: RefusFiche };

export interface FicheActs {
  creer(identite: Identite, demande: DemandeCreation): Promise<IssueEcriture>;
  modifier(identite: Identite, demande: DemandeFiche & FicheSaisie): Promise<IssueEcriture>;
  evaluer(identite: Identite, demande: DemandeEvaluation): Promise<IssueEcriture>;
  conclure(identite: Identite, demande: DemandeConclusion): Promise<IssueEcriture>;
  /** By another than who wrote it. */
  valider(identite: Identite, demande: DemandeFiche): Promise<IssueEcriture>;
  renvoyer(identite: Identite, demande: DemandeRenvoi): Promise<IssueEcriture>;
  publier(identite: Identite, demande: DemandeFiche): Promise<IssueEcriture>;
  abandonner(identite: Identite, demande: DemandeFiche): Promise<IssueEcriture>;
}

/** Which right an act uses, when it is not the one of writing. */
const DROITS_DES_ACTES: Readonly<Partial<Record<string, Droit>>> = {
  VALIDER: 'fiche:valider',
  RENVOYER: 'fiche:valider',
  PUBLIER: 'fiche:publier',
};

/**
 * The acts of a house on its fiches. Writing makes a new draft, which leaves what is published in
 * place until it is published in turn; each act is idempotent under its key.
 *
 * @param deps.jour - the current civil day: nothing is done or evaluated after it
 */
export function createFicheActs(deps: {
  maison: Partenaire;
  journal: FicheJournal;
  jour: () => string;
}): FicheActs {
  /** The same key, the same demand: answered again, not done again. */
  function agir(
    identite: Identite,
    trace: Trace,
    act: (fiches: OpenFiches) => Promise<IssueEcriture>,
  ): Promise<IssueEcriture> {
    return deps.journal.open(identite, async (fiches) => {
      const { cleIdempotence, empreinteDemande } = trace;
      const connu = cleIdempotence === null ? null : await fiches.findByKey(cleIdempotence);
      if (connu === null) return act(fiches);
      return connu.empreinteDemande === empreinteDemande
        ? fait(connu)
        : non('CLE_IDEMPOTENCE_REUTILISEE');
    });
  }

  /** The same on a fiche that the agent may write: it is known and in the agent's territory. */
  function agirSur(
    nom: string,
    identite: Identite,
    demande: DemandeFiche,
    contenu: unknown,
    act: (fiches: OpenFiches, courante: Fiche, trace: Trace) => Promise<IssueEcriture>,
  ): Promise<IssueEcriture> {
    const numero = parseOwnFicheId(deps.maison, demande.fiche);
    const versionAttendue = demande.versionAttendue ?? null;
    const trace = traceOf(identite, demande.cleIdempotence, [
      nom,
      demande.fiche,
      versionAttendue,
      contenu,
    ]);
    return agir(identite, trace, async (fiches) => {
      const courante = numero === null ? null : await fiches.courante(numero);
      if (courante === null) return non('FICHE_INCONNUE');
      const droit = DROITS_DES_ACTES[nom] ?? 'fiche:modifier';
      const lieux = await fiches.lieux(courante.territoires);
      if (await isOutside(fiches, identite, droit, lieux)) return non('HORS_TERRITOIRE');
      const depassee = refuserVersion(courante, versionAttendue);
      if (depassee) return { ok: false, refus: depassee };
      return act(fiches, courante, trace);
    });
  }

  async function ecrire(
    fiches: OpenFiches,
    numero: number,
    contenu: Parameters<OpenFiches['addVersion']>[1],
    trace: Trace,
  ): Promise<IssueEcriture> {
    const cle = { numero, version: (await fiches.lastVersion(numero)) + 1 };
    await fiches.addVersion(cle, contenu, trace);
    await fiches.addActe(cle, 'MODIFIER', trace);
    return fait(cle);
  }

  return {
    creer(identite, { varianteDe, cleIdempotence, ...saisie }) {
      const typed = parseFiche(saisie);
      const trace = traceOf(identite, cleIdempotence, ['CREER', typed, varianteDe ?? null]);
      return agir(identite, trace, async (fiches) => {
        const modele =
          varianteDe == null ? undefined : await findFiche(fiches, deps.maison, varianteDe);
        const nonVariante = modele === undefined ? null : refuserVariante(modele, typed);
        if (nonVariante) return { ok: false, refus: nonVariante };
        const contenu = await located(fiches, typed);
        const nonContenu =
          (await refuserContenu(fiches, identite, contenu, deps.jour())) ??
          (await refuserRetire(fiches, contenu.engagement));
        if (nonContenu) return { ok: false, refus: nonContenu };
        return ecrire(
          fiches,
          await fiches.nextNumero(),
          { ...contenu, ...SANS_TRAJECTOIRE, varianteDe: modele?.numero ?? null },
          trace,
        );
      });
    },

    modifier(identite, demande) {
      const typed = parseFiche(demande);
      return agirSur('MODIFIER', identite, demande, typed, async (fiches, courante, trace) => {
        const contenu = await located(fiches, typed);
        const nonContenu =
          refuserEcriture(courante) ??
          refuserChangementDeNature(courante, contenu) ??
          (await refuserContenu(fiches, identite, contenu, deps.jour()));
        if (nonContenu) return { ok: false, refus: nonContenu };
        const isAilleurs = contenu.engagement !== courante.engagement;
        const nonRattachee = isAilleurs ? await refuserRetire(fiches, contenu.engagement) : null;
        if (nonRattachee) return { ok: false, refus: nonRattachee };
        if (courante.varianteDe !== null && isAilleurs) {
          return non('VARIANTE_AUTRE_ENGAGEMENT');
        }
        return ecrire(fiches, courante.numero, { ...courante, ...contenu }, trace);
      });
    },

    evaluer(identite, demande) {
      const evaluation = {
        texte: parseTexte(demande.texte, MAX_TEXTE),
        le: demande.le ?? deps.jour(),
      };
      return agirSur('EVALUER', identite, demande, evaluation, async (fiches, courante, trace) => {
        const nonEvalue =
          refuserEcriture(courante) ?? refuserEvaluation(courante, evaluation, deps.jour());
        if (nonEvalue) return { ok: false, refus: nonEvalue };
        return ecrire(fiches, courante.numero, { ...courante, evaluation }, trace);
      });
    },

    conclure(identite, demande) {
      const { issue } = demande;
      const motifIssue = parseTexte(demande.motif, MAX_TEXTE);
      const contenu = [issue, motifIssue, demande.suite ?? null];
      return agirSur('CONCLURE', identite, demande, contenu, async (fiches, courante, trace) => {
        const nommee =
          demande.suite == null ? undefined : await findFiche(fiches, deps.maison, demande.suite);
        const nonConclu = refuserEcriture(courante) ?? refuserConclusion(courante, issue, nommee);
        if (nonConclu) return { ok: false, refus: nonConclu };
        if (nommee) {
          const ailleurs = await fiches.lieux(nommee.territoires);
          if (await isOutside(fiches, identite, 'fiche:modifier', ailleurs)) {
            return non('HORS_TERRITOIRE');
          }
        }
        // What goes on may be a fiche of another engagement: the withdrawn one takes no new one.
        const nonOuverte =
          issue === 'ARRETEE' || nommee ? null : await refuserRetire(fiches, courante.engagement);
        if (nonOuverte) return { ok: false, refus: nonOuverte };
        const suite = issue === 'ARRETEE' ? null : (nommee?.numero ?? (await fiches.nextNumero()));
        const conclue = { ...courante, issue, motifIssue, suite };
        const written = await ecrire(fiches, courante.numero, conclue, trace);
        if (suite !== null) await prolonger(fiches, courante, nommee, suite, trace);
        return written;
      });
    },

    valider(identite, demande) {
      return agirSur('VALIDER', identite, demande, null, async (fiches, courante, trace) => {
        const nonValidee = refuserValidation(courante, identite.sujet);
        if (nonValidee) return { ok: false, refus: nonValidee };
        await fiches.addActe(courante, 'VALIDER', trace);
        return fait(courante);
      });
    },

    renvoyer(identite, demande) {
      const motif = parseTexte(demande.motif, MAX_TEXTE);
      return agirSur('RENVOYER', identite, demande, motif, async (fiches, courante, trace) => {
        const nonRenvoyee = refuserRenvoi(courante);
        if (nonRenvoyee) return { ok: false, refus: nonRenvoyee };
        await fiches.addActe(courante, 'RENVOYER', trace, motif);
        return fait(courante);
      });
    },

    publier(identite, demande) {
      return agirSur('PUBLIER', identite, demande, null, async (fiches, courante, trace) => {
        const { numero, engagement } = courante;
        const nonPubliee =
          refuserPublication(courante) ??
          // One that others already see there lives on to its end: it is evaluated and concluded.
          ((await fiches.isPubliee(numero, engagement))
            ? null
            : await refuserRetire(fiches, engagement));
        if (nonPubliee) return { ok: false, refus: nonPubliee };
        await fiches.addActe(courante, 'PUBLIER', trace);
        return fait(courante);
      });
    },

    abandonner(identite, demande) {
      return agirSur('ABANDONNER', identite, demande, null, async (fiches, courante, trace) => {
        const [newest, ...older] = await fiches.enCours(courante.numero);
        if (newest === undefined) return non('RIEN_A_ABANDONNER');
        const { numero } = courante;
        // The older drafts go too: what shows next is what was last published.
        for (const version of older) {
          await fiches.addActe({ numero, version }, 'ABANDONNER', {
            ...trace,
            cleIdempotence: null,
          });
        }
        await fiches.addActe({ numero, version: newest }, 'ABANDONNER', trace);
        return { ok: true, cle: null, numero };
      });
    },
  };

  /** A withdrawn engagement takes no fiche that it did not have. */
  async function refuserRetire(fiches: OpenFiches, engagement: string): Promise<RefusFiche | null> {
    return (await fiches.isRetire(engagement, deps.jour())) ? refus('ENGAGEMENT_RETIRE') : null;
  }

  /** Where the experiment goes on: the fiche named, tied to it, or a draft that takes it up. */
  async function prolonger(
    fiches: OpenFiches,
    conclue: Fiche,
    nommee: Fiche | null | undefined,
    suite: number,
    trace: Trace,
  ): Promise<void> {
    const without = { ...trace, cleIdempotence: null };
    if (nommee) {
      await ecrire(fiches, suite, { ...nommee, prolonge: conclue.numero }, without);
      return;
    }
    await ecrire(
      fiches,
      suite,
      {
        ...conclue,
        ...SANS_TRAJECTOIRE,
        varianteDe: conclue.varianteDe,
        prolonge: conclue.numero,
        experimental: false,
        statut: 'A_VENIR',
        debut: DEBUT_TRAJECTOIRE,
        fin: null,
        // Steps and money were the experiment's: what goes on has its own to find.
        etapes: [],
        budget: [],
      },
      without,
    );
  }
}

async function refuserContenu(
  fiches: OpenFiches,
  identite: Identite,
  contenu: ContenuFiche,
  jour: string,
): Promise<RefusFiche | null> {
  if (!(await fiches.isEngagement(contenu.engagement))) return refus('ENGAGEMENT_INCONNU');
  const lieux = await fiches.lieux(contenu.territoires);
  if (lieux.length < contenu.territoires.length) return refus('TERRITOIRE_INCONNU');
  if (await isOutside(fiches, identite, 'fiche:modifier', lieux)) return refus('HORS_TERRITOIRE');
  return refuserDates(contenu) ?? refuserEtapes(contenu, jour);
}

/** Whether one of these places is out of the reach of the roles that give this right. */
async function isOutside(
  fiches: OpenFiches,
  identite: Identite,
  droit: Droit,
  lieux: readonly Lieu[],
): Promise<boolean> {
  const [sien = null] = identite.territoire ? await fiches.lieux([identite.territoire]) : [];
  return !lieux.every((lieu) => estDansSaPortee(identite, droit, lieu, sien));
}

async function located(fiches: OpenFiches, contenu: ContenuFiche): Promise<ContenuFiche> {
  return contenu.territoires.length > 0
    ? contenu
    : { ...contenu, territoires: [await fiches.region()] };
}

function findFiche(fiches: OpenFiches, maison: Partenaire, id: string): Promise<Fiche | null> {
  const numero = parseOwnFicheId(maison, id);
  return numero === null ? Promise.resolve(null) : fiches.courante(numero);
}

function fait({ numero, version }: CleFiche): IssueEcriture {
  return { ok: true, cle: { numero, version }, numero };
}

function non(code: CodeRefusFiche): IssueEcriture {
  return { ok: false, refus: refus(code) };
}
