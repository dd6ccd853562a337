/** Said in every file that has a hidden value. */
export const MASQUE_EN_FICHIER =
  'Masqué : l’effectif est inférieur au seuil de masquage, ou permettrait d’en calculer un par différence. Aucun fichier ne le donne.';
