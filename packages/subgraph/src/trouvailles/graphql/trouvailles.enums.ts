import { registerEnumType } from 'type-graphql';
import { GenreTrouvaille } from '../domain/trouvable.js';

registerEnumType(GenreTrouvaille, {
  name: 'GenreTrouvaille',
  description: 'Ce que la recherche du portail trouve.',
  valuesConfig: {
    ENGAGEMENT: { description: 'Engagement du protocole.' },
    INSTANCE: { description: 'Instance de pilotage.' },
    SEANCE: { description: 'Séance d’une instance.' },
    DECISION: { description: 'Décision prise en séance.' },
    TERRITOIRE: { description: 'Territoire.' },
    ORGANISATION: { description: 'Organisation ou fonction de l’annuaire.' },
    FICHE: { description: 'Fiche action.' },
    INDICATEUR: { description: 'Indicateur.' },
    FORMATION: { description: 'Formation de l’offre régionale.' },
    METIER: { description: 'Métier du ROME.' },
    JALON: { description: 'Jalon ou acte de la frise.' },
    DOCUMENT: { description: 'Document de référence.' },
  },
});

export { GenreTrouvaille };
