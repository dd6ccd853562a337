import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { empreinteDuSchema } from '@passerelle/publication';
import { buildASTSchema, getNamedType, isNonNullType, isObjectType, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { CommonContext } from './context.js';

/** @param room - folder of the service, where its committed documents are */
export function describeDocuments({ partenaire, subgraph }: CommonContext, room: string): void {
  describe('documents de la maison', () => {
    test('le schéma relu et le code disent la même chose', async () => {
      expect(subgraph().app.sdl).toBe(await readFile(join(room, 'schema.graphql'), 'utf8'));
    });

    test('dit sans jeton quel schéma il sert : celui qui est relu, et qui sera publié', async () => {
      const response = await fetch(`${subgraph().origin}/sante/schema`);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      const relu = await readFile(join(room, 'schema.graphql'), 'utf8');
      expect(await response.json()).toEqual({ partenaire, empreinte: empreinteDuSchema(relu) });
    });

    test('chaque type, champ, argument et valeur porte une description', () => {
      const undescribed = subgraph()
        .app.sdl.split('\n')
        .map((line, index, lines) => ({ line, before: lines[index - 1] ?? '' }))
        .filter(({ line }) => /^(type|input|enum|scalar|directive) |^ {2}\w+[(:]?/.test(line))
        .filter(({ line, before }) => !/^\s*"/.test(line) && !before.trimEnd().endsWith('"'))
        .map(({ line }) => line)
        // The three roots belong to the whole graph; their fields speak for them.
        .filter((line) => !/^type (Query|Mutation|Subscription) /.test(line));
      expect(undescribed).toEqual([]);
    });

    // The registry refuses any other shape: better known here than at the publication.
    test('chaque acte prend « input » et rend un « …Payload » qui peut porter un refus', () => {
      const graph = buildASTSchema(parse(subgraph().app.sdl), { assumeValidSDL: true });
      const malformed = Object.values(graph.getMutationType()?.getFields() ?? {})
        .filter(({ args, type }) => {
          const [input, ...others] = args;
          const payload = getNamedType(type);
          return !(
            others.length === 0 &&
            input?.name === 'input' &&
            isNonNullType(input.type) &&
            payload.name.endsWith('Payload') &&
            isObjectType(payload) &&
            String(payload.getFields()['refus']?.type) === 'Refus'
          );
        })
        .map(({ name }) => name);
      expect(malformed).toEqual([]);
    });

    test('la notice liste exactement les codes d’erreur et de refus', async () => {
      const notice = await readFile(join(room, 'README.md'), 'utf8');
      const listed = (titre: string): string[] => {
        const section = notice.split(`### ${titre}`)[1]?.split(/\n#/)[0] ?? '';
        return [...section.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code ?? '').sort();
      };
      expect(listed('Erreurs')).toEqual(subgraph().app.codes);
      expect(listed('Refus')).toEqual(subgraph().app.refus);
    });
  });
}
