/** Kinds of movement written to the outbox by acts on fiches actions. */
export const MOUVEMENT_FICHE = 'fiche';
export const MOUVEMENT_OBSERVATION = 'observation';
export const MOUVEMENT_AVIS = 'avis';
