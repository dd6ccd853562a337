import type { Identite } from '@passerelle/identity';
import { parseCleIdempotence } from '../../contributions/index.js';
import type { Maille } from '../../vocabulaire/codes.js';
import { cleDeCellule } from '../domain/cle-de-cellule.js';
import { type Refus, refus } from '../domain/indicateur.errors.js';
import type { IndicateurJournal, OpenJournal } from '../domain/indicateur.journal.js';
import type { Dimension, Mesure, Modalite } from '../domain/indicateur.js';
import { parsePeriode } from '../domain/periode.js';
import {
  type ErreurDeLigne,
  type LigneSaisie,
  periodesEmboitees,
  ventilationsSuperieures,
  verifierMesures,
} from '../domain/verifier-mesures.js';
import { auteurOf, empreinteDe } from './auteur.js';

export interface MesureSaisie {
  readonly maille: Maille;
  readonly territoire: string;
  readonly dimension?: Dimension | null | undefined;
  readonly modalite?: Modalite | null | undefined;
  readonly valeur: number;
}

export interface DemandeDePublication {
  readonly indicateur: string;
  readonly periode: string;
  readonly dateValeur?: string | null | undefined;
  readonly source: string;
  readonly mesures: readonly MesureSaisie[];
  readonly versionAttendue?: number | null | undefined;
  readonly cleIdempotence?: string | null | undefined;
}

export interface Publication {
  readonly refus: Refus | null;
  readonly erreurs: readonly ErreurDeLigne[];
  readonly publiees: number;
  /** Version of the table: the one made, or the one in place when it was refused. */
  readonly version: number;
}

const SOURCE_MIN = 3;
const SOURCE_MAX = 300;

/** A source that can be read again by somebody else; null when it says nothing. */
export function parseSource(texte: string): string | null {
  const net = texte.trim().replaceAll(/\s+/g, ' ');
  return net.length >= SOURCE_MIN && net.length <= SOURCE_MAX && !/[<>]/.test(net) ? net : null;
}

/** What a set of values changes in the tables of one indicator, before anything is written. */
export async function examiner(
  journal: OpenJournal,
  lignes: readonly LigneSaisie[],
  demonstration: boolean,
): Promise<{
  readonly mesures: readonly Mesure[];
  readonly erreurs: readonly ErreurDeLigne[];
  readonly avant: readonly Mesure[];
} | null> {
  const indicateur = await journal.indicateur();
  if (indicateur === null) return null;
  const connus = await journal.territoires(
    lignes.map(({ maille, territoire }) => ({ maille, code: territoire })),
  );
  const { mesures, erreurs } = verifierMesures(
    indicateur,
    lignes,
    (maille, code) => connus.has(`${maille}/${code}`),
    demonstration,
  );
  const avant = await journal.mesures([...new Set(mesures.map(({ periode }) => periode))]);
  const nouvelles = new Map(mesures.map((mesure) => [cleDeCellule(mesure), mesure]));
  const placees = new Map(
    lignes.map((saisie) => [
      cleDeCellule({ ...saisie, periode: parsePeriode(saisie.periode)?.code ?? '' }),
      saisie.ligne,
    ]),
  );
  const ensemble = [...avant.filter((mesure) => !nouvelles.has(cleDeCellule(mesure))), ...mesures];
  return {
    mesures,
    avant,
    erreurs: [
      ...erreurs,
      ...periodesEmboitees(indicateur, lignes, await journal.periodesPubliees()),
      ...ventilationsSuperieures(ensemble, (mesure) => placees.get(cleDeCellule(mesure))),
    ].toSorted((a, b) => a.ligne - b.ligne),
  };
}

/**
 * Publishes values of one period: all of them, or none.
 *
 * @param deps.demonstration - whether what is written is demonstration data, and must say so
 */
export function createPublierMesures(deps: {
  journal: IndicateurJournal;
  demonstration: boolean;
}): (identite: Identite, demande: DemandeDePublication) => Promise<Publication> {
  const rien = (code: Parameters<typeof refus>[0], version = 0): Publication => ({
    refus: refus(code),
    erreurs: [],
    publiees: 0,
    version,
  });
  return async (identite, demande) => {
    const cleIdempotence = parseCleIdempotence(demande.cleIdempotence);
    const periode = parsePeriode(demande.periode);
    const source = parseSource(demande.source);
    if (periode === null) return rien('PERIODE_INVALIDE');
    if (source === null) return rien('SOURCE_REQUISE');
    const { versionAttendue = null, dateValeur = null, mesures: saisies } = demande;
    const empreinteDemande = empreinteDe([
      'PUBLIER',
      identite.sujet,
      demande.indicateur,
      periode.code,
      dateValeur,
      source,
      versionAttendue,
      saisies,
    ]);
    return deps.journal.open(
      identite,
      { indicateur: demande.indicateur, cleIdempotence },
      async (journal) => {
        const version = (await journal.versions([periode.code])).get(periode.code) ?? 0;
        const connu = cleIdempotence === null ? null : await journal.findByKey(cleIdempotence);
        if (connu) {
          return connu.empreinteDemande === empreinteDemande
            ? { refus: null, erreurs: [], publiees: saisies.length, version }
            : rien('CLE_IDEMPOTENCE_REUTILISEE', version);
        }
        const lignes = saisies.map((saisie, index) => ({
          ligne: index + 1,
          maille: saisie.maille,
          territoire: saisie.territoire,
          periode: periode.code,
          dimension: saisie.dimension ?? null,
          modalite: saisie.modalite ?? null,
          valeur: saisie.valeur,
          dateValeur,
          source,
        }));
        const examen = await examiner(journal, lignes, deps.demonstration);
        if (examen === null) return rien('INDICATEUR_INCONNU');
        if (versionAttendue !== null && versionAttendue !== version) {
          return rien('VERSION_DEPASSEE', version);
        }
        if (examen.erreurs.length > 0 || examen.mesures.length === 0) {
          return { ...rien('MESURES_INVALIDES', version), erreurs: examen.erreurs };
        }
        await journal.ajouter(
          {
            indicateur: demande.indicateur,
            auteur: auteurOf(identite),
            cleIdempotence,
            empreinteDemande,
            periodes: [periode.code],
          },
          examen.mesures,
        );
        return {
          refus: null,
          erreurs: [],
          publiees: examen.mesures.length,
          version: version + 1,
        };
      },
    );
  };
}
