import type { Identite } from '@passerelle/identity';
import { type RefusDeMemoire, refus } from '../domain/memoire.errors.js';
import type { MemoireJournal, NouvellesReferences } from '../domain/memoire.journal.js';

export interface DemandeReferences extends NouvellesReferences {
  readonly versionAttendue?: number | null | undefined;
}

export interface DemandePrincipe {
  readonly numero: number;
  readonly libelle: string;
  readonly source: string;
}

export interface ActesDeMemoire {
  /** @returns null when done */
  citer(identite: Identite, demande: DemandeReferences): Promise<RefusDeMemoire | null>;
  completerPrincipe(identite: Identite, demande: DemandePrincipe): Promise<RefusDeMemoire | null>;
}

const PRINCIPES = 10;
const CHANTIERS = 8;
const LIBELLE_MAX = 500;
const SOURCE_MAX = 300;

export function createActesDeMemoire(deps: {
  journal: MemoireJournal;
  demonstration: boolean;
}): ActesDeMemoire {
  return {
    citer: (identite, { versionAttendue, ...demande }) =>
      deps.journal.open(identite, `references:${demande.engagement}`, async (memoire) => {
        if (!(await memoire.hasEngagement(demande.engagement))) return refus('ENGAGEMENT_INCONNU');
        const documents = [...new Set(demande.documents)];
        const known = await memoire.knownDocuments(documents);
        const within = (numbers: readonly number[], last: number): boolean =>
          numbers.every((numero) => numero >= 1 && numero <= last);
        if (
          known.length !== documents.length ||
          !within(demande.principes, PRINCIPES) ||
          !within(demande.chantiers, CHANTIERS)
        ) {
          return refus('REFERENCE_INCONNUE');
        }
        const version = (await memoire.lastReferences(demande.engagement))?.version ?? 0;
        if (versionAttendue != null && versionAttendue !== version) {
          return refus('VERSION_DEPASSEE');
        }
        await memoire.addReferences({
          engagement: demande.engagement,
          principes: ordered(demande.principes),
          chantiers: ordered(demande.chantiers),
          documents,
          version: version + 1,
          auteur: [identite.fonction, identite.organisation].filter(Boolean).join(', '),
          demonstration: deps.demonstration,
        });
        return null;
      }),

    async completerPrincipe(identite, { numero, libelle, source }) {
      if (!Number.isInteger(numero) || numero < 1 || numero > PRINCIPES) {
        return refus('REFERENCE_INCONNUE');
      }
      const texte = libelle.trim();
      const intitule = source.trim();
      const readable =
        texte.length >= 1 &&
        texte.length <= LIBELLE_MAX &&
        intitule.length >= 1 &&
        intitule.length <= SOURCE_MAX &&
        !/[<>]/.test(texte + intitule);
      if (!readable) return refus('LIBELLE_INVALIDE');
      await deps.journal.open(identite, 'principes', (memoire) =>
        memoire.writePrincipe(numero, texte, { intitule, lien: null }),
      );
      return null;
    },
  };
}

const ordered = (numbers: readonly number[]): number[] =>
  [...new Set(numbers)].sort((a, b) => a - b);
