import type { Partenaire as Maison, TexteProtocole } from '@passerelle/demo-data';
import type { Partenaire } from '@passerelle/subgraph';
import type { Changement } from './avenant.js';

/** From the graph's enum to the code that the text holds. */
export const MAISON_DU_SYMBOLE: Readonly<Record<Partenaire, Maison>> = {
  ETAT: 'etat',
  REGION: 'region',
  POLE_EMPLOI: 'pole-emploi',
};

const CHAMPS_COMMUNS = ['texteOfficiel', 'source'] as const;
const CHAMPS_PROTOCOLE = ['intitule', ...CHAMPS_COMMUNS] as const;
const CHAMPS_ENJEU = ['libelle', ...CHAMPS_COMMUNS] as const;
const CHAMPS_ENGAGEMENT = [
  'libelle',
  'enjeu',
  'pilote',
  'copilotes',
  'echeance',
  'retireLe',
  ...CHAMPS_COMMUNS,
] as const;

/**
 * What differs from one text to the other, among what an avenant may change, in the text's order.
 * Before an engagement that was added, and after nothing, there is an empty text.
 */
export function comparer(avant: TexteProtocole, apres: TexteProtocole): readonly Changement[] {
  return [
    ...differences('protocole', CHAMPS_PROTOCOLE, avant.protocole, apres.protocole),
    ...apres.enjeux.flatMap((enjeu) => {
      const ancien = avant.enjeux.find(({ numero }) => numero === enjeu.numero);
      return ancien ? differences(`enjeu ${enjeu.numero}`, CHAMPS_ENJEU, ancien, enjeu) : [];
    }),
    ...apres.engagements.flatMap((engagement) => {
      const ancien = avant.engagements.find(({ code }) => code === engagement.code) ?? {};
      return differences(engagement.code, CHAMPS_ENGAGEMENT, ancien, engagement);
    }),
  ];
}

function differences<Champ extends string>(
  sujet: string,
  champs: readonly Champ[],
  ancien: Readonly<Partial<Record<Champ, unknown>>>,
  nouveau: Readonly<Partial<Record<Champ, unknown>>>,
): readonly Changement[] {
  return champs.flatMap((champ) => {
    const [avant, apres] = [enTexte(ancien[champ]), enTexte(nouveau[champ])];
    return avant === apres ? [] : [{ sujet, champ, avant, apres }];
  });
}

function enTexte(valeur: unknown): string {
  if (valeur === undefined) return '';
  return typeof valeur === 'string' ? valeur : JSON.stringify(valeur);
}
