import { Bandeau, Bouton } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { differences, type FicheComparable } from './differences.js';
import type { EntreeFiche, FicheLue } from './fiche.js';
import { TableauDesDifferences } from './tableau-differences.js';

/** Two people wrote at the same time: both are shown, field by field, and the agent decides. */
export function ConflitDeFiche({
  presente,
  entree,
  enCours,
  onGarderMaSaisie,
  onReprendre,
}: {
  presente: FicheLue;
  /** What this agent wanted to send. */
  entree: EntreeFiche;
  enCours: boolean;
  onGarderMaSaisie: () => void;
  onReprendre: () => void;
}): ReactNode {
  const enregistree = comparable(presente);
  return (
    <div className="k-conflit">
      <Bandeau
        ton="attention"
        annonce="alerte"
        titre="Cette fiche a changé pendant que vous écriviez."
      >
        Rien n’est perdu : comparez les deux versions et choisissez. Celle qui a été enregistrée
        entre-temps est de {presente.auteur}.
      </Bandeau>
      <TableauDesDifferences
        differences={differences(enregistree, { ...enregistree, ...deLEntree(entree, presente) })}
        avant="Version enregistrée entre-temps"
        apres="Votre saisie"
      />
      <div className="p-actions">
        <Bouton variante="principal" enCours={enCours} onPress={onGarderMaSaisie}>
          Remplacer par ma saisie
        </Bouton>
        <Bouton onPress={onReprendre}>Garder la version enregistrée</Bouton>
      </div>
    </div>
  );
}

function comparable(fiche: FicheLue): FicheComparable {
  return { ...fiche, territoires: fiche.territoires.map(({ nom }) => nom) };
}

/** A territory known by its key only is called by the name that the fiche gives it. */
function deLEntree(entree: EntreeFiche, { territoires }: FicheLue): Partial<FicheComparable> {
  const nomDe = ({ code, maille }: EntreeFiche['territoires'][number]): string =>
    territoires.find((connu) => connu.code === code && connu.maille === maille)?.nom ??
    `${maille.toLowerCase()} ${code}`;
  return { ...entree, territoires: entree.territoires.map(nomDe) };
}
