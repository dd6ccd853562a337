import { describe, expect, it } from 'vitest';
import { creerDemander } from './demander.js';
import { ErreurDuRegistre } from './erreur-du-registre.js';
import { lireSource, texte } from './source.js';

const lireNom = (corps: unknown): string => texte(lireSource(corps, 'essai'), 'nom');

function situation(repondre: () => Response | Promise<Response>) {
  const relectures: string[] = [];
  const envois: { chemin: string; corps: unknown }[] = [];
  const demander = creerDemander({
    fetch: async (entree, options) => {
      const chemin = entree instanceof Request ? entree.url : entree.toString();
      envois.push({ chemin, corps: options?.body });
      return repondre();
    },
    rafraichirSession: async () => {
      relectures.push('session');
      return { statut: 'anonyme' };
    },
  });
  return { demander, envois, relectures };
}

const reponse = (statut: number, corps: unknown): Response =>
  Response.json(corps, { status: statut });

async function erreurDe(promesse: Promise<unknown>): Promise<ErreurDuRegistre['lisible']> {
  const cause = await promesse.catch((rejet: unknown) => rejet);
  if (!(cause instanceof ErreurDuRegistre)) throw new Error('aucune erreur du registre');
  return cause.lisible;
}

describe('demandes au registre', () => {
  it('passent par l’origine du portail', async () => {
    const { demander, envois } = situation(() => reponse(200, { nom: 'a' }));
    expect(await demander('/v1/etat?canal=recette', lireNom)).toBe('a');
    expect(envois).toEqual([{ chemin: '/registre/v1/etat?canal=recette', corps: undefined }]);
  });

  it('gardent les mots et la référence d’un refus', async () => {
    const { demander } = situation(() =>
      reponse(409, {
        erreur: { code: 'DEJA', message: 'C’est déjà fait.', remede: 'Relisez.', reference: 'r-9' },
      }),
    );
    expect(await erreurDe(demander('/v1/jetons', lireNom))).toMatchObject({
      code: 'DEJA',
      message: 'C’est déjà fait. Relisez.',
      reference: 'r-9',
    });
  });

  it('disent que rien ne s’arrête quand le registre est absent', async () => {
    const { demander } = situation(() =>
      reponse(503, { erreur: { code: 'REGISTRE_INDISPONIBLE', message: 'Absent.', remede: '' } }),
    );
    const erreur = await erreurDe(demander('/v1/etat', lireNom));
    expect(erreur.titre).toBe('Le registre des publications ne répond pas');
    expect(erreur.message).toContain('Rien ne s’arrête');
    expect(erreur.reessayable).toBe(true);
  });

  it('disent ce qu’un rapport retient contre l’acte refusé', async () => {
    const constat = { gravite: 'REFUS', message: 'Le type « A » n’aurait plus de responsable.' };
    const { demander } = situation(() =>
      reponse(422, {
        erreur: { code: 'CARTE_IMPUBLIABLE', message: 'La carte ne peut pas changer.', remede: '' },
        rapport: { constats: [constat, { ...constat, gravite: 'INFORMATION', message: 'Bruit.' }] },
      }),
    );
    const erreur = await erreurDe(demander('/v1/carte/demandes/1/accords', lireNom));
    expect(erreur.message).toBe(
      'La carte ne peut pas changer. Le type « A » n’aurait plus de responsable.',
    );
  });

  it('font relire la session quand elle a expiré', async () => {
    const { demander, relectures } = situation(() =>
      reponse(401, { erreur: { code: 'NON_AUTHENTIFIE', message: '', remede: '' } }),
    );
    expect((await erreurDe(demander('/v1/etat', lireNom))).code).toBe('SESSION_EXPIREE');
    expect(relectures).toEqual(['session']);
  });

  it('rendent le rapport d’un acte refusé comme une réponse, et lui seul', async () => {
    const { demander } = situation(() => reponse(422, { nom: 'rapport' }));
    const acte = { methode: 'POST', corps: {} } as const;
    expect(await demander('/v1/retours', lireNom, { ...acte, refusEstReponse: true })).toBe(
      'rapport',
    );
    expect((await erreurDe(demander('/v1/jetons', lireNom, acte))).code).toBe('HTTP_422');
  });

  it('ne prétendent rien d’un acte dont la réponse s’est perdue', async () => {
    const { demander } = situation(() => Promise.reject(new TypeError('coupé')));
    const perdu = await erreurDe(demander('/v1/retours', lireNom, { methode: 'POST', corps: {} }));
    expect(perdu.message).toContain('Rien ne dit si l’acte a été fait');
    const absent = situation(() =>
      reponse(503, { erreur: { code: 'REGISTRE_INDISPONIBLE', message: 'Absent.', remede: '' } }),
    ).demander;
    const coupe = await erreurDe(absent('/v1/retours', lireNom, { methode: 'POST', corps: {} }));
    expect(coupe.message).toContain('Rien ne dit si l’acte a été fait');
    const lecture = await erreurDe(demander('/v1/etat', lireNom));
    expect(lecture.message).not.toContain('acte');
  });

  it('disent qu’une réponse n’a pas été comprise plutôt que d’en montrer une partie', async () => {
    const { demander } = situation(() => reponse(200, { titre: 'autre chose' }));
    expect((await erreurDe(demander('/v1/etat', lireNom))).code).toBe('REPONSE_ILLISIBLE');
  });
});
