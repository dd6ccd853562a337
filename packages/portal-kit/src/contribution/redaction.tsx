import { type ReactNode, useState } from 'react';
import type { BrouillonLocal } from '../brouillon/brouillon-local.js';
import { Conflit } from './conflit.js';
import type { MaisonContributrice, VersionLue } from './contribution.js';
import { Formulaire } from './formulaire.js';
import { IssueDActe } from './issue-d-acte.js';
import { memeSaisie, type Saisie, type SaisieGardee, saisieDe } from './saisie.js';
import { type Issue, useActesContribution } from './use-actes-contribution.js';

export interface ProprietesRedaction {
  maison: MaisonContributrice;
  code: string;
  /** The latest version of the house, draft or not; null before the first. */
  actuelle: VersionLue | null;
  brouillon: BrouillonLocal<SaisieGardee>;
  /** Reads the contribution again: someone else saved. */
  relire: () => void;
  onFini: () => void;
}

/** Writes a draft: kept on this machine at each key, then saved in the house. */
export function Redaction({
  maison,
  code,
  actuelle,
  brouillon,
  relire,
  onFini,
}: ProprietesRedaction): ReactNode {
  const actes = useActesContribution(maison, code);
  const [depart] = useState<SaisieGardee>(
    () =>
      brouillon.valeur ?? {
        saisie: saisieDe(actuelle),
        versionDeBase: actuelle?.version ?? 0,
      },
  );
  const [saisie, setSaisie] = useState<Saisie>(depart.saisie);
  const [base, setBase] = useState(depart.versionDeBase);
  const [issue, setIssue] = useState<Issue | null>(null);

  const changer = (suivante: Saisie): void => {
    setSaisie(suivante);
    if (memeSaisie(suivante, saisieDe(actuelle))) brouillon.oublier();
    else brouillon.garder({ saisie: suivante, versionDeBase: base });
  };
  const enregistrer = async (versionAttendue: number): Promise<void> => {
    if (actes.enCours) return;
    const resultat = await actes.modifier(saisie, versionAttendue);
    setIssue(resultat);
    if (resultat.sorte === 'depassee') relire();
    if (resultat.sorte !== 'fait') return;
    brouillon.oublier();
    onFini();
  };

  const enConflit = issue?.sorte === 'depassee' && actuelle !== null && actuelle.version !== base;
  if (enConflit) {
    return (
      <Conflit
        partenaire={maison.partenaire}
        enregistree={actuelle}
        saisie={saisie}
        onGarderMaSaisie={() => {
          setBase(actuelle.version);
          void enregistrer(actuelle.version);
        }}
        onReprendreEnregistree={() => {
          setBase(actuelle.version);
          setSaisie(saisieDe(actuelle));
          setIssue(null);
          brouillon.oublier();
        }}
      />
    );
  }
  return (
    <>
      <IssueDActe issue={issue} />
      <Formulaire
        partenaire={maison.partenaire}
        saisie={saisie}
        onSaisie={changer}
        onEnregistrer={() => void enregistrer(base)}
        onQuitter={onFini}
        enCours={actes.enCours}
        conserve={brouillon.conserve}
      />
    </>
  );
}
