import type { ErreurLisible } from '@passerelle/portal-kit';
import { useEffect, useRef, useState } from 'react';
import { adresse } from '../registre/adresse.js';
import { demander } from '../registre/demander.js';
import { ErreurDuRegistre } from '../registre/erreur-du-registre.js';
import { type LigneDeJournal, lireJournal } from '../registre/lire-journal.js';
import { type LectureDuRegistre, useRegistre } from '../registre/use-registre.js';
import type { FiltresDuJournal } from './filtres.js';

const PAR_PAGE = 30;

interface Suite {
  /** First line of the first page under which these came: they belong with it. */
  tete: number | null;
  cle: string;
  entrees: readonly LigneDeJournal[];
  prochaine: number | null;
}

export interface JournalLu {
  lecture: LectureDuRegistre<{ entrees: readonly LigneDeJournal[] }>;
  aUneSuite: boolean;
  suiteEnCours: boolean;
  erreurDeSuite: ErreurLisible | null;
  afficherLaSuite: () => void;
}

/** The journal, newest first, one page after the other; nothing in it ever changes, it only grows. */
export function useJournal(filtres: FiltresDuJournal): JournalLu {
  const cle = adresse('/v1/journal', { ...filtres, premiers: PAR_PAGE });
  const premiere = useRegistre(cle, lireJournal);
  const [suite, setSuite] = useState<Suite | null>(null);
  const [suiteEnCours, setEnCours] = useState(false);
  const [erreur, setErreur] = useState<{ cle: string; lisible: ErreurLisible } | null>(null);
  const derniereCle = useRef(cle);
  useEffect(() => {
    derniereCle.current = cle;
  }, [cle]);

  const page = premiere.donnees;
  const tete = page?.entrees[0]?.rang ?? null;
  const deCetteListe = suite !== null && suite.cle === cle && suite.tete === tete ? suite : null;
  const prochaine = deCetteListe === null ? (page?.suite ?? null) : deCetteListe.prochaine;

  const lireLaSuite = async (avant: number): Promise<void> => {
    setEnCours(true);
    setErreur(null);
    try {
      const suivante = await demander(
        adresse('/v1/journal', { ...filtres, premiers: PAR_PAGE, avant }),
        lireJournal,
      );
      // The reader may have asked for another list meanwhile.
      if (derniereCle.current !== cle) return;
      setSuite({
        tete,
        cle,
        entrees: [...(deCetteListe?.entrees ?? []), ...suivante.entrees],
        prochaine: suivante.suite,
      });
    } catch (cause) {
      if (!(cause instanceof ErreurDuRegistre)) throw cause;
      setErreur({ cle, lisible: cause.lisible });
    } finally {
      setEnCours(false);
    }
  };

  return {
    lecture: {
      ...premiere,
      donnees:
        page === null ? null : { entrees: [...page.entrees, ...(deCetteListe?.entrees ?? [])] },
    },
    aUneSuite: prochaine !== null,
    suiteEnCours,
    erreurDeSuite: erreur?.cle === cle ? erreur.lisible : null,
    afficherLaSuite: () => {
      if (prochaine !== null && !suiteEnCours) void lireLaSuite(prochaine);
    },
  };
}
