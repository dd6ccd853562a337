import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { creerFetchPersiste, empreinteDuTexte } from './fetch-persiste.js';

const TEXTE = 'query Lire { engagements { code } }';
const EMPREINTE = `sha256:${createHash('sha256').update(TEXTE).digest('hex')}`;

function graphe(connus: readonly string[], empreinteDe = empreinteDuTexte) {
  const recus: { query?: string; documentId?: string; variables?: unknown }[] = [];
  const envoyer = creerFetchPersiste(async (_entree, options) => {
    const corps: (typeof recus)[number] = JSON.parse(
      typeof options?.body === 'string' ? options.body : '{}',
    );
    recus.push(corps);
    const connu = corps.documentId === undefined || connus.includes(corps.documentId);
    return new Response('{}', { status: connu ? 200 : 404 });
  }, empreinteDe);
  const demander = (): Promise<Response> =>
    envoyer('/graphql', {
      method: 'POST',
      body: JSON.stringify({ query: TEXTE, variables: { a: 1 } }),
    });
  return { recus, envoyer, demander };
}

test('un document publié est nommé par son empreinte, son texte ne part pas', async () => {
  const { recus, demander } = graphe([EMPREINTE]);
  expect((await demander()).status).toBe(200);
  expect(recus).toEqual([{ documentId: EMPREINTE, variables: { a: 1 } }]);
});

test('un document que le graphe ne connaît pas part en entier, et tout de suite la fois suivante', async () => {
  const { recus, demander } = graphe([]);
  expect((await demander()).status).toBe(200);
  await demander();
  const entier = { query: TEXTE, variables: { a: 1 } };
  expect(recus).toEqual([{ documentId: EMPREINTE, variables: { a: 1 } }, entier, entier]);
});

test('sans empreinte possible dans ce navigateur, le texte part', async () => {
  const { recus, demander } = graphe([EMPREINTE], async () => null);
  await demander();
  expect(recus).toEqual([{ query: TEXTE, variables: { a: 1 } }]);
});

test('ce qui n’est pas une demande au graphe passe tel quel', async () => {
  const { recus, envoyer } = graphe([]);
  await envoyer('/graphql', { method: 'POST', body: '{"autre":1}' });
  await envoyer('/graphql');
  expect(recus).toEqual([{ autre: 1 }, {}]);
});
