import { Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useRef } from 'react';

export interface ProprietesLignes<Ligne> {
  titre: string;
  /** « étape » */
  nomDeLigne: string;
  ajouter: string;
  vide: Ligne;
  max: number;
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
  return (
    <fieldset ref={place} className="p-champ k-lignes">
      <legend>{titre}</legend>
      {lignes.map((ligne, rang) => (
        // The lines have no identity of their own: their rank is what the reader sees.
        <div key={rang} className="k-ligne">
          {children(ligne, rang, (suivante) =>
            onLignes(lignes.map((autre, place) => (place === rang ? suivante : autre))),
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
