import { registerEnumType } from 'type-graphql';
import { EtatProtocole, NatureVersion, RoleProtocole } from '../domain/texte-commun.js';

// Three partners print these enums: one wording, or composition would have to choose.

registerEnumType(NatureVersion, {
  name: 'NatureVersion',
  description: 'Ce qui a fait une version du texte.',
  valuesConfig: {
    SIGNATURE: { description: 'Le texte tel que signé.' },
    AVENANT: { description: 'Un avenant validé par les trois maisons.' },
    TRANSCRIPTION: {
      description: 'Le chargement des libellés signés, validé par les trois maisons.',
    },
  },
});

registerEnumType(EtatProtocole, {
  name: 'EtatProtocole',
  description: 'Étape de la vie du protocole.',
  valuesConfig: {
    PROJET: { description: 'Le projet de protocole, avant la signature.' },
    SIGNE: { description: 'Signé : le texte est figé et ne change que par avenant.' },
  },
});

registerEnumType(RoleProtocole, {
  name: 'RoleProtocole',
  description: 'Ce qu’une maison a fait à une étape du protocole.',
  valuesConfig: {
    AUTEUR: { description: 'A rédigé.' },
    APPUI: { description: 'A donné son appui opérationnel à la rédaction.' },
    SIGNATAIRE: { description: 'A signé.' },
  },
});

export { EtatProtocole, NatureVersion, RoleProtocole };
