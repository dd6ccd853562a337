import { expect, test } from 'vitest';
import { createProgress } from './progress.js';

function shown(): { text: () => string; progress: ReturnType<typeof createProgress> } {
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  const progress = createProgress({ write, faites: 3, total: 6, nowMs: () => 0 });
  return { text: () => text, progress };
}

test('une étape tient sur une ligne, avec sa durée ou son échec', async () => {
  const { text, progress } = shown();

  await progress.step('Base de données', async () => {});
  await expect(
    progress.step('Services', async () => {
      throw new Error('refus');
    }),
  ).rejects.toThrow('refus');

  expect(text()).toBe('[4/6] Base de données… 0,0 s\n[5/6] Services… échec\n');
});

test('un mot dit pendant une étape a sa ligne, et l’étape se nomme de nouveau à sa fin', async () => {
  const { text, progress } = shown();

  await progress.step('Services', async () => progress.say('La base ne répond pas.'));
  progress.say('Un service ne tourne plus.');

  expect(text()).toBe(
    '[4/6] Services…\nLa base ne répond pas.\n[4/6] Services… 0,0 s\nUn service ne tourne plus.\n',
  );
});
