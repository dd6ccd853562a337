import { removalDateOf } from '@passerelle/composition';
import { type ConstDirectiveNode, Kind } from 'graphql';
import type { Convention, Ecart, Membre } from './convention.js';

/** Time that clients have to change what they send. */
const PREAVIS_JOURS = 30;
const PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** A deprecation announces a day, far enough: past it, and only then, the field may go. */
export const depreciations: Convention = ({ membres, aujourdhui }) =>
  membres.flatMap(({ node, coordonnee }) => [
    ...juger(node, coordonnee, aujourdhui),
    ...(node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : []).flatMap((argument) =>
      juger(argument, `${coordonnee}(${argument.name.value}:)`, aujourdhui),
    ),
  ]);

/** Whether it is new is judged by the caller: what was announced before may be due any day. */
function juger(node: Membre, coordonnee: string, aujourdhui: Date): Ecart[] {
  const directive = node.directives?.find(({ name }) => name.value === 'deprecated');
  if (directive === undefined) return [];
  const retrait = removalDateOf(raisonDe(directive));
  const jour = PARIS.format(aujourdhui);
  if (retrait === null) {
    return [
      {
        code: 'DEPRECIATION_SANS_DATE',
        coordonnee,
        node,
        message: `« ${coordonnee} » est déprécié sans date de retrait : il ne pourra partir que si plus personne ne le demande.`,
        remede: `Terminez la raison par « retrait le ${dans(aujourdhui, 90)} ».`,
        irreversible: false,
      },
    ];
  }
  if (retrait < jour) {
    return [
      {
        code: 'DEPRECIATION_DATE_PASSEE',
        coordonnee,
        node,
        message: `« ${coordonnee} » annonce son retrait pour le ${retrait}, déjà passé.`,
        remede: `Annoncez une date à venir, par exemple « retrait le ${dans(aujourdhui, 90)} ».`,
        irreversible: true,
      },
    ];
  }
  if (retrait >= dans(aujourdhui, PREAVIS_JOURS)) return [];
  return [
    {
      code: 'DEPRECIATION_PREAVIS_COURT',
      coordonnee,
      node,
      message: `« ${coordonnee} » annonce son retrait pour le ${retrait}, dans moins de ${PREAVIS_JOURS} jours.`,
      remede: 'Laissez aux équipes le temps de changer leurs demandes, ou prévenez-les vous-même.',
      irreversible: false,
    },
  ];
}

function raisonDe(directive: ConstDirectiveNode): string | undefined {
  const reason = directive.arguments?.find(({ name }) => name.value === 'reason')?.value;
  return reason?.kind === Kind.STRING ? reason.value : undefined;
}

function dans(depuis: Date, jours: number): string {
  return PARIS.format(new Date(depuis.getTime() + jours * 86_400_000));
}
