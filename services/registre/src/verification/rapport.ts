import type { GraphChange } from '@passerelle/composition';
import type { Changement, Constat, Rapport } from '@passerelle/publication';
import type { CanalVivant } from '../canal-vivant.js';

/** More would drown the reader, and a hostile schema would fill the journal. */
const CONSTATS_MONTRES = 300;
const CHANGEMENTS_MONTRES = 1_000;

/** What has no place in the text comes after what has one. */
const SANS_LIEU = Number.MAX_SAFE_INTEGER;

const RANG = { REFUS: 0, AVERTISSEMENT: 1, INFORMATION: 2 } as const;

/** The report of a check: findings sorted (refusals first, then in the order of the text), once each. */
export function rapportDe(
  genre: Rapport['genre'],
  editeur: string,
  vivant: Pick<CanalVivant, 'canal' | 'numero'>,
  depuis: number,
  trouve: { readonly constats: readonly Constat[]; readonly changements?: readonly GraphChange[] },
): Rapport {
  const constats = distinct(trouve.constats).toSorted(compare);
  return {
    genre,
    editeur,
    canal: vivant.canal,
    surPublication: vivant.numero,
    accepte: !constats.some(({ gravite }) => gravite === 'REFUS'),
    constats: abreges(constats),
    changements: (trouve.changements ?? []).slice(0, CHANGEMENTS_MONTRES).map(changementOf),
    dureeMs: Math.round((performance.now() - depuis) * 10) / 10,
  };
}

/** Composition and ownership may see the same thing: the first one, which has its place, is kept. */
function distinct(constats: readonly Constat[]): Constat[] {
  const seen = new Map<string, Constat>();
  for (const constat of constats) {
    const key = [
      constat.code,
      constat.coordonnee,
      constat.fichier,
      constat.coordonnee === undefined ? constat.message : '',
    ].join('\n');
    const known = seen.get(key);
    if (known === undefined || RANG[constat.gravite] < RANG[known.gravite]) seen.set(key, constat);
  }
  return [...seen.values()];
}

function compare(a: Constat, b: Constat): number {
  return (
    RANG[a.gravite] - RANG[b.gravite] ||
    (a.lieu?.ligne ?? SANS_LIEU) - (b.lieu?.ligne ?? SANS_LIEU) ||
    (a.lieu?.colonne ?? 0) - (b.lieu?.colonne ?? 0) ||
    text(a).localeCompare(text(b), 'en')
  );
}

function text({ fichier = '', coordonnee = '', code, message }: Constat): string {
  return `${fichier} ${coordonnee} ${code} ${message}`;
}

function abreges(constats: readonly Constat[]): Constat[] {
  const tus = constats.length - CONSTATS_MONTRES;
  if (tus <= 0) return [...constats];
  return [
    ...constats.slice(0, CONSTATS_MONTRES),
    {
      code: 'CONSTATS_ABREGES',
      gravite: 'INFORMATION',
      famille: 'regle',
      message: `${tus} autres constats ne sont pas montrés.`,
      remede: 'Corrigez les premiers, puis vérifiez de nouveau.',
    },
  ];
}

function changementOf({ code, coordonnee, severite, message }: GraphChange): Changement {
  return { code, coordonnee, severite, message };
}
