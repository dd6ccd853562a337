import type { DocumentPersiste } from '@passerelle/publication';

/** Texts that clients send by their fingerprint alone. */
export interface PublishedDocuments {
  find(empreinte: string): string | null;
  /** Those of a new publication; those before stay a while, for the tabs that were open. */
  replace(documents: readonly Pick<DocumentPersiste, 'empreinte' | 'texte'>[]): void;
}

interface Kept {
  readonly texte: string;
  /** Null while it is published. */
  readonly retireLe: number | null;
}

const GARDE_MS = 24 * 3_600_000;
const GARDES_MAX = 2_000;

export function createPublishedDocuments(
  maintenant: () => number = () => Date.now(),
): PublishedDocuments {
  let kept = new Map<string, Kept>();
  return {
    find: (empreinte) => kept.get(empreinte)?.texte ?? null,
    replace(documents) {
      const next = new Map<string, Kept>();
      for (const { empreinte, texte } of documents) next.set(empreinte, { texte, retireLe: null });
      const now = maintenant();
      const gone = [...kept]
        .filter(([empreinte]) => !next.has(empreinte))
        .map(([empreinte, { texte, retireLe }]) => ({ empreinte, texte, le: retireLe ?? now }))
        .filter(({ le }) => now - le < GARDE_MS)
        .sort((a, b) => b.le - a.le);
      for (const { empreinte, texte, le } of gone.slice(0, GARDES_MAX)) {
        next.set(empreinte, { texte, retireLe: le });
      }
      kept = next;
    },
  };
}
