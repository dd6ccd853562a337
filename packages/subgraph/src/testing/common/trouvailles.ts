import { describe, expect, test } from 'vitest';
import { unAgent } from '../identities.js';
import { type CommonContext, codes } from './context.js';

interface Trouvee {
  genre: string;
  titre: string;
  sousTitre: string | null;
  chemin: string;
}

/** What each house finds of its own, by the words that it surely knows. */
const CONNUES = {
  etat: { texte: 'valenciennes', genre: 'TERRITOIRE', chemin: '/territoires/arrondissement/596' },
  region: { texte: 'parcours qualif', genre: 'FORMATION', chemin: '/formations?q=' },
  'pole-emploi': { texte: 'soudage', genre: 'METIER', chemin: '/tensions?territoire=tous' },
} as const;

export function describeTrouvailles({ partenaire, maison, subgraph }: CommonContext): void {
  describe('trouvailles', () => {
    const lecteur = unAgent('etat', 'sous-prefet');
    const chercher = (texte: string, first?: number) =>
      subgraph().query(
        lecteur,
        `query ($texte: String!, $first: Int) {
           r: rechercher${maison.suffixe}(texte: $texte, first: $first) {
             genre titre sousTitre chemin } }`,
        { texte, first },
      );

    test('trouve ce que la maison tient, avec la page qui l’ouvre', async () => {
      const connue = CONNUES[partenaire];
      const { data, errors } = await chercher(connue.texte);
      expect(errors).toEqual([]);
      const trouvees: readonly Trouvee[] = data.r;
      expect(trouvees.filter(({ genre }) => genre === connue.genre)).not.toEqual([]);
      expect(trouvees.some(({ chemin }) => chemin.startsWith(connue.chemin))).toBe(true);
      expect(trouvees.every(({ chemin }) => chemin.startsWith('/'))).toBe(true);
    });

    test('borne chaque genre, et ne trouve rien sous des signes', async () => {
      const { data } = await chercher('a', 2);
      const parGenre = Map.groupBy<string, Trouvee>(data.r, ({ genre }) => genre);
      for (const [genre, trouvees] of parGenre) expect(trouvees.length, genre).toBeLessThan(3);
      for (const rien of ['', '   ', '%', '_____', "' OR 1=1 --", '\\']) {
        expect((await chercher(rien)).data.r, rien).toEqual([]);
      }
    });

    test('refuse un texte démesuré et un nombre hors bornes', async () => {
      expect(codes(await chercher('a'.repeat(101)))).toEqual(['RECHERCHE_TROP_LONGUE']);
      for (const first of [0, -1, 21]) {
        expect(codes(await chercher('lille', first))).toEqual(['NOMBRE_DE_TROUVAILLES_INVALIDE']);
      }
    });
  });
}
