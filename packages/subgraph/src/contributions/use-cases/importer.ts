import type { Identite } from '@passerelle/identity';
import { texteCommunError } from '../../texte-commun/index.js';
import { parseCleIdempotence } from '../domain/cle-idempotence.js';
import { type CodeRefus, type Refus, refus } from '../domain/contribution.errors.js';
import type { CleContribution, ContenuContribution, Contribution } from '../domain/contribution.js';
import type { ContributionLots, OpenLot } from '../domain/contribution.lots.js';
import type { Changement, ErreurDeLigne, LigneSaisie } from '../domain/import.js';
import { comparer, parseLigne } from '../domain/parse-ligne.js';
import { auteurOf, digest } from './trace.js';

export interface DemandeImport {
  readonly lignes: readonly LigneSaisie[];
  /** True: only say what would change. */
  readonly simuler: boolean;
  readonly cleIdempotence?: string | null | undefined;
}

export interface IssueImport {
  /** Identifier of what was recorded; null when nothing was. */
  readonly importe: string | null;
  readonly changements: readonly Changement[];
  /** Lines that say what is already recorded. */
  readonly inchangees: number;
  readonly erreurs: readonly ErreurDeLigne[];
  readonly refus: Refus | null;
}

export type IssueAnnulation =
  | { readonly ok: true; readonly importe: string }
  | { readonly ok: false; readonly refus: Refus };

export interface ContributionImports {
  importer(identite: Identite, demande: DemandeImport): Promise<IssueImport>;
  /** Abandons the drafts that an import made: what was there before shows again. */
  annuler(identite: Identite, id: string): Promise<IssueAnnulation>;
}

const MAX_LIGNES = 100;

/**
 * A house's contributions brought up to date from a spreadsheet: all the lines, or none.
 *
 * @param deps.nouvelId - identifier of a new import
 * @param deps.demonstration - whether what is written is demonstration data, and must say so
 * @param deps.jour - the current civil day, to know what an avenant has withdrawn
 */
export function createContributionImports(deps: {
  lots: ContributionLots;
  nouvelId: () => string;
  demonstration: boolean;
  jour: () => string;
}): ContributionImports {
  return {
    async importer(identite, { lignes, simuler, cleIdempotence: cle }) {
      const cleIdempotence = parseCleIdempotence(cle);
      if (lignes.length > MAX_LIGNES) return refuse('TROP_DE_LIGNES');
      const empreinteDemande = digest(['IMPORTER', identite.sujet, lignes]);
      const engagements = lignes.map(({ engagement }) => engagement);
      return deps.lots.open(identite, { engagements, cleIdempotence }, async (lot) => {
        const connu =
          simuler || cleIdempotence === null ? null : await lot.importParCle(cleIdempotence);
        if (connu && connu.empreinteDemande !== empreinteDemande) {
          return refuse('CLE_IDEMPOTENCE_REUTILISEE');
        }
        if (connu) return { ...RIEN, importe: connu.id, inchangees: lignes.length };
        const connus = { connus: lot.connus, retires: await lot.retires(deps.jour()) };
        const lu = lireLignes(lignes, connus, await lot.courantes());
        const { changements, inchangees, erreurs } = lu;
        const issue = { importe: null, changements, inchangees, erreurs, refus: null };
        if (simuler) return issue;
        if (erreurs.length > 0) return { ...issue, refus: refus('IMPORT_REFUSE') };
        if (changements.length === 0) return { ...issue, refus: refus('RIEN_A_IMPORTER') };
        const trace = { auteur: auteurOf(identite), empreinteDemande };
        const versions = await write(lot, lu.nouveaux, trace);
        const id = deps.nouvelId();
        await lot.addImport({ id, cleIdempotence, ...trace }, versions);
        return { ...issue, importe: id };
      });
    },

    annuler: (identite, id) =>
      deps.lots.openImport(identite, id, async (ouvert) => {
        if (ouvert === null) return { ok: false, refus: refus('IMPORT_INCONNU') };
        if (ouvert.fait.annuleLe !== null) return { ok: false, refus: refus('IMPORT_DEJA_ANNULE') };
        if (await ouvert.estRepris()) return { ok: false, refus: refus('IMPORT_DEJA_REPRIS') };
        const auteur = auteurOf(identite);
        const empreinteDemande = digest(['ANNULER', identite.sujet, id]);
        for (const cle of ouvert.fait.versions) {
          await ouvert.journal(cle.engagement).addActe({
            ...cle,
            acte: 'ABANDONNER',
            auteur,
            cleIdempotence: null,
            empreinteDemande,
          });
        }
        await ouvert.addAnnulation(auteur);
        return { ok: true, importe: id };
      }),
  };

  async function write(
    lot: OpenLot,
    nouveaux: ReadonlyMap<string, ContenuContribution>,
    trace: { auteur: ReturnType<typeof auteurOf>; empreinteDemande: string },
  ): Promise<readonly CleContribution[]> {
    const versions: CleContribution[] = [];
    for (const [engagement, contenu] of nouveaux) {
      const journal = lot.journal(engagement);
      const cle = { engagement, version: (await journal.lastVersion()) + 1 };
      await journal.addVersion(cle.version, contenu, trace.auteur, deps.demonstration);
      await journal.addActe({ ...cle, ...trace, acte: 'MODIFIER', cleIdempotence: null });
      versions.push(cle);
    }
    return versions;
  }
}

