import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { bodyOf, type Field, postTo } from './candidates.js';
import { entityKeys } from './fake/subgraph-schema.js';
import { createWorld } from './fake/world.js';
import type { ScenarioFigure } from './figures.js';
import type { Scenario } from './scenarios.js';

const answerSchema = z.object({ data: z.unknown().optional(), errors: z.unknown().optional() });

const TURNS_COMPARED = 3;

/**
 * A candidate that answers something else is not measured. The judge is graphql-js on the whole
 * graph at once; the floor, which always gives the same answer, is judged on the first turn.
 *
 * @throws Error naming the candidate
 */
export async function compareAnswers(
  field: Field,
  scenarios: readonly Scenario[],
): Promise<readonly ScenarioFigure[]> {
  const world = createWorld(entityKeys(field.graph.schemas.values()));
  const figures: ScenarioFigure[] = [];
  for (const scenario of scenarios) {
    let answerBytes = 0;
    for (let turn = 1; turn <= TURNS_COMPARED; turn += 1) {
      const { query } = scenario;
      const whole = world.answer(field.graph.apiSchema, query, scenario.variables(turn));
      const expected: unknown = JSON.parse(JSON.stringify(whole.data));
      answerBytes = Math.max(answerBytes, Buffer.byteLength(JSON.stringify(whole)));
      for (const candidate of field.candidates) {
        if (candidate.nom === 'plancher' && turn > 1) continue;
        const url = candidate.origin + candidate.path(scenario);
        const text = await postTo(url, bodyOf(scenario, turn));
        const { data, errors } = answerSchema.parse(JSON.parse(text));
        if (errors !== undefined || !isDeepStrictEqual(data, expected)) {
          const words = errors === undefined ? '' : ` ${JSON.stringify(errors).slice(0, 500)}`;
          throw new Error(
            `${candidate.nom} répond autre chose pour « ${scenario.titre} ».${words}`,
          );
        }
      }
    }
    figures.push({ scenario: scenario.nom, titre: scenario.titre, answerBytes });
  }
  return figures;
}
