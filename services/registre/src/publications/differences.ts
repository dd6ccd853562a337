import { type Changement, COMMUN, type Difference } from '@passerelle/publication';
import type { Ensemble } from './ensemble.js';

type Quoi = Difference['quoi'];

/** What changed between two sets of revisions. */
export function differencesOf(
  avant: Ensemble,
  apres: Ensemble,
  changements: readonly Changement[] = [],
): Difference[] {
  const before = revisionsOf(avant);
  const after = revisionsOf(apres);
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => {
    const [quoi, editeur] = parseKey(key);
    const [a, b] = [before.get(key) ?? null, after.get(key) ?? null];
    const isSame = a?.marque === b?.marque;
    if (isSame) return [];
    const visible = quoi === 'schema' ? [...changements] : [];
    return [
      {
        editeur,
        quoi,
        avant: a?.revision ?? null,
        apres: b?.revision ?? null,
        changements: visible,
      },
    ];
  });
}

interface Marque {
  readonly revision: number;
  /** A canary may keep its revision and change its people. */
  readonly marque: string;
}

function revisionsOf(ensemble: Ensemble): Map<string, Marque> {
  const found = new Map<string, Marque>();
  const add = (quoi: Quoi, editeur: string, revision: number, cible: unknown = null): void => {
    found.set(`${quoi} ${editeur}`, {
      revision,
      marque: `${revision} ${JSON.stringify(cible)}`,
    });
  };
  if (ensemble.carte > 0) add('carte', COMMUN, ensemble.carte);
  for (const { partenaire, revision } of ensemble.schemas) add('schema', partenaire, revision);
  for (const { partenaire, revision, cible } of ensemble.modules) {
    add(cible === null ? 'module' : 'canari', partenaire, revision, cible);
  }
  for (const lot of ['coquille', 'partages'] as const) {
    const enLigne = ensemble[lot];
    if (enLigne !== null) add(lot, COMMUN, enLigne.revision);
  }
  return found;
}

const QUOI = ['schema', 'module', 'canari', 'coquille', 'partages', 'carte'] as const;

function parseKey(key: string): [Quoi, string] {
  const [word = '', editeur = ''] = key.split(' ');
  const quoi = QUOI.find((each) => each === word);
  if (quoi === undefined) throw new Error(`not a kind: ${word}`);
  return [quoi, editeur];
}
