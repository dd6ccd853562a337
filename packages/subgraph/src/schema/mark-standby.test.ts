import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { markStandby } from './mark-standby.js';

const document = parse(`
  type Query { protocole: Protocole territoire: Territoire }
  type Protocole { id: ID! intitule: String! }
  type Signataire { fonction: String! }
`);

test('marque les champs et les types nommés, et eux seuls', () => {
  const marked = print(
    markStandby(document, {
      de: 'etat',
      coordonnees: new Set(['Query.protocole', 'Protocole.intitule', 'Signataire']),
    }),
  );
  expect(marked).toContain('protocole: Protocole @secours(de: "etat")');
  expect(marked).toContain('intitule: String! @secours(de: "etat")');
  expect(marked).toContain('type Signataire @secours(de: "etat")');
  expect(marked.match(/@secours/g)).toHaveLength(3);
});

test('refuse une coordonnée qui ne désigne rien : un champ renommé sortirait du graphe de secours', () => {
  const coordonnees = new Set(['Protocole.titre', 'Signataire', 'Signataire.id']);
  expect(() => markStandby(document, { de: 'etat', coordonnees })).toThrow(
    'Protocole.titre, Signataire.id',
  );
});
