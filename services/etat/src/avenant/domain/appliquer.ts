import type { TexteEngagement, TexteProtocole } from '@passerelle/demo-data';
import { type NatureAvenant, readPlainText } from '@passerelle/subgraph';
import type { CodeRefus, Refus } from './avenant.errors.js';
import { refus } from './avenant.errors.js';
import type {
  AjoutEngagement,
  ErreurDeChamp,
  ModificationEngagement,
  Modifications,
} from './avenant.js';
import { MAISON_DU_SYMBOLE } from './comparer.js';

const MAX_LIBELLE = 2000;
/** Codes have two digits: the text holds no more. */
const MAX_ENGAGEMENTS = 99;

export type TexteModifie =
  | { readonly ok: true; readonly texte: TexteProtocole }
  | {
      readonly ok: false;
      readonly refus: Refus;
      /** All that is wrong, each where it was typed. */
      readonly erreurs: readonly ErreurDeChamp[];
    };

/**
 * The text in force with these changes: engagements changed, withdrawn, added under the next codes.
 *
 * A transcription loads signed wordings: what it writes becomes official, under its source, and so
 * does the protocol once all its engagements are. An avenant leaves what is a demonstration one.
 *
 * @param source - required for a transcription, null for an avenant
 */
export function appliquer(
  base: TexteProtocole,
  modifications: Modifications,
  { nature, source }: { nature: NatureAvenant; source: string | null },
): TexteModifie {
  const transcrit = nature === 'TRANSCRIPTION' ? source : null;
  const officiel = transcrit === null ? {} : { texteOfficiel: true, source: transcrit };
  const erreurs: Erreurs = [];
  let texte = base;

  if (modifications.intitule != null) {
    const intitule = libelleOf(modifications.intitule);
    if (intitule === null) signaler(erreurs, 'protocole', 'intitule', 'TEXTE_REFUSE');
    else texte = { ...texte, protocole: { ...texte.protocole, intitule } };
  }
  for (const { numero, libelle: saisi } of modifications.enjeux ?? []) {
    const sujet = `enjeu ${numero}`;
    const connu = texte.enjeux.some((enjeu) => enjeu.numero === numero);
    const libelle = libelleOf(saisi);
    if (!connu) signaler(erreurs, sujet, 'numero', 'ELEMENT_INCONNU');
    else if (libelle === null) signaler(erreurs, sujet, 'libelle', 'TEXTE_REFUSE');
    else {
      texte = {
        ...texte,
        enjeux: texte.enjeux.map((enjeu) =>
          enjeu.numero === numero ? { ...enjeu, libelle, ...officiel } : enjeu,
        ),
      };
    }
  }
  for (const modification of modifications.engagements ?? []) {
    const ancien = texte.engagements.find(({ code }) => code === modification.code);
    if (!ancien) {
      signaler(erreurs, modification.code.slice(0, 10), 'code', 'ELEMENT_INCONNU');
      continue;
    }
    const nouveau = { ...modifier(texte, ancien, modification, erreurs), ...officiel };
    texte = {
      ...texte,
      engagements: texte.engagements.map((un) => (un.code === ancien.code ? nouveau : un)),
    };
  }
  for (const ajout of modifications.ajouts ?? []) {
    const numero = Math.max(0, ...texte.engagements.map((un) => un.numero)) + 1;
    if (nature === 'TRANSCRIPTION') signaler(erreurs, codeDe(numero), 'libelle', 'AJOUT_REFUSE');
    if (numero > MAX_ENGAGEMENTS) {
      signaler(erreurs, codeDe(numero), 'libelle', 'TROP_D_ENGAGEMENTS');
      break;
    }
    texte = {
      ...texte,
      engagements: [...texte.engagements, ajouter(texte, ajout, numero, erreurs)],
    };
  }
  const [premiere] = erreurs;
  if (premiere) return { ok: false, refus: refus(premiere.code), erreurs };

  const complet = texte.engagements.every(({ texteOfficiel }) => texteOfficiel);
  if (transcrit !== null && complet) {
    texte = { ...texte, protocole: { ...texte.protocole, texteOfficiel: true, source: transcrit } };
  }
  return { ok: true, texte };
}

