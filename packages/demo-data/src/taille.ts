/** How much is generated: for tests, for a visit, or the volume of a whole region. */
export type Taille = 'petite' | 'demonstration' | 'region';
