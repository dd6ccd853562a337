import type { FormationsQuery } from '../generated/graphql.js';

/** A training course as the list shows it. */
export type FormationLue = NonNullable<FormationsQuery['formations']>['nodes'][number];