const RIEN = { importe: null, changements: [], inchangees: 0, erreurs: [], refus: null };

function refuse(code: CodeRefus): IssueImport {
  return { ...RIEN, refus: refus(code) };
}

function lireLignes(
  lignes: readonly LigneSaisie[],
  { connus, retires }: { connus: ReadonlySet<string>; retires: ReadonlySet<string> },
  courantes: ReadonlyMap<string, Contribution>,
): {
  changements: readonly Changement[];
  inchangees: number;
  erreurs: readonly ErreurDeLigne[];
  nouveaux: ReadonlyMap<string, ContenuContribution>;
} {
  const changements: Changement[] = [];
  const erreurs: ErreurDeLigne[] = [];
  const nouveaux = new Map<string, ContenuContribution>();
  const vus = new Set<string>();
  let inchangees = 0;
  for (const saisie of lignes) {
    const { ligne, engagement, versionAttendue } = saisie;
    const courante = courantes.get(engagement) ?? null;
    const non = refuserLigne(engagement, connus, vus);
    vus.add(engagement);
    if (non) erreurs.push({ ligne, engagement, champ: null, ...non });
    if (!connus.has(engagement)) continue;
    const lue = parseLigne(saisie, courante);
    if (lue.nature === 'erreurs') erreurs.push(...lue.erreurs);
    if (lue.nature !== 'contenu') {
      inchangees += lue.nature === 'vide' ? 1 : 0;
      continue;
    }
    const champs = comparer(courante, lue.contenu);
    if (champs.length === 0) {
      inchangees += 1;
      continue;
    }
    if (estDepassee(versionAttendue, courante)) {
      erreurs.push({ ligne, engagement, champ: null, ...refus('VERSION_DEPASSEE') });
    }
    const { version = 0, etat = null } = courante ?? {};
    if (retires.has(engagement)) {
      erreurs.push({ ligne, engagement, champ: null, ...refus('ENGAGEMENT_RETIRE') });
    }
    changements.push({ ligne, engagement, version, etat, champs });
    nouveaux.set(engagement, lue.contenu);
  }
  return { changements, inchangees, erreurs, nouveaux };
}

function refuserLigne(
  engagement: string,
  connus: ReadonlySet<string>,
  vus: ReadonlySet<string>,
): { code: string; message: string } | null {
  if (!connus.has(engagement)) {
    const { code, message } = texteCommunError('ENGAGEMENT_INCONNU');
    return { code, message };
  }
  return vus.has(engagement) ? refus('ENGAGEMENT_EN_DOUBLE') : null;
}

function estDepassee(
  versionAttendue: number | null | undefined,
  courante: Contribution | null,
): boolean {
  return versionAttendue != null && versionAttendue !== (courante?.version ?? 0);
}
