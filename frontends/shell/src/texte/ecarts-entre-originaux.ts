import { PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';

export interface Passage {
  sujet: string;
  champ: string;
  texte: string;
}

/** A passage that the houses do not hold alike: each text once, with the houses that hold it. */
export interface Ecart {
  sujet: string;
  champ: string;
  /** In the order of the houses; null for a passage that they do not have. */
  versions: readonly { texte: string | null; maisons: readonly Partenaire[] }[];
}

/**
 * Where the originals differ, in the order of the text.
 *
 * @param tenus - null for a house that could not be read: it is left out, never taken for a gap
 */
export function ecartsEntreOriginaux(
  tenus: Readonly<Record<Partenaire, readonly Passage[] | null>>,
): Ecart[] {
  const lues = PARTENAIRES.flatMap((maison) => {
    const passages = tenus[maison];
    return passages === null
      ? []
      : [{ maison, textes: new Map(passages.map((un) => [cleDe(un), un.texte])), passages }];
  });
  const tous = new Map(
    lues.flatMap(({ passages }) => passages.map((un) => [cleDe(un), un] as const)),
  );
  return [...tous].flatMap(([cle, { sujet, champ }]) => {
    const versions = new Map<string | null, Partenaire[]>();
    for (const { maison, textes } of lues) {
      const texte = textes.get(cle) ?? null;
      versions.set(texte, [...(versions.get(texte) ?? []), maison]);
    }
    if (versions.size < 2) return [];
    return [
      {
        sujet,
        champ,
        versions: [...versions].map(([texte, maisons]) => ({ texte, maisons })),
      },
    ];
  });
}

function cleDe({ sujet, champ }: Passage): string {
  return `${sujet}\n${champ}`;
}
