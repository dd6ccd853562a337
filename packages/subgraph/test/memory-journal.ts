import type {
  ActeFait,
  Auteur,
  OpenJournal,
} from '../src/contributions/domain/contribution.journal.js';
import type { Acte, ContenuContribution } from '../src/contributions/domain/contribution.js';
import type { JournalUnderTest } from '../src/contributions/use-cases/agir.suite.js';
import { texteCommunError } from '../src/texte-commun/domain/texte-commun.errors.js';

interface Version {
  readonly engagement: string;
  readonly version: number;
  readonly contenu: ContenuContribution;
  readonly auteur: Auteur;
}

/** The contract of the journal, without a database: one queue stands for the locks. */
export function createMemoryJournal(): JournalUnderTest {
  let versions: readonly Version[] = [];
  let actes: readonly ActeFait[] = [];
  let queue: Promise<unknown> = Promise.resolve();

  const has = (engagement: string, version: number, acte: Acte): boolean =>
    actes.some(
      (one) => one.engagement === engagement && one.version === version && one.acte === acte,
    );
  const shown = (engagement: string) =>
    versions
      .filter((one) => one.engagement === engagement)
      .filter(({ version }) => !has(engagement, version, 'ABANDONNER'))
      .toSorted((a, b) => b.version - a.version)
      .map(({ version, contenu, auteur }) => ({
        version,
        avancement: contenu.avancement,
        auteur: auteur.affiche,
        etat: has(engagement, version, 'PUBLIER')
          ? ('PUBLIEE' as const)
          : has(engagement, version, 'VALIDER')
            ? ('VALIDEE' as const)
            : ('BROUILLON' as const),
      }));

  function open(engagement: string): OpenJournal {
    return {
      findByKey: async (cle) => actes.find((one) => one.cleIdempotence === cle) ?? null,
      courante: async () => shown(engagement)[0] ?? null,
      // The text as signed: nothing of it was withdrawn.
      isRetire: async () => false,
      lastVersion: async () =>
        Math.max(
          0,
          ...versions.flatMap((one) => (one.engagement === engagement ? one.version : [])),
        ),
      addVersion: async (version, contenu, auteur) => {
        versions = [...versions, { engagement, version, contenu, auteur }];
      },
      addActe: async (acte) => {
        actes = [...actes, acte];
      },
      enCours: async () => {
        const all = shown(engagement);
        const published = all.find(({ etat }) => etat === 'PUBLIEE')?.version ?? 0;
        return all.map(({ version }) => version).filter((version) => version > published);
      },
    };
  }

  return {
    journal: {
      open(_identite, { engagement }, act) {
        const run = queue.then(async () => {
          if (!/^E(0[1-9]|1\d|2[0-3])$/.test(engagement))
            throw texteCommunError('ENGAGEMENT_INCONNU');
          const before = { versions, actes };
          try {
            return await act(open(engagement));
          } catch (error) {
            ({ versions, actes } = before);
            throw error;
          }
        });
        queue = run.catch(() => undefined);
        return run;
      },
    },
    read: (engagement) => Promise.resolve(shown(engagement)),
  };
}
