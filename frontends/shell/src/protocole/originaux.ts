import { PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';

export interface Original {
  empreinte: string;
  enregistreLe: string;
  /** False when the text held no longer gives this hash; not asked everywhere. */
  conforme?: boolean;
}

export type Originaux = Readonly<Record<Partenaire, Original | null>>;

/** What can be said of the three originals of the signed text. */
export type Accord =
  | { nature: 'identiques' }
  /** The ones that answered agree; the others could not be read. */
  | { nature: 'identiques-lus'; manquants: Partenaire[] }
  | { nature: 'differents'; empreintes: number; manquants: Partenaire[] }
  | { nature: 'illisibles' };

export function comparerOriginaux(originaux: Originaux): Accord {
  const manquants = PARTENAIRES.filter((partenaire) => originaux[partenaire] === null);
  const empreintes = new Set(
    PARTENAIRES.flatMap((partenaire) => originaux[partenaire]?.empreinte ?? []),
  );
  if (empreintes.size === 0) return { nature: 'illisibles' };
  const altere = PARTENAIRES.some((partenaire) => originaux[partenaire]?.conforme === false);
  if (empreintes.size > 1 || altere)
    return { nature: 'differents', empreintes: empreintes.size, manquants };
  return manquants.length === 0
    ? { nature: 'identiques' }
    : { nature: 'identiques-lus', manquants };
}

/** `7f3a2b…c41e` : enough to compare by eye; the whole is one press away. */
export function abregerEmpreinte(empreinte: string): string {
  return empreinte.length <= 16 ? empreinte : `${empreinte.slice(0, 8)}…${empreinte.slice(-4)}`;
}
