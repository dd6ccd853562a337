import { describe } from 'vitest';
import type { CommonContext } from '../context.js';
import { describeImports } from './imports.js';
import { describeLectureGroupee } from './lecture-groupee.js';
import { describeMasquage } from './masquage.js';
import { describePropositions } from './propositions.js';
import { describePublication } from './publication.js';
import { describeRecompositions } from './recomposition.js';

/** A house's indicators, by theme. */
export function describeIndicateurs(context: CommonContext): void {
  describe('indicateurs', () => {
    describeRecompositions(context);
    describeMasquage(context);
    describePublication(context);
    describePropositions(context);
    describeImports(context);
    describeLectureGroupee(context);
  });
}
