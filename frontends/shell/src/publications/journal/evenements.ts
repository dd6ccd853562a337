import type { PastilleProps } from '@passerelle/portal-ui';
import type { Evenement } from '../registre/lire-journal.js';

interface Mot {
  libelle: string;
  ton: NonNullable<PastilleProps['ton']>;
}

/** Each kind of event in the reader's words. */
const EVENEMENTS: Readonly<Record<Evenement, Mot>> = {
  PUBLICATION_SCHEMA: { libelle: 'Schéma publié', ton: 'ok' },
  PUBLICATION_MODULE: { libelle: 'Module publié', ton: 'ok' },
  PROMOTION: { libelle: 'Mise en production', ton: 'ok' },
  CANARI: { libelle: 'Canari', ton: 'neutre' },
  RETOUR: { libelle: 'Retour', ton: 'attention' },
  RETOUR_AUTOMATIQUE: { libelle: 'Retour automatique', ton: 'alerte' },
  REFUS: { libelle: 'Publication refusée', ton: 'attention' },
  ACCES_REFUSE: { libelle: 'Accès refusé', ton: 'attention' },
  DERIVE: { libelle: 'Dérive', ton: 'alerte' },
  ALARME: { libelle: 'Alarme', ton: 'alerte' },
  CARTE_DEMANDEE: { libelle: 'Carte : demande', ton: 'neutre' },
  CARTE_ACCORD: { libelle: 'Carte : accord', ton: 'neutre' },
  CARTE_REFUSEE: { libelle: 'Carte : refus', ton: 'attention' },
  CARTE_EXPIREE: { libelle: 'Carte : demande expirée', ton: 'neutre' },
  CARTE_APPLIQUEE: { libelle: 'Carte : changement appliqué', ton: 'ok' },
  CARTE_URGENCE: { libelle: 'Carte : urgence', ton: 'alerte' },
  JETON_CREE: { libelle: 'Jeton créé', ton: 'neutre' },
  JETON_REVOQUE: { libelle: 'Jeton révoqué', ton: 'neutre' },
  CLE_AJOUTEE: { libelle: 'Clé ajoutée', ton: 'neutre' },
  CLE_RETIREE: { libelle: 'Clé retirée', ton: 'neutre' },
};

function estEvenement(code: string): code is Evenement {
  return Object.hasOwn(EVENEMENTS, code);
}

/** An event that this page does not know is shown by its code. */
export function motDeLEvenement(code: string): Mot {
  return estEvenement(code) ? EVENEMENTS[code] : { libelle: code, ton: 'neutre' };
}

/** Choices of the filter, in the order of the table above. */
export const CHOIX_EVENEMENTS: readonly { valeur: string; libelle: string }[] = Object.entries(
  EVENEMENTS,
).map(([valeur, { libelle }]) => ({ valeur, libelle }));

/** The event of an address; none when it is not one. */
export function evenementDe(recherche: URLSearchParams): string {
  const demande = recherche.get('evenement') ?? '';
  return estEvenement(demande) ? demande : '';
}
