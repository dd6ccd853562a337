import { registerEnumType } from 'type-graphql';
import { GenreSuivi } from '../domain/suivi.js';

registerEnumType(GenreSuivi, {
  name: 'GenreSuivi',
  description: 'Ce qu’un agent peut suivre.',
  valuesConfig: {
    ENGAGEMENT: { description: 'Engagement, par son code : « E07 ».' },
    INSTANCE: { description: 'Instance, par son identifiant : « spel-596 ».' },
    SEANCE: { description: 'Séance, par son identifiant : « spel-596:2023-12-18 ».' },
    DECISION: { description: 'Décision, par son identifiant : « spel-596:2023-12-18:3 ».' },
    FICHE: { description: 'Fiche action, par son identifiant : « region:fiche-12 ».' },
    TERRITOIRE: { description: 'Territoire, maille et code : « ARRONDISSEMENT:596 ».' },
    INDICATEUR: { description: 'Indicateur, maison et code : « region:entrees ».' },
  },
});

export const MotifNotification = { SUIVI: 'SUIVI', ROLE: 'ROLE' } as const;
export type MotifNotification = keyof typeof MotifNotification;

registerEnumType(MotifNotification, {
  name: 'MotifNotification',
  description: 'Pourquoi une notification est donnée.',
  valuesConfig: {
    SUIVI: { description: 'Elle parle de ce que l’agent suit.' },
    ROLE: { description: 'Elle appelle un acte que son rôle permet.' },
  },
});

export { GenreSuivi };
