import { formaterDate, nomPartenaire, partenaireDuGraphe } from '@passerelle/portal-kit';
import type { SeanceEntiereFragment } from '../../generated/graphql.js';
import { nomDInstance } from '../libelles.js';

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });

/** The minutes that the portal can write by itself: what it knows, to be completed. */
export function releveInitial(seance: SeanceEntiereFragment): string {
  const presents = seance.presences.filter(({ present }) => present);
  const excuses = seance.presences.filter(({ present }) => !present);
  const nommer = ({ fonction, organisation }: { fonction: string; organisation: string }): string =>
    `${fonction} (${organisation})`;
  const points = [...seance.points].sort((a, b) => a.rang - b.rang);
  const decisions = seance.decisions.nodes.filter(({ statut }) => statut !== 'ANNULEE');
  return [
    `Séance du ${nomDInstance(seance.instance)}, le ${formaterDate(seance.jour)}${seance.lieu ? `, ${seance.lieu}` : ''}.`,
    presents.length > 0 ? `Présents : ${enumerer.format(presents.map(nommer))}.` : '',
    excuses.length > 0 ? `Absents ou excusés : ${enumerer.format(excuses.map(nommer))}.` : '',
    ...points.map(
      ({ titre, partenaire }, rang) =>
        `${rang + 1}. ${titre} (${nomPartenaire(partenaireDuGraphe(partenaire))}).`,
    ),
    ...decisions.map(
      ({ numero, texte, responsable, echeance }) =>
        `Décision ${numero} : ${texte} Responsable : ${nomPartenaire(partenaireDuGraphe(responsable))}.${echeance ? ` Échéance : ${formaterDate(echeance)}.` : ''}`,
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}
