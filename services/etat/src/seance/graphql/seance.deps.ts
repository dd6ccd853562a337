import type { TerritoireReader } from '@passerelle/subgraph';
import type { InstanceReader } from '../../instance/index.js';
import type { DecisionReader } from '../domain/decision.reader.js';
import type { SeanceReader } from '../domain/seance.reader.js';

export interface LectureSeances {
  readonly seances: SeanceReader;
  readonly decisions: DecisionReader;
  readonly instances: InstanceReader;
  readonly territoires: TerritoireReader;
  /** Civil day of a question without a date. */
  readonly jour: () => string;
}
