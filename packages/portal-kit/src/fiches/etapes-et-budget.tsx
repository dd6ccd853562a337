import { Champ } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { LignesDeFiche } from './lignes-de-fiche.js';
import { type ErreursDeFiche, MAX_ETAPES, MAX_LIGNES, type SaisieFiche } from './saisie-fiche.js';

/** What is to be done, in an order that counts, and with what money. */
export function EtapesEtBudget({
  saisie,
  erreurs,
  changer,
}: {
  saisie: Pick<SaisieFiche, 'etapes' | 'budget'>;
  erreurs: ErreursDeFiche;
  changer: (changement: Partial<SaisieFiche>) => void;
}): ReactNode {
  return (
    <>
      <LignesDeFiche
        titre="Étapes"
        nomDeLigne="étape"
        ordonnees
        ajouter="Ajouter une étape"
        vide={{ titre: '', echeance: '', faiteLe: '' }}
        max={MAX_ETAPES}
        lignes={saisie.etapes}
        onLignes={(etapes) => changer({ etapes })}
      >
        {(etape, rang, onEtape) => (
          <>
            <Champ
              libelle={`Étape ${rang + 1}`}
              requis
              valeur={etape.titre}
              onChange={(titre) => onEtape({ ...etape, titre })}
              erreur={erreurs.etapes[rang]}
            />
            <Champ
              libelle="Prévue le"
              type="date"
              valeur={etape.echeance}
              onChange={(echeance) => onEtape({ ...etape, echeance })}
            />
            <Champ
              libelle="Faite le"
              type="date"
              valeur={etape.faiteLe}
              onChange={(faiteLe) => onEtape({ ...etape, faiteLe })}
            />
          </>
        )}
      </LignesDeFiche>
      <LignesDeFiche
        titre="Budget"
        nomDeLigne="ligne de budget"
        ajouter="Ajouter une ligne de budget"
        vide={{ montant: '', source: '', annee: '' }}
        max={MAX_LIGNES}
        lignes={saisie.budget}
        onLignes={(budget) => changer({ budget })}
      >
        {(ligne, rang, onLigne) => (
          <>
            <Champ
              libelle="Montant en euros"
              requis
              valeur={ligne.montant}
              onChange={(montant) => onLigne({ ...ligne, montant })}
              erreur={erreurs.budget[rang]}
            />
            <Champ
              libelle="Source"
              requis
              valeur={ligne.source}
              onChange={(source) => onLigne({ ...ligne, source })}
            />
            <Champ
              libelle="Année"
              valeur={ligne.annee}
              onChange={(annee) => onLigne({ ...ligne, annee })}
            />
          </>
        )}
      </LignesDeFiche>
    </>
  );
}
