import type { Partenaire } from '../partenaire.js';
import type { ContributionDemonstration } from './contribution-demonstration.js';

/**
 * What one house has said of the engagements when the demonstration opens: most are published with
 * their history, some have not moved for more than 30 days, some were never filled in.
 */
export function contributionsDemonstration(partenaire: Partenaire): ContributionDemonstration[] {
  return [
    {
      partenaire,
      engagement: 'E07',
      versions: [
        {
          version: 1,
          avancement: 55,
          meteo: 'COUVERT',
          commentaire: 'Douze places ouvertes à Denain en janvier.',
          preuve: null,
          auteur: 'Direction de la formation professionnelle',
          etat: 'PUBLIEE',
          visibilite: 'PUBLIC',
          modifieLe: '2023-12-14T15:10:00Z',
          valideLe: '2023-12-14T15:40:00Z',
          publieLe: '2023-12-14T16:42:00Z',
          demonstration: true,
        },
      ],
    },
  ];
}