type Erreurs = (ErreurDeChamp & { code: Exclude<CodeRefus, 'VERSION_DEPASSEE'> })[];

function signaler(
  erreurs: Erreurs,
  sujet: string,
  champ: string,
  code: Exclude<CodeRefus, 'VERSION_DEPASSEE'>,
): void {
  erreurs.push({ sujet, champ, ...refus(code), code });
}

function modifier(
  { enjeux, protocole }: TexteProtocole,
  ancien: TexteEngagement,
  { libelle: saisi, enjeu: voulu, pilote, copilotes, echeance, retireLe }: ModificationEngagement,
  erreurs: Erreurs,
): TexteEngagement {
  const { code: sujet } = ancien;
  if (ancien.retireLe !== undefined) signaler(erreurs, sujet, 'retireLe', 'ENGAGEMENT_RETIRE');
  if (retireLe != null && retireLe < protocole.signeLe) {
    signaler(erreurs, sujet, 'retireLe', 'RETRAIT_AVANT_SIGNATURE');
  }
  const nouveau = {
    ...ancien,
    libelle: saisi == null ? ancien.libelle : libelleOf(saisi),
    enjeu: voulu ?? ancien.enjeu,
    pilote: pilote == null ? ancien.pilote : MAISON_DU_SYMBOLE[pilote],
    copilotes:
      copilotes == null
        ? ancien.copilotes
        : [...new Set(copilotes)].map((une) => MAISON_DU_SYMBOLE[une]),
    echeance: echeance ?? ancien.echeance,
    ...(retireLe != null && { retireLe }),
  };
  return { ...nouveau, libelle: verifier(sujet, nouveau, enjeux, erreurs) };
}

function ajouter(
  { enjeux, protocole }: TexteProtocole,
  { libelle: saisi, enjeu, pilote, copilotes, echeance }: AjoutEngagement,
  numero: number,
  erreurs: Erreurs,
): TexteEngagement {
  const code = codeDe(numero);
  const nouveau = {
    code,
    numero,
    libelle: libelleOf(saisi),
    texteOfficiel: protocole.texteOfficiel,
    source: 'Ajouté par avenant',
    enjeu,
    pilote: MAISON_DU_SYMBOLE[pilote],
    copilotes: [...new Set(copilotes ?? [])].map((une) => MAISON_DU_SYMBOLE[une]),
    echeance,
  };
  return { ...nouveau, libelle: verifier(code, nouveau, enjeux, erreurs) };
}

/** What a changed and an added engagement owe alike; answers the wording, empty when refused. */
function verifier(
  sujet: string,
  {
    libelle,
    enjeu,
    pilote,
    copilotes,
  }: { libelle: string | null } & Pick<TexteEngagement, 'enjeu' | 'pilote' | 'copilotes'>,
  enjeux: TexteProtocole['enjeux'],
  erreurs: Erreurs,
): string {
  if (libelle === null) signaler(erreurs, sujet, 'libelle', 'TEXTE_REFUSE');
  if (!enjeux.some(({ numero }) => numero === enjeu)) {
    signaler(erreurs, sujet, 'enjeu', 'ELEMENT_INCONNU');
  }
  if (copilotes.includes(pilote)) signaler(erreurs, sujet, 'copilotes', 'PILOTE_ET_COPILOTE');
  return libelle ?? '';
}

function codeDe(numero: number): string {
  return `E${String(numero).padStart(2, '0')}`;
}

function libelleOf(saisi: string): string | null {
  const lu = readPlainText(saisi, MAX_LIBELLE);
  return lu.ok && lu.texte !== '' ? lu.texte : null;
}
