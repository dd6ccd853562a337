import type { Partenaire as Maison, TexteEngagement, TexteProtocole } from '@passerelle/demo-data';
import { type NatureAvenant, type Partenaire, readPlainText } from '@passerelle/subgraph';
import { type Refus, refus } from './avenant.errors.js';
import type { Changement, ModificationEngagement, Modifications } from './avenant.js';

const MAX_LIBELLE = 2000;

const MAISONS: Readonly<Record<Partenaire, Maison>> = {
  ETAT: 'etat',
  REGION: 'region',
  POLE_EMPLOI: 'pole-emploi',
};

export type TexteModifie =
  | { readonly ok: true; readonly texte: TexteProtocole }
  | { readonly ok: false; readonly refus: Refus };

/**
 * The text in force with these changes.
 *
 * A transcription loads signed wordings: what it writes becomes official, under its source, and so
 * does the protocol once its 23 engagements are. An avenant leaves what is a demonstration one.
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
  let texte = base;

  if (modifications.intitule != null) {
    const intitule = libelleOf(modifications.intitule);
    if (intitule === null) return non('TEXTE_REFUSE');
    texte = { ...texte, protocole: { ...texte.protocole, intitule } };
  }
  for (const { numero, libelle: saisi } of modifications.enjeux ?? []) {
    if (!texte.enjeux.some((enjeu) => enjeu.numero === numero)) return non('ELEMENT_INCONNU');
    const libelle = libelleOf(saisi);
    if (libelle === null) return non('TEXTE_REFUSE');
    texte = {
      ...texte,
      enjeux: texte.enjeux.map((enjeu) =>
        enjeu.numero === numero ? { ...enjeu, libelle, ...officiel } : enjeu,
      ),
    };
  }
  for (const modification of modifications.engagements ?? []) {
    const ancien = texte.engagements.find(({ code }) => code === modification.code);
    if (!ancien) return non('ELEMENT_INCONNU');
    const nouveau = modifierEngagement(ancien, modification);
    if ('message' in nouveau) return { ok: false, refus: nouveau };
    texte = {
      ...texte,
      engagements: texte.engagements.map((un) =>
        un.code === ancien.code ? { ...nouveau, ...officiel } : un,
      ),
    };
  }
  const complet = texte.engagements.every(({ texteOfficiel }) => texteOfficiel);
  if (transcrit !== null && complet) {
    texte = { ...texte, protocole: { ...texte.protocole, texteOfficiel: true, source: transcrit } };
  }
  return { ok: true, texte };
}

function modifierEngagement(
  ancien: TexteEngagement,
  { libelle: saisi, pilote: voulu, copilotes: voulus, echeance: dite }: ModificationEngagement,
): TexteEngagement | Refus {
  const libelle = saisi == null ? ancien.libelle : libelleOf(saisi);
  if (libelle === null) return refus('TEXTE_REFUSE');
  const pilote = voulu == null ? ancien.pilote : MAISONS[voulu];
  const copilotes =
    voulus == null ? ancien.copilotes : [...new Set(voulus)].map((maison) => MAISONS[maison]);
  if (copilotes.includes(pilote)) return refus('PILOTE_ET_COPILOTE');
  return { ...ancien, libelle, pilote, copilotes, echeance: dite ?? ancien.echeance };
}

const CHAMPS_COMMUNS = ['texteOfficiel', 'source'] as const;
const CHAMPS_PROTOCOLE = ['intitule', ...CHAMPS_COMMUNS] as const;
const CHAMPS_ENJEU = ['libelle', ...CHAMPS_COMMUNS] as const;
const CHAMPS_ENGAGEMENT = [
  'libelle',
  'pilote',
  'copilotes',
  'echeance',
  ...CHAMPS_COMMUNS,
] as const;

/** What differs from one text to the other, among what an avenant may change, in the text's order. */
export function comparer(avant: TexteProtocole, apres: TexteProtocole): readonly Changement[] {
  return [
    ...differences('protocole', CHAMPS_PROTOCOLE, avant.protocole, apres.protocole),
    ...apres.enjeux.flatMap((enjeu) => {
      const ancien = avant.enjeux.find(({ numero }) => numero === enjeu.numero);
      return ancien ? differences(`enjeu ${enjeu.numero}`, CHAMPS_ENJEU, ancien, enjeu) : [];
    }),
    ...apres.engagements.flatMap((engagement) => {
      const ancien = avant.engagements.find(({ code }) => code === engagement.code);
      return ancien ? differences(engagement.code, CHAMPS_ENGAGEMENT, ancien, engagement) : [];
    }),
  ];
}

function differences<Champ extends string>(
  sujet: string,
  champs: readonly Champ[],
  ancien: Readonly<Record<Champ, unknown>>,
  nouveau: Readonly<Record<Champ, unknown>>,
): readonly Changement[] {
  return champs.flatMap((champ) => {
    const [avant, apres] = [enTexte(ancien[champ]), enTexte(nouveau[champ])];
    return avant === apres ? [] : [{ sujet, champ, avant, apres }];
  });
}

function enTexte(valeur: unknown): string {
  return typeof valeur === 'string' ? valeur : JSON.stringify(valeur ?? null);
}

function libelleOf(saisi: string): string | null {
  const lu = readPlainText(saisi, MAX_LIBELLE);
  return lu.ok && lu.texte !== '' ? lu.texte : null;
}

function non(code: Parameters<typeof refus>[0]): TexteModifie {
  return { ok: false, refus: refus(code) };
}
