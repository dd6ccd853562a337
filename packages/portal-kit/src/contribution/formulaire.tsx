import {
  Bouton,
  Champ,
  Curseur,
  GroupeRadio,
  LIBELLES_METEO,
  METEOS,
  type Partenaire,
} from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { LIBELLES_VISIBILITE } from './contribution.js';
import { erreursDeSaisie, LONGUEUR_COMMENTAIRE, type Saisie, VISIBILITES } from './saisie.js';

export interface ProprietesFormulaire {
  partenaire: Partenaire;
  saisie: Saisie;
  onSaisie: (saisie: Saisie) => void;
  onEnregistrer: () => void;
  onQuitter: () => void;
  /** The draft is being saved. */
  enCours: boolean;
  /** False when this browser keeps nothing: leaving would lose the text. */
  conserve: boolean;
}

/** The fields of a contribution. Errors show once the agent has tried to save. */
export function Formulaire({
  partenaire,
  saisie,
  onSaisie,
  onEnregistrer,
  onQuitter,
  enCours,
  conserve,
}: ProprietesFormulaire): ReactNode {
  const [essaye, setEssaye] = useState(false);
  const formulaire = useRef<HTMLFormElement>(null);
  // The button that opened the form is gone: whoever uses a keyboard goes on from the first field.
  useEffect(() => formulaire.current?.querySelector('input')?.focus(), []);
  const erreurs = erreursDeSaisie(saisie);
  const montrees = essaye ? erreurs : {};
  return (
    <form
      ref={formulaire}
      className="k-formulaire"
      aria-label="Mise à jour de la contribution"
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        setEssaye(true);
        if (Object.keys(erreurs).length === 0) {
          onEnregistrer();
          return;
        }
        // The fields are marked invalid by the rendering that this submission causes.
        requestAnimationFrame(() =>
          formulaire.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
        );
      }}
    >
      <Curseur
        libelle="Avancement"
        valeur={saisie.avancement}
        onChange={(avancement) => onSaisie({ ...saisie, avancement })}
        partenaire={partenaire}
      />
      <GroupeRadio
        libelle="Météo"
        valeur={saisie.meteo}
        onChange={(meteo) => onSaisie({ ...saisie, meteo })}
        options={METEOS.map((meteo) => ({ valeur: meteo, libelle: LIBELLES_METEO[meteo] }))}
        enLigne
      />
      <Champ
        libelle="Commentaire"
        multiligne
        lignes={4}
        aide="Ce qui a été fait, ce qui manque, ce qui vient. Sans donnée sur une personne."
        valeur={saisie.commentaire}
        onChange={(commentaire) => onSaisie({ ...saisie, commentaire })}
        longueurMax={LONGUEUR_COMMENTAIRE}
        erreur={montrees.commentaire}
      />
      <Champ
        libelle="Preuve"
        aide="Adresse https d’une page ou d’un document, ou référence d’un relevé."
        valeur={saisie.preuve}
        onChange={(preuve) => onSaisie({ ...saisie, preuve })}
        erreur={montrees.preuve}
      />
      <GroupeRadio
        libelle="Une fois publiée, lue par"
        valeur={saisie.visibilite}
        onChange={(visibilite) => onSaisie({ ...saisie, visibilite })}
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
