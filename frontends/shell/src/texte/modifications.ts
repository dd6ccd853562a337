import type {
  AjoutEngagementInput,
  AvenantCompletFragment,
  ModificationEngagementInput,
  ModificationsTexteInput,
  Partenaire,
} from '../generated/graphql.js';
import { maisonsDe } from './libelles-du-texte.js';

type Changement = Pick<AvenantCompletFragment['changements'][number], 'sujet' | 'champ' | 'apres'>;

/** All that an avenant changes, as it is sent: each writing replaces the one before. */
export interface Ecriture extends ModificationsTexteInput {
  enjeux: { numero: number; libelle: string }[];
  engagements: ModificationEngagementInput[];
  ajouts: AjoutEngagementInput[];
}

const MAISONS: Readonly<Record<string, Partenaire>> = {
  etat: 'ETAT',
  region: 'REGION',
  'pole-emploi': 'POLE_EMPLOI',
};

/**
 * What an avenant already changes, in the form in which it is sent again: nothing of it is lost.
 *
 * @param codes - engagements of the text in force: another code is one that the avenant adds
 */
export function ecritureDe(changements: readonly Changement[], codes: readonly string[]): Ecriture {
  const ecriture: Ecriture = { enjeux: [], engagements: [], ajouts: [] };
  for (const [sujet, champs] of parSujet(changements)) {
    const libelle = champs.get('libelle');
    const enjeu = /^enjeu (\d+)$/.exec(sujet)?.[1];
    if (sujet === 'protocole') {
      const intitule = champs.get('intitule');
      if (intitule !== undefined) ecriture.intitule = intitule;
    } else if (enjeu !== undefined) {
      if (libelle !== undefined) ecriture.enjeux.push({ numero: Number(enjeu), libelle });
    } else if (codes.includes(sujet)) {
      ecriture.engagements.push({ code: sujet, ...modificationDe(champs) });
    } else {
      const { pilote = 'ETAT', ...reste } = modificationDe(champs);
      ecriture.ajouts.push({
        libelle: libelle ?? '',
        enjeu: reste.enjeu ?? 1,
        pilote: pilote ?? 'ETAT',
        copilotes: reste.copilotes ?? [],
        echeance: reste.echeance ?? '',
      });
    }
  }
  return ecriture;
}

function parSujet(changements: readonly Changement[]): Map<string, Map<string, string>> {
  const sujets = new Map<string, Map<string, string>>();
  for (const { sujet, champ, apres } of changements) {
    const champs = sujets.get(sujet) ?? new Map<string, string>();
    sujets.set(sujet, champs.set(champ, apres));
  }
  return sujets;
}

function modificationDe(
  champs: ReadonlyMap<string, string>,
): Omit<ModificationEngagementInput, 'code'> {
  const modification: Omit<ModificationEngagementInput, 'code'> = {};
  const libelle = champs.get('libelle');
  const enjeu = champs.get('enjeu');
  const pilote = MAISONS[champs.get('pilote') ?? ''];
  const copilotes = champs.get('copilotes');
  const echeance = champs.get('echeance');
  const retireLe = champs.get('retireLe');
  if (libelle !== undefined) modification.libelle = libelle;
  if (enjeu !== undefined) modification.enjeu = Number(enjeu);
  if (pilote !== undefined) modification.pilote = pilote;
  if (copilotes !== undefined) {
    modification.copilotes = maisonsDe(copilotes).flatMap((maison) => MAISONS[maison] ?? []);
  }
  if (echeance !== undefined) modification.echeance = echeance;
  if (retireLe !== undefined) modification.retireLe = retireLe;
  return modification;
}

/** The same, with one more change; a second one on the same engagement completes the first. */
export function completer(ecriture: Ecriture, suivante: ModificationEngagementInput): Ecriture {
  const { engagements } = ecriture;
  const deja = engagements.find(({ code }) => code === suivante.code);
  return {
    ...ecriture,
    engagements: [...engagements.filter((une) => une !== deja), { ...deja, ...suivante }].sort(
      (a, b) => String(a.code).localeCompare(String(b.code)),
    ),
  };
}

/** The same without what it changes of a subject; codes of the engagements added follow again. */
export function sans(ecriture: Ecriture, sujet: string, codesAjoutes: readonly string[]): Ecriture {
  const { intitule: _intitule, ...reste } = ecriture;
  const rang = codesAjoutes.indexOf(sujet);
  return {
    ...(sujet === 'protocole' ? reste : ecriture),
    enjeux: ecriture.enjeux.filter(({ numero }) => `enjeu ${numero}` !== sujet),
    engagements: ecriture.engagements.filter(({ code }) => code !== sujet),
    ajouts: ecriture.ajouts.filter((_, place) => place !== rang),
  };
}
