import type { Identite } from '@passerelle/identity';
import { parseCleIdempotence } from '../../contributions/index.js';
import type { Maille } from '../../vocabulaire/codes.js';
import { cleDeCellule } from '../domain/cle-de-cellule.js';
import { lireFichier } from '../domain/fichier/lire-fichier.js';
import type { Forme, ValeurDeFichier } from '../domain/fichier/recolte.js';
import {
  type LieuInconnu,
  lieuxInconnus,
  parNom,
  possibles,
} from '../domain/fichier/reconnaitre.js';
import { type CodeRefus, type Refus, refus } from '../domain/indicateur.errors.js';
import type { IndicateurJournal, OpenJournal } from '../domain/indicateur.journal.js';
import type { Mesure } from '../domain/indicateur.js';
import { type ErreurDeLigne, erreurDeLigne, type LigneSaisie } from '../domain/verifier-mesures.js';
import { auteurOf, empreinteDe } from './auteur.js';
import { examiner, parseSource } from './publier-mesures.js';

export interface DemandeDImport {
  readonly indicateur: string;
  readonly contenu: string;
  readonly maille?: Maille | null | undefined;
  readonly territoire?: string | null | undefined;
  readonly dateValeur?: string | null | undefined;
  readonly source: string;
  readonly ignorerHorsRegion?: boolean | null | undefined;
  readonly simuler?: boolean | null | undefined;
  readonly empreinteAttendue?: string | null | undefined;
  readonly cleIdempotence?: string | null | undefined;
}

export interface Changement {
  readonly mesure: Mesure;
  readonly avant: number | null;
}

export interface Import {
  readonly refus: Refus | null;
  readonly importe: boolean;
  readonly forme: Forme | null;
  readonly erreurs: readonly ErreurDeLigne[];
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly inchangees: number;
  /**
   * Cells that the file leaves empty, lines of meshes or crossings published nowhere here, and
   * lines about other regions when they are let go.
   */
  readonly ignorees: number;
  readonly inconnus: readonly LieuInconnu[];
  /** Cells shown until now that this file would hide; null where nothing is ever hidden. */
  readonly masquees: number | null;
  /** What undoes it: the set of values recorded. */
  readonly lot: string | null;
  readonly changements: readonly Changement[];
  /** Of the file and of what is in place: an import that names it fails if either moved. */
  readonly empreinte: string | null;
}

const RIEN: Import = {
  refus: null,
  importe: false,
  forme: null,
  erreurs: [],
  nouvelles: 0,
  modifiees: 0,
  inchangees: 0,
  ignorees: 0,
  inconnus: [],
  masquees: null,
  lot: null,
  changements: [],
  empreinte: null,
};

/**
 * Reads a published file and says what it would change; writes it all or not at all.
 *
 * @param deps.demonstration - whether what is written is demonstration data, and must say so
 */
