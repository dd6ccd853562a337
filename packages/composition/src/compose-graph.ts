import { type Composer, createComposer } from './composer.js';

/** Joins the subgraphs, as a composer that remembers nothing does. */
export const composeGraph: Composer = (sousGraphes, absents) =>
  createComposer({ graphes: 1, caracteres: 1 })(sousGraphes, absents);
