import type { Partenaire } from '@passerelle/identity';
import { afterAll, beforeAll } from 'vitest';
import { type CreateApp, startTestSubgraph, type TestSubgraph } from '../test-subgraph.js';
import { describeAbonnements } from './abonnements.js';
import { describeAcces } from './acces.js';
import { describeAuJour } from './au-jour.js';
import { commonContext } from './context.js';
import { describeContributions } from './contributions.js';
import { describeDocuments } from './documents.js';
import { describeEngagementRetire } from './engagement-retire.js';
import { describeEntites } from './entites.js';
import { describeFiches } from './fiches/index.js';
import { describeImports } from './imports.js';
import { describeIndicateurs } from './indicateurs/index.js';
import { describeLettre } from './lettre.js';
import { describeParticipation } from './participation.js';
import { describeSuivi } from './suivi.js';
import { describeTerritoires } from './territoires.js';
import { describeTexteCommun } from './texte-commun.js';
import { describeTrouvailles } from './trouvailles.js';

/**
 * What the rooms that the three partners share must do in each of them: registers the tests on a
 * subgraph started for the file.
 *
 * @param options.room - folder of the service
 */
export function describeCommonRooms(options: {
  partenaire: Partenaire;
  createApp: CreateApp;
  room: string;
}): void {
  let subgraph: TestSubgraph | undefined;
  beforeAll(async () => {
    subgraph = await startTestSubgraph(options);
  });
  afterAll(() => subgraph?.stop());

  const context = commonContext(options.partenaire, () => {
    if (!subgraph) throw new Error('the subgraph has not started');
    return subgraph;
  });
  describeDocuments(context, options.room);
  describeTexteCommun(context);
  describeTerritoires(context);
  describeContributions(context);
  describeFiches(context);
  describeParticipation(context);
  describeAbonnements(context);
  describeIndicateurs(context);
  describeEntites(context);
  describeSuivi(context);
  describeTrouvailles(context);
  describeLettre(context);
  describeAcces(context);
  describeImports(context);
  describeAuJour(context);
  // It withdraws engagements for good: nothing may come after it.
  describeEngagementRetire(context);
}
