import {
  DROITS,
  PARTENAIRES,
  REGLES_DES_ROLES,
  ROLES,
  type Role,
  scopeOf,
  scopesOf,
} from '@passerelle/identity';
import { type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type Answer, codesOf } from './answer.js';
import { type Lieu, lireLieu, NOMS_DE_LIEU } from './matrix/lieux.js';
import { minimalMutation, namesGiven } from './matrix/minimal-mutation.js';
import {
  type Agent,
  type Matrix,
  type Mutation,
  mayCall,
  prepareMatrix,
} from './matrix/prepare-matrix.js';
import { type Cell, describeCells, wrongCells } from './matrix/tally.js';

// More than two thousand calls, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

let platform: Platform;
let matrix: Matrix;
let valenciennes: Lieu;
let lens: Lieu;
let lille: Lieu;
let amiens: Lieu;

beforeAll(async () => {
  platform = await startPlatform();
  matrix = await prepareMatrix(platform);
  const { graphql } = matrix.agentOf('etat');
  valenciennes = await lireLieu(graphql, '596');
  lens = await lireLieu(graphql, '627');
  lille = await lireLieu(graphql, '595');
  amiens = await lireLieu(graphql, '802');
});

afterAll(() => platform?.stop());

/**
 * Written by hand from the agreement between the houses: who acts in a part of the region only,
 * and where the demonstration's agent of that role is at home.
 */
const CHEZ_LUI: Readonly<Partial<Record<Role, () => Lieu>>> = {
  'sous-prefet': () => valenciennes,
  'conseiller-regional': () => valenciennes,
  'animateur-prochemploi': () => lens,
  'directeur-territorial': () => valenciennes,
  'charge-relations-entreprises': () => lille,
  conseiller: () => valenciennes,
};
/** Where none of them is at home. */
const AILLEURS = (): Lieu => amiens;

const refusShape = z.record(
  z.string(),
  z.object({ refus: z.object({ code: z.string() }).nullish() }).nullable(),
);

/** The error that stopped it, else the refusal of the rules, else `FAIT`. */
function issueOf(answer: Answer): string {
  const codes = codesOf(answer);
  if (codes.length > 0) return codes.join('+');
  const [payload] = Object.values(refusShape.parse(answer.data));
  return payload?.refus?.code ?? 'FAIT';
}

const texteDe = (mutation: Mutation, { ids, donnes }: Pick<Lieu, 'ids' | 'donnes'>): string =>
  minimalMutation(mutation.champ, ids, donnes);

/** Says where it acts; a fiche that exists already is where it is, whatever the call says. */
function estSitue(mutation: Mutation): boolean {
  const noms = namesGiven(mutation.champ, valenciennes.donnes);
  return !noms.has('fiche') && NOMS_DE_LIEU.some((nom) => noms.has(nom));
}

const role = ({ identite }: Agent): Role => identite.roles[0] ?? 'integrateur';

describe('chaque rôle × chaque mutation, à la passerelle', () => {
  it('ligne 21 : chaque mutation demande un droit de sa maison, et chaque droit tenu ouvre une mutation', () => {
    const demandes = new Set(matrix.mutations.flatMap(({ scopes }) => scopes.flat()));
    for (const { nom, proprietaire, scopes } of matrix.mutations) {
      const siens = DROITS.map((droit) => scopeOf(proprietaire, droit));
      expect(scopes, nom).not.toEqual([]);
      expect(siens, nom).toEqual(expect.arrayContaining(scopes.flat()));
    }
    const sansMutation = PARTENAIRES.flatMap((maison) =>
      [...new Set(ROLES.flatMap((one) => scopesOf([one], maison)))].filter(
        (scope) => scope.startsWith(`${maison}:`) && !demandes.has(scope),
      ),
    );
    expect(sansMutation).toEqual([]);
  });

  it('ligne 21 : un rôle sans le droit est refusé partout ; avec le droit, la maison répond', async () => {
    const cells: Cell[] = [];
    for (const mutation of matrix.mutations) {
      for (const agent of matrix.agents) {
        const lieu = CHEZ_LUI[role(agent)]?.() ?? valenciennes;
        const obtenu = issueOf(await agent.graphql(texteDe(mutation, lieu)));
        const attendu = mayCall(agent, mutation) ? 'REPONSE' : 'ACCES_REFUSE';
        const repond = !/ACCES_REFUSE|INTERNAL|HORS_TERRITOIRE/.test(obtenu);
        cells.push({
          mutation: mutation.nom,
          qui: agent.nom,
          obtenu: attendu === 'REPONSE' && repond ? 'REPONSE' : obtenu,
          attendu,
        });
      }
    }
    expect(wrongCells(cells), describeCells(cells)).toEqual([]);
  });

  it('ligne 3 : hors de son territoire, chaque mutation située est refusée à un rôle de terrain', async () => {
    const situees = matrix.mutations.filter(estSitue);
    expect(situees).not.toEqual([]);
    const cells: Cell[] = [];
    for (const mutation of situees) {
      for (const agent of matrix.agents.filter((one) => mayCall(one, mutation))) {
        const borne = CHEZ_LUI[role(agent)] !== undefined;
        const obtenu = issueOf(await agent.graphql(texteDe(mutation, AILLEURS())));
        const dehors = obtenu === 'HORS_TERRITOIRE';
        cells.push({
          mutation: mutation.nom,
          qui: agent.nom,
          obtenu: dehors ? 'HORS_TERRITOIRE' : 'REPONSE',
          attendu: borne ? 'HORS_TERRITOIRE' : 'REPONSE',
        });
      }
    }
    expect(wrongCells(cells), describeCells(cells)).toEqual([]);
  });

  it('ligne 28 : le délégué du recteur n’agit que sur l’orientation, la formation initiale et l’apprentissage', async () => {
    const delegue = matrix.agents.find((agent) => role(agent) === 'delegue-recteur');
    const { horsSujet } = valenciennes;
    if (!delegue || horsSujet === null) throw new Error('pas de délégué, ou pas de décision');
    const siennes = matrix.mutations.filter(
      (mutation) => mayCall(delegue, mutation) && namesGiven(mutation.champ).has('decision'),
    );
    expect(siennes).not.toEqual([]);
    for (const mutation of siennes) {
      const surSien = issueOf(await delegue.graphql(texteDe(mutation, valenciennes)));
      expect(surSien, mutation.nom).not.toBe('HORS_SUJET');
      const dehors = texteDe(mutation, {
        ...valenciennes,
        ids: { ...valenciennes.ids, decision: horsSujet },
      });
      expect(issueOf(await delegue.graphql(dehors)), mutation.nom).toBe('HORS_SUJET');
    }
  });

  it('chaque rôle d’agent y est joué', () => {
    const joues = new Set(matrix.agents.map(role));
    const attendus = ROLES.filter((one) => one !== 'service');
    expect([...joues].sort()).toEqual([...attendus].sort());
    for (const one of attendus) expect(REGLES_DES_ROLES[one].libelle).not.toBe('');
  });
});
