import { describe, expect, test } from 'vitest';
import { GatewayError } from '../errors.js';
import { ouvrirExtrait } from './csv-de-table.js';
import { DECISIONS } from './decisions.js';
import { INDICATEURS } from './indicateurs.js';
import type { Demander } from './jeu-de-donnees.js';

const uneDecision = (numero: number) => ({
  id: `sper:2023-06-08:${numero}`,
  numero,
  texte: `Décision ${numero}`,
  responsable: 'ETAT',
  echeance: null,
  statut: 'ADOPTEE',
  avancement: null,
  adopteeLe: null,
  demonstration: true,
  engagement: null,
  seance: { id: 'sper:2023-06-08', jour: '2023-06-08', instance: { id: 'sper', nom: 'SPER' } },
});

/** A graph of so many pages of one decision; from one page on, a partner is away. */
function unGraphe(pages: number, absentDes = Number.POSITIVE_INFINITY) {
  const demandees: unknown[] = [];
  const demander: Demander = async (_document, { after }) => {
    demandees.push(after);
    const rang = after === null ? 1 : Number(after) + 1;
    return {
      data: {
        decisions: {
          nodes: [uneDecision(rang)],
          pageInfo: { hasNextPage: rang < pages, endCursor: String(rang) },
        },
      },
      manquants: rang >= absentDes ? ['region'] : [],
    };
  };
  return { demandees, demander };
}

async function lire(morceaux: AsyncIterable<string>): Promise<string> {
  let texte = '';
  for await (const morceau of morceaux) texte += morceau;
  return texte;
}

describe('un extrait ouvert', () => {
  test('se lit page à page, au rythme de qui le reçoit', async () => {
    const { demandees, demander } = unGraphe(500);
    const { morceaux, manquants } = await ouvrirExtrait(DECISIONS, DECISIONS.pages(demander));
    expect(manquants).toEqual([]);
    await morceaux.next();
    await morceaux.next();
    expect(demandees.length, 'rien n’est lu d’avance').toBeLessThanOrEqual(2);
    expect((await lire(morceaux)).trimEnd().split('\r\n')).toHaveLength(499);
    expect(demandees).toHaveLength(500);
  });

  test('une maison absente dès le début est dite ; absente en route, l’extrait est coupé', async () => {
    const debut = unGraphe(3, 1);
    const ouvert = await ouvrirExtrait(DECISIONS, DECISIONS.pages(debut.demander));
    expect(ouvert.manquants).toEqual(['region']);
    expect(await lire(ouvert.morceaux)).toContain('Décision 3');

    const route = unGraphe(3, 2);
    const coupe = await ouvrirExtrait(DECISIONS, DECISIONS.pages(route.demander));
    await expect(lire(coupe.morceaux)).rejects.toThrow('region');
  });

  test('sans la maison à qui est la table, rien ne commence', async () => {
    const sansEtat: Demander = async () => ({ data: { decisions: null }, manquants: ['etat'] });
    const refus = await ouvrirExtrait(DECISIONS, DECISIONS.pages(sansEtat)).catch(
      (error: unknown) => error,
    );
    expect(refus).toBeInstanceOf(GatewayError);
    expect(refus).toMatchObject({ code: 'PARTENAIRE_INDISPONIBLE' });
  });

  test('une liste qui n’avance pas ne tourne pas sans fin', async () => {
    const { demander } = unGraphe(2);
    const figee: Demander = (document) => demander(document, { after: null });
    const { morceaux } = await ouvrirExtrait(DECISIONS, DECISIONS.pages(figee));
    await expect(lire(morceaux)).rejects.toThrow('does not advance');
  });

  test('les indicateurs d’une maison absente manquent, ceux des autres sont là', async () => {
    const definition = {
      code: 'taux',
      libelle: 'Taux',
      unite: '%',
      perimetre: 'Actifs',
      methode: 'Enquête',
      periodes: ['2023'],
    };
    const mesure = {
      periode: '2023',
      debut: '2023-01-01',
      fin: '2023-12-31',
      valeur: null,
      masque: true,
      calculee: false,
      dateValeur: '2023-12-31',
      source: '=HYPERLINK("x")',
      demonstration: false,
      territoire: { code: '32', maille: 'REGION', nom: 'Hauts-de-France' },
      ventilations: [{ dimension: 'SEXE', modalite: 'FEMMES', valeur: 12, masque: false }],
    };
    const demander: Demander = async (document) => ({
      data: document.includes('Catalogues')
        ? { etat: [definition], region: null, poleEmploi: [] }
        : {
            indicateur: {
              valeurs: { nodes: [mesure], pageInfo: { hasNextPage: false, endCursor: null } },
            },
          },
      manquants: ['region'],
    });
    const { morceaux, manquants } = await ouvrirExtrait(INDICATEURS, INDICATEURS.pages(demander));
    expect(manquants).toEqual(['region']);
    const [, total = '', femmes = ''] = (await lire(morceaux)).split('\r\n');
    expect(total).toContain(',TOUS,TOUS,,true,');
    // A spreadsheet must not run what a source is called.
    expect(total).not.toContain(',=HYPERLINK');
    expect(femmes).toContain(',SEXE,FEMMES,12,false,');
  });
});
