import { z } from 'zod';
import type { Answer } from '../answer.js';

/** Values for the arguments that name something of one arrondissement. */
export type Ids = Readonly<Record<string, string>>;

/** Something of one arrondissement on which every act may be tried. */
export interface Lieu {
  readonly arrondissement: string;
  readonly ids: Ids;
  /** The same as input fields that may be left out: without them the whole region is meant. */
  readonly donnes: Ids;
  /** A decision on none of the recteur's subjects, when there is one. */
  readonly horsSujet: string | null;
}

/** Arguments and input fields that say where an act takes place. */
export const NOMS_DE_LIEU: readonly string[] = ['seance', 'decision', 'instance', 'territoires'];

const SUJETS_DU_RECTEUR = ['ORIENTATION', 'FORMATION_INITIALE', 'APPRENTISSAGE'];

const reponse = z.object({
  seances: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
  decisions: z.object({
    nodes: z.array(z.object({ id: z.string(), sujets: z.array(z.string()), statut: z.string() })),
  }),
});

/** A session to come and the decisions of one arrondissement, from the live graph. */
export async function lireLieu(
  graphql: (texte: string) => Promise<Answer>,
  arrondissement: string,
): Promise<Lieu> {
  const territoire = `{ code: "${arrondissement}", maille: ARRONDISSEMENT }`;
  const answer = await graphql(`{
    seances(territoire: ${territoire}, statut: PREVUE, first: 1) { nodes { id } }
    decisions(territoire: ${territoire}, first: 100) { nodes { id sujets statut } }
  }`);
  const { seances, decisions } = reponse.parse(answer.data);
  const vives = decisions.nodes.filter(({ statut }) => statut !== 'ANNULEE');
  const touche = (sujets: readonly string[]): boolean =>
    sujets.some((sujet) => SUJETS_DU_RECTEUR.includes(sujet));
  const duRecteur = vives.find(({ sujets }) => touche(sujets)) ?? vives[0];
  const [seance] = seances.nodes;
  if (!seance || !duRecteur) throw new Error(`rien à ${arrondissement} : ${answer.status}`);
  return {
    arrondissement,
    ids: {
      engagement: 'E07',
      instance: `spel-${arrondissement}`,
      seance: seance.id,
      decision: duRecteur.id,
      empreinte: 'a'.repeat(64),
    },
    // What one sends to oneself takes place nowhere; to the members, there.
    donnes: { territoires: `[${territoire}]`, destinataires: 'MEMBRES' },
    horsSujet: vives.find(({ sujets }) => !touche(sujets))?.id ?? null,
  };
}
