import { registerEnumType } from 'type-graphql';
import { AvancementSuite, TitreValidation } from '../domain/participation.js';

// Several partners print these enums: one wording, or composition would have to choose.

registerEnumType(TitreValidation, {
  name: 'TitreValidation',
  description: 'Titre auquel une validation ou un accord est donné.',
  valuesConfig: {
    ETAT: { description: 'L’État : préfet ou sous-préfet.' },
    REGION: { description: 'La Région : président ou conseiller régional.' },
    RECTEUR: { description: 'Le recteur de région académique.' },
  },
});

registerEnumType(AvancementSuite, {
  name: 'AvancementSuite',
  description: 'Où en est une maison de ce qu’une décision lui demande.',
  valuesConfig: {
    A_FAIRE: { description: 'Pas encore commencé.' },
    EN_COURS: { description: 'Commencé.' },
    FAITE: { description: 'Fait.' },
    ABANDONNEE: { description: 'Abandonné ; le texte dit pourquoi.' },
  },
});

export { AvancementSuite, TitreValidation };
