import { Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useRef } from 'react';
import { annoncer } from '../navigation/page.js';
import { deplacee } from './deplacee.js';

export interface ProprietesLignes<Ligne> {
  titre: string;
  /** « étape » */
  nomDeLigne: string;
  ajouter: string;
  vide: Ligne;
  max: number;
  /** The order counts: each line can be moved up and down. */
  ordonnees?: boolean;
  lignes: readonly Ligne[];
  onLignes: (lignes: readonly Ligne[]) => void;
  children: (ligne: Ligne, rang: number, onLigne: (ligne: Ligne) => void) => ReactNode;
}

/** A part of a form that repeats: each line has its fields and its way out. */
export function LignesDeFiche<Ligne>({
  titre,
  nomDeLigne,
  ajouter,
  vide,
  max,
  ordonnees = false,
  lignes,
  onLignes,
  children,
}: ProprietesLignes<Ligne>): ReactNode {
  const place = useRef<HTMLFieldSetElement>(null);
  /** The line that comes, or the button that stays, takes the focus of the one pressed. */
  const suivre = (rang: number): void => {
    requestAnimationFrame(() => {
      const champ = place.current?.querySelectorAll('.k-ligne')[rang]?.querySelector('input');
      (champ ?? place.current?.querySelector('button'))?.focus();
    });
  };
  /** The line goes where it is sent, and the focus with it: pressing again moves it further. */
  const deplacer = (rang: number, vers: number): void => {
    onLignes(deplacee(lignes, rang, vers));
    annoncer(`${majuscule(nomDeLigne)} ${rang + 1} : maintenant au rang ${vers + 1}.`);
    const [sens, contraire] =
      vers < rang ? (['Monter', 'Descendre'] as const) : (['Descendre', 'Monter'] as const);
    requestAnimationFrame(() => {
      const ligne = place.current?.querySelectorAll('.k-ligne')[vers];
      const bouton = (nom: string): HTMLElement | null | undefined =>
        ligne?.querySelector<HTMLElement>(`button[aria-label^="${nom}"]`);
      (bouton(sens) ?? bouton(contraire))?.focus();
    });
  };
  return (
    <fieldset ref={place} className="p-champ k-lignes">
      <legend>{titre}</legend>
      {lignes.map((ligne, rang) => (
        // The lines have no identity of their own: their rank is what the reader sees.
        <div key={rang} className="k-ligne">
          {children(ligne, rang, (suivante) =>
            onLignes(lignes.map((autre, place) => (place === rang ? suivante : autre))),
          )}
          <div className="p-actions">
            {ordonnees && rang > 0 && (
              <Bouton
                variante="discret"
                aria-label={`Monter : ${nomDeLigne} ${rang + 1}`}
                onPress={() => deplacer(rang, rang - 1)}
              >
                Monter
              </Bouton>
            )}
            {ordonnees && rang < lignes.length - 1 && (
              <Bouton
                variante="discret"
                aria-label={`Descendre : ${nomDeLigne} ${rang + 1}`}
                onPress={() => deplacer(rang, rang + 1)}
              >
                Descendre
              </Bouton>
            )}
            <Bouton
              variante="discret"
              aria-label={`Retirer : ${nomDeLigne} ${rang + 1}`}
              onPress={() => {
                onLignes(lignes.filter((_, place) => place !== rang));
                suivre(Math.max(0, rang - 1));
              }}
            >
              Retirer
            </Bouton>
          </div>
        </div>
      ))}
      {lignes.length < max && (
        <Bouton
          onPress={() => {
            onLignes([...lignes, vide]);
            suivre(lignes.length);
          }}
        >
          {ajouter}
        </Bouton>
      )}
    </fieldset>
  );
}

function majuscule(mot: string): string {
  return mot.charAt(0).toUpperCase() + mot.slice(1);
}
