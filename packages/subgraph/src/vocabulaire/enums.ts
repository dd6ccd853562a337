import { registerEnumType } from 'type-graphql';
import { Maille, Partenaire, Secteur } from './codes.js';

// Several partners print these enums: one wording, or composition would have to choose.

registerEnumType(Partenaire, {
  name: 'Partenaire',
  description: 'Partenaire du protocole : code stable, le nom affiché est un contenu daté.',
  valuesConfig: {
    ETAT: { description: 'L’État : préfet de région, préfets, recteur, services déconcentrés.' },
    REGION: { description: 'La Région.' },
    POLE_EMPLOI: { description: 'Pôle emploi, devenu France Travail au 1er janvier 2024.' },
  },
});

registerEnumType(Maille, {
  name: 'Maille',
  description: 'Maille d’un territoire.',
  valuesConfig: {
    REGION: { description: 'Région (code INSEE à deux caractères).' },
    DEPARTEMENT: { description: 'Département (code INSEE à deux ou trois caractères).' },
    ARRONDISSEMENT: { description: 'Arrondissement (code INSEE à trois ou quatre caractères).' },
    EPCI: { description: 'Intercommunalité à fiscalité propre (code SIREN à neuf chiffres).' },
    COMMUNE: {
      description:
        'Commune (code INSEE à cinq caractères, à ne pas confondre avec le code postal).',
    },
  },
});

registerEnumType(Secteur, {
  name: 'Secteur',
  description: 'Secteur en tension nommé par le communiqué ; liste extensible.',
  valuesConfig: {
    INDUSTRIE: { description: 'Industrie (ROME H, NAF section C).' },
    TRANSPORT: { description: 'Transport (ROME N2 à N4, NAF 49 à 51).' },
    LOGISTIQUE: { description: 'Logistique (ROME N1, NAF 52).' },
    SANTE: { description: 'Santé (ROME J, NAF section Q).' },
    BTP: { description: 'Bâtiment et travaux publics (ROME F, NAF section F).' },
  },
});

export { Maille, Partenaire, Secteur };
