import type { CompositionResult, SousGraphe } from '@passerelle/composition';
import type { Constat } from '@passerelle/publication';
import type { DocumentNode } from 'graphql';
import { composer } from '../graphe-vivant.js';
import { lieuDe } from './lieu-de.js';

const REMEDES: Readonly<Record<string, string>> = {
  CONTEXTE_REFUSE: 'Passez la valeur en argument du champ, ou par la clé de l’entité.',
  CONTRIBUTION_NON_NULLABLE: 'Retirez le point d’exclamation final.',
  CLES_DIVERGENTES: 'Donnez à l’entité une clé que tous ses partenaires connaissent.',
  SECOURS_INCONNU: 'Publiez après ce partenaire, ou retirez @secours.',
  SECOURS_DIFFERENT: 'Reprenez le type, les arguments et les défauts de l’original.',
};

const PAR_DEFAUT =
  'Accordez votre schéma avec ceux des autres partenaires : « passerelle verifier » le compose avec eux.';

/** Federation's words for an `extend type` whose only definition is the missing partner's. */
const SANS_DEFINITION = /"(\w+)" is an extension type, but there is no type definition/;

/** What is right in itself and does not go with a neighbour's live schema. */
function chezUnAutre(partenaire: string | undefined): string {
  return `Le schéma en ligne de « ${partenaire} » ne va pas avec le vôtre : ajoutez plutôt un autre champ et dépréciez celui-ci, ou convenez-en avec ce partenaire.`;
}

/** Why the schemas do not make one graph; the place when it is in the candidate. */
export function constatsDeComposition(
  composed: CompositionResult,
  partenaire: string,
  document: DocumentNode | null,
): Constat[] {
  if (composed.ok) return [];
  return composed.errors.map((error): Constat => {
    const { code, coordonnee, codeFederation, message } = error;
    const estSien = error.partenaire === undefined || error.partenaire === partenaire;
    const lieu =
      estSien && document !== null && coordonnee !== undefined
        ? lieuDe(document, coordonnee)
        : undefined;
    return {
      code,
      gravite: 'REFUS',
      famille: 'composition',
      ...(coordonnee === undefined ? {} : { coordonnee }),
      ...(lieu === undefined ? {} : { lieu }),
      message: codeFederation === undefined ? message : `${message} (${codeFederation})`,
      remede: estSien ? (REMEDES[code] ?? PAR_DEFAUT) : chezUnAutre(error.partenaire),
      ...(estSien || error.partenaire === undefined
        ? {}
        : { chez: error.partenaire, accordDe: error.partenaire }),
    };
  });
}

/**
 * The graph must still be there without any other one partner, when it is today: an outage of
 * one must not take the rest along.
 */
export function constatsSansPartenaire(
  vivants: readonly SousGraphe[],
  apres: readonly SousGraphe[],
  partenaire: string,
): Constat[] {
  return vivants.flatMap(({ partenaire: absent }): Constat[] => {
    if (absent === partenaire || !composer(vivants, [absent]).ok) return [];
    const composed = composer(apres, [absent]);
    if (composed.ok) return [];
    const [error] = composed.errors;
    const etendu = SANS_DEFINITION.exec(error?.message ?? '')?.[1];
    return [
      {
        code: 'PANNE_NON_SUPPORTEE',
        gravite: 'REFUS',
        famille: 'composition',
        ...(error?.coordonnee === undefined ? {} : { coordonnee: error.coordonnee }),
        message: `Si « ${absent} » tombe en panne, le graphe tombe avec lui : ${error?.message ?? ''}`,
        remede:
          etendu === undefined
            ? `Ne faites dépendre vos champs ni d’un type que « ${absent} » est seul à donner, ni de ses champs par @requires.`
            : `Écrivez « type ${etendu} » au lieu de « extend type ${etendu} », avec la même clé : votre schéma se compose alors aussi sans « ${absent} ».`,
      },
    ];
  });
}