export function createImporterMesures(deps: {
  journal: IndicateurJournal;
  demonstration: boolean;
}): (identite: Identite, demande: DemandeDImport) => Promise<Import> {
  const non = (code: CodeRefus, reste: Partial<Import> = {}): Import => ({
    ...RIEN,
    ...reste,
    refus: refus(code),
  });

  return async (identite, demande) => {
    const cleIdempotence = parseCleIdempotence(demande.cleIdempotence);
    const { maille = null, territoire = null, dateValeur = null, indicateur } = demande;
    const source = parseSource(demande.source);
    if (source === null) return non('SOURCE_REQUISE');
    const fichier = lireFichier(demande.contenu, { maille, territoire });
    if (typeof fichier === 'string') return non(fichier);
    const empreinteDemande = empreinteDe([
      'IMPORTER',
      identite.sujet,
      indicateur,
      fichier.valeurs,
      dateValeur,
      source,
      demande.empreinteAttendue ?? null,
    ]);

    return deps.journal.open(identite, { indicateur, cleIdempotence }, async (journal) => {
      const connu = cleIdempotence === null ? null : await journal.findByKey(cleIdempotence);
      if (connu && connu.empreinteDemande !== empreinteDemande) {
        return non('CLE_IDEMPOTENCE_REUTILISEE');
      }
      const { lignes, inconnus } = await situer(journal, fichier.valeurs, { dateValeur, source });
      const inconnues = inconnus.flatMap((lieu) => lieu.lignes);
      const examen = await examiner(journal, lignes, deps.demonstration);
      if (examen === null) return non('INDICATEUR_INCONNU');
      const ignorees =
        fichier.vides + fichier.horsChamp + (demande.ignorerHorsRegion ? inconnues.length : 0);
      const erreurs = [
        ...fichier.erreurs,
        ...(demande.ignorerHorsRegion
          ? []
          : inconnues.map((ligne) => erreurDeLigne(ligne, 'TERRITOIRE_INCONNU'))),
        ...examen.erreurs,
      ].toSorted((a, b) => a.ligne - b.ligne);
      const bilan = comparer(examen.mesures, examen.avant);
      const periodes = [...new Set(examen.mesures.map(({ periode }) => periode))].sort();
      const versions = await journal.versions(periodes);
      const empreinte = empreinteDe([fichier.valeurs, periodes.map((un) => versions.get(un) ?? 0)]);
      const apercu: Import = {
        ...RIEN,
        forme: fichier.forme,
        erreurs,
        ignorees,
        inconnus,
        empreinte,
        ...bilan,
      };
      if (connu) return { ...apercu, importe: true, lot: connu.lot };
      if (erreurs.length > 0 || examen.mesures.length === 0) {
        return { ...apercu, refus: refus('MESURES_INVALIDES') };
      }
      const { empreinteAttendue = null } = demande;
      if (empreinteAttendue !== null && empreinteAttendue !== empreinte) {
        return { ...apercu, refus: refus('VERSION_DEPASSEE') };
      }
      if (demande.simuler ?? true) {
        return { ...apercu, masquees: await journal.masquerait(examen.mesures) };
      }
      const lot = await journal.ajouter(
        { indicateur, auteur: auteurOf(identite), cleIdempotence, empreinteDemande, periodes },
        examen.mesures,
      );
      return { ...apercu, importe: true, lot };
    });
  };
}

/** Gives each value its territory: by its code at the mesh that the file says, else by its name. */
async function situer(
  journal: OpenJournal,
  valeurs: readonly ValeurDeFichier[],
  commun: Pick<LigneSaisie, 'dateValeur' | 'source'>,
): Promise<{
  readonly lignes: readonly LigneSaisie[];
  readonly inconnus: readonly LieuInconnu[];
}> {
  const connus = await journal.territoires(valeurs.flatMap(possibles));
  const lieux = await journal.lieuxNommes();
  const inconnues: ValeurDeFichier[] = [];
  const lignes = valeurs.flatMap((valeur): LigneSaisie[] => {
    const lieu =
      valeur.code === ''
        ? parNom(valeur, lieux)
        : possibles(valeur).find(({ maille, code }) => connus.has(`${maille}/${code}`));
    if (!lieu) {
      inconnues.push(valeur);
      return [];
    }
    const { ligne, periode, dimension, modalite } = valeur;
    return [
      {
        ...commun,
        ligne,
        periode,
        dimension,
        modalite,
        valeur: valeur.valeur,
        maille: lieu.maille,
        territoire: lieu.code,
      },
    ];
  });
  return { lignes, inconnus: lieuxInconnus(inconnues, lieux) };
}

function comparer(
  mesures: readonly Mesure[],
  avant: readonly Mesure[],
): Pick<Import, 'nouvelles' | 'modifiees' | 'inchangees' | 'changements'> {
  const connues = new Map(avant.map((mesure) => [cleDeCellule(mesure), mesure.valeur]));
  const lues = mesures.map((mesure) => ({
    mesure,
    avant: connues.get(cleDeCellule(mesure)) ?? null,
  }));
  const changements = lues.filter(({ mesure, avant: valeur }) => valeur !== mesure.valeur);
  return {
    changements,
    nouvelles: lues.filter(({ avant: valeur }) => valeur === null).length,
    modifiees: changements.filter(({ avant: valeur }) => valeur !== null).length,
    inchangees: lues.length - changements.length,
  };
}
