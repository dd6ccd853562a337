import { expect, test } from 'vitest';
import { unAgent, unResponsable } from '../../testing/identities.js';
import type { ContributionJournal } from '../domain/contribution.journal.js';
import type { Contribution } from '../domain/contribution.js';
import { createContributionActs } from './agir.js';

/** A journal of the Région on an empty record, and what it shows of an engagement. */
export interface JournalUnderTest {
  readonly journal: ContributionJournal;
  readonly read: (
    engagement: string,
  ) => Promise<readonly Pick<Contribution, 'version' | 'etat' | 'avancement' | 'auteur'>[]>;
}

/**
 * What the acts do, whatever keeps the record: run on the in-memory journal and on PostgreSQL's.
 *
 * @param underTest - each test takes an engagement of its own
 */
export function actsSuite(underTest: () => JournalUnderTest): void {
  const agent = unResponsable('region');
  const acts = () =>
    createContributionActs({
      journal: underTest().journal,
      demonstration: true,
      jour: () => '2023-12-15',
    });
  const contenu = (engagement: string, precisions: object = {}) => ({
    engagement,
    avancement: 40,
    meteo: 'SOLEIL' as const,
    ...precisions,
  });

  test('un brouillon, sa validation, sa publication : une seule version', async () => {
    expect(await acts().modifier(agent, contenu('E01'))).toEqual({
      ok: true,
      contribution: { engagement: 'E01', version: 1 },
    });
    await acts().valider(agent, { engagement: 'E01', versionAttendue: 1 });
    await acts().publier(agent, { engagement: 'E01', versionAttendue: 1 });
    expect(await underTest().read('E01')).toEqual([
      {
        version: 1,
        etat: 'PUBLIEE',
        avancement: 40,
        auteur: `${agent.fonction}, ${agent.organisation}`,
      },
    ]);
  });

  test('chaque écriture fait une version nouvelle, l’ancienne reste', async () => {
    for (const avancement of [10, 20, 30]) {
      await acts().modifier(agent, contenu('E02', { avancement }));
    }
    expect((await underTest().read('E02')).map(({ avancement }) => avancement)).toEqual([
      30, 20, 10,
    ]);
  });

  test('abandonner écarte tout ce qui est en cours et laisse ce qui est publié', async () => {
    await acts().modifier(agent, contenu('E03'));
    await acts().valider(agent, { engagement: 'E03' });
    await acts().publier(agent, { engagement: 'E03' });
    await acts().modifier(agent, contenu('E03'));
    await acts().modifier(agent, contenu('E03'));
    await acts().valider(agent, { engagement: 'E03' });
    expect(await acts().abandonner(agent, { engagement: 'E03' })).toEqual({
      ok: true,
      contribution: null,
    });
    expect((await underTest().read('E03')).map(({ version }) => version)).toEqual([1]);
    expect(await acts().modifier(agent, contenu('E03'))).toMatchObject({
      contribution: { version: 4 },
    });
  });

  test('sous la même clé, la même personne obtient la même version ; une autre demande est refusée', async () => {
    const cleIdempotence = 'cle-de-test-1';
    const first = await acts().modifier(agent, contenu('E04', { cleIdempotence }));
    expect(await acts().modifier(agent, contenu('E04', { cleIdempotence }))).toEqual(first);
    for (const other of [
      acts().modifier(agent, contenu('E04', { cleIdempotence, avancement: 41 })),
      acts().modifier(agent, contenu('E05', { cleIdempotence })),
      acts().valider(agent, { engagement: 'E04', cleIdempotence }),
      acts().modifier(
        unAgent('region', 'animateur-prochemploi'),
        contenu('E04', { cleIdempotence }),
      ),
    ]) {
      expect(await other).toMatchObject({ refus: { code: 'CLE_IDEMPOTENCE_REUTILISEE' } });
    }
    expect(await underTest().read('E04')).toHaveLength(1);
    expect(await underTest().read('E05')).toHaveLength(0);
  });

  test('un refus n’use pas la clé', async () => {
    const demande = { engagement: 'E06', cleIdempotence: 'cle-de-test-2' };
    expect(await acts().valider(agent, demande)).toMatchObject({
      refus: { code: 'RIEN_A_VALIDER' },
    });
    await acts().modifier(agent, contenu('E06'));
    expect(await acts().valider(agent, demande)).toMatchObject({ ok: true });
    expect(await acts().valider(agent, demande)).toMatchObject({ ok: true });
  });

  test('un engagement inconnu est une erreur, pas un refus', async () => {
    await expect(acts().modifier(agent, contenu('E99'))).rejects.toMatchObject({
      code: 'ENGAGEMENT_INCONNU',
    });
  });

  test('des écritures lancées ensemble se suivent, sans trou ni doublon', async () => {
    await Promise.all(Array.from({ length: 8 }, () => acts().modifier(agent, contenu('E07'))));
    expect((await underTest().read('E07')).map(({ version }) => version)).toEqual([
      8, 7, 6, 5, 4, 3, 2, 1,
    ]);
  });
}
