import type { TypeInstance } from '../generated/graphql.js';

/** Members of a SPEL are in the region's own list; elsewhere only who leads is documented. */
export function siegesFictifs({ type }: { type: TypeInstance }, demonstration: boolean): boolean {
  return demonstration && type !== 'SPEL';
}
