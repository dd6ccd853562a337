import { describe, expect, it } from 'vitest';
import { shareAnswer } from './shared-answer.js';

describe('une réponse partagée', () => {
  it('est lue une fois pour le premier, et de nouveau pour chacun des suivants', () => {
    let reads = 0;
    const answer = shareAnswer(() => {
      reads += 1;
      return { engagements: [{ code: 'E07' }] };
    });
    const first = answer.take();
    expect(reads).toBe(1);

    first.engagements.length = 0;
    const second = answer.take();
    expect(second).toEqual({ engagements: [{ code: 'E07' }] });
    second.engagements.length = 0;
    expect(answer.take()).toEqual({ engagements: [{ code: 'E07' }] });
  });

  it('illisible, échoue tout de suite', () => {
    expect(() =>
      shareAnswer(() => {
        throw new Error('illisible');
      }),
    ).toThrow('illisible');
  });
});
