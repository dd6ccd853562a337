import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { afterAll, expect, it } from 'vitest';
import { FRONTENDS, MODELES } from '../rooms.js';
import { readQuestions } from './documents.js';

const racine = mkdtempSync(join(tmpdir(), 'passerelle-questions-'));
afterAll(() => rmSync(racine, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(racine, path, '..'), { recursive: true });
  writeFileSync(join(racine, path), text);
}

it('reads each query with the fragments that it uses, from other files too, and no mutation', () => {
  write('shell/src/page/page.graphql', 'query Page { a { ...Lue } } mutation M { m }');
  write(
    'shell/src/commun.graphql',
    'fragment Lue on A { b { ...Reste } } fragment Autre on A { c }',
  );
  write('shell/src/reste.graphql', 'fragment Reste on B { d }');
  write('shell/src/generated/page.graphql', 'query Generee { a }');
  const [page, ...others] = readQuestions(racine, MODELES);
  expect(others).toEqual([]);
  expect(page).toMatchObject({
    front: 'shell',
    fichier: 'shell/src/page/page.graphql',
    nom: 'Page',
  });
  expect(parse(page?.texte ?? '').definitions).toHaveLength(3);
  expect(page?.texte).not.toContain('Autre');
});

it('asks what a page writes once of each of the three houses', () => {
  write(
    'trois/src/fiche.maison.graphql',
    'query Fiche_Maison { fiche_Maison { vues_PremierAutre vues_SecondAutre } }',
  );
  const questions = readQuestions(racine, MODELES).filter(({ front }) => front === 'trois');
  expect(questions.map(({ nom }) => nom)).toEqual(['FicheEtat', 'FicheRegion', 'FichePoleEmploi']);
  expect(questions[1]?.texte).toContain('ficheRegion {\n    vuesEtat\n    vuesPoleEmploi');
});

it('finds the pages of the portal', () => {
  const noms = readQuestions(FRONTENDS, MODELES).map(({ nom }) => nom);
  expect(noms).toEqual(expect.arrayContaining(['PageProtocole', 'PageEngagement']));
});

it('finds what each house asks under its own names', () => {
  const lues = readQuestions(FRONTENDS, MODELES).filter(({ nom }) => nom === 'LireContribution');
  expect(lues.map(({ front, texte }) => [front, /contribution: (\w+)/.exec(texte)?.[1]])).toEqual([
    ['etat', 'contributionEtat'],
    ['pole-emploi', 'contributionPoleEmploi'],
    ['region', 'contributionRegion'],
  ]);
});
