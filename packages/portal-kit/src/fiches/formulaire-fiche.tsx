import { Bouton, Champ, GroupeRadio, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useRef, useState } from 'react';
import { LIBELLES_VISIBILITE } from '../contribution/contribution.js';
import { VISIBILITES } from '../contribution/saisie.js';
import { EtapesEtBudget } from './etapes-et-budget.js';
import { LIBELLES_STATUT_FICHE } from './fiche.js';
import {
  type ErreursDeFiche,
  erreursDeFiche,
  LONGUEUR_OBJET_FICHE,
  LONGUEUR_TITRE_FICHE,
  type SaisieFiche,
  STATUTS_FICHE,
} from './saisie-fiche.js';
import { TerritoiresDeFiche } from './territoires-de-fiche.js';

export interface ProprietesFormulaireFiche {
  nom: string;
  saisie: SaisieFiche;
  onSaisie: (saisie: SaisieFiche) => void;
  onEnregistrer: () => void;
  onQuitter: () => void;
  enCours: boolean;
  /** False when this browser keeps nothing: the agent must be told. */
  conserve: boolean;
}

const AUCUNE: ErreursDeFiche = { etapes: {}, budget: {} };

/** The whole content of a fiche: what, when, with what, where, for whom. */
export function FormulaireFiche({
  nom,
  saisie,
  onSaisie,
  onEnregistrer,
  onQuitter,
  enCours,
  conserve,
}: ProprietesFormulaireFiche): ReactNode {
  const [soumis, setSoumis] = useState(false);
  const formulaire = useRef<HTMLFormElement>(null);
  const erreurs = soumis ? (erreursDeFiche(saisie) ?? AUCUNE) : AUCUNE;
  const changer = (changement: Partial<SaisieFiche>): void =>
    onSaisie({ ...saisie, ...changement });

  const soumettre = (): void => {
    setSoumis(true);
    const tropLong =
      Array.from(saisie.titre).length > LONGUEUR_TITRE_FICHE ||
      Array.from(saisie.objet).length > LONGUEUR_OBJET_FICHE;
    if (erreursDeFiche(saisie) === null && !tropLong) {
      onEnregistrer();
      return;
    }
    // The fields are marked invalid by the rendering that this submission causes.
    requestAnimationFrame(() =>
      formulaire.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };

  return (
    <form
      ref={formulaire}
      className="k-formulaire k-formulaire--fiche"
      aria-label={nom}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        soumettre();
      }}
    >
      <Champ
        libelle="Titre"
        requis
        valeur={saisie.titre}
        onChange={(titre) => changer({ titre })}
        longueurMax={LONGUEUR_TITRE_FICHE}
        erreur={erreurs.titre}
      />
      <Champ
        libelle="Objet"
        multiligne
        lignes={4}
        aide="Ce que l’action change, pour qui. Sans donnée sur une personne."
        valeur={saisie.objet}
        onChange={(objet) => changer({ objet })}
        longueurMax={LONGUEUR_OBJET_FICHE}
      />
      <div className="k-paires">
        <Selection
          libelle="Où en est l’action"
          valeur={saisie.statut}
          onChange={(statut) => changer({ statut })}
          options={STATUTS_FICHE.map((valeur) => ({
            valeur,
            libelle: LIBELLES_STATUT_FICHE[valeur],
          }))}
        />
        <Champ
          libelle="Début"
          type="date"
          valeur={saisie.debut}
          onChange={(debut) => changer({ debut })}
        />
        <Champ
          libelle="Fin"
          type="date"
          valeur={saisie.fin}
          onChange={(fin) => changer({ fin })}
          erreur={erreurs.fin}
        />
      </div>
      <GroupeRadio
        libelle="Nature"
        valeur={saisie.experimental ? 'experimentale' : 'ordinaire'}
        onChange={(nature) => changer({ experimental: nature === 'experimentale' })}
        options={[
          { valeur: 'ordinaire', libelle: 'Action ordinaire' },
          {
            valeur: 'experimentale',
            libelle: 'Action expérimentale',
            aide: 'Finit au plus tard le 31 décembre 2023, s’évalue, puis est généralisée, adaptée ou arrêtée.',
          },
        ]}
      />
      <EtapesEtBudget saisie={saisie} erreurs={erreurs} changer={changer} />
      <TerritoiresDeFiche
        territoires={saisie.territoires}
        onTerritoires={(territoires) => changer({ territoires })}
      />
      <GroupeRadio
        libelle="Une fois publiée, lue par"
        valeur={saisie.visibilite}
        onChange={(visibilite) => changer({ visibilite })}
        options={VISIBILITES.map((visibilite) => ({
          valeur: visibilite,
          libelle: LIBELLES_VISIBILITE[visibilite].nom,
          aide: LIBELLES_VISIBILITE[visibilite].aide,
        }))}
      />
      <p className="k-discret" role="status">
        {conserve
          ? 'Votre saisie est gardée sur ce poste au fur et à mesure.'
          : 'Ce navigateur refuse de garder votre saisie : enregistrez avant de quitter la page.'}
      </p>
      <div className="p-actions">
        <Bouton type="submit" variante="principal" enCours={enCours}>
          Enregistrer le brouillon
        </Bouton>
        <Bouton variante="discret" onPress={onQuitter}>
          Fermer sans enregistrer
        </Bouton>
      </div>
    </form>
  );
}
