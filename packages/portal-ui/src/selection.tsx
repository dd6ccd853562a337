import { type ReactNode, useId } from 'react';
import { classes } from './classes.js';

export interface OptionSelection<Valeur extends string> {
  valeur: Valeur;
  libelle: string;
  desactivee?: boolean;
}

export interface SelectionProps<Valeur extends string> {
  libelle: string;
  valeur: Valeur;
  onChange: (valeur: Valeur) => void;
  options: readonly OptionSelection<Valeur>[];
  aide?: ReactNode;
  erreur?: ReactNode;
  nom?: string;
}

/**
 * A native select: the platform's own list is the one that assistive tools, phones and keyboards
 * know best, and nothing here needs more.
 */
export function Selection<Valeur extends string>({
  libelle,
  valeur,
  onChange,
  options,
  aide,
  erreur,
  nom,
}: SelectionProps<Valeur>): ReactNode {
  const id = useId();
  const decritPar = classes(
    aide !== undefined && `${id}-aide`,
    erreur !== undefined && `${id}-erreur`,
  );
  return (
    <div className="p-champ">
      <label htmlFor={id}>{libelle}</label>
      {aide !== undefined && (
        <p id={`${id}-aide`} className="p-champ__aide">
          {aide}
        </p>
      )}
      <select
        id={id}
        name={nom}
        className="p-saisie"
        value={valeur}
        aria-invalid={erreur !== undefined ? true : undefined}
        aria-describedby={decritPar === '' ? undefined : decritPar}
        onChange={(e) => {
          const choisie = options.find((option) => option.valeur === e.target.value);
          if (choisie) onChange(choisie.valeur);
        }}
      >
        {options.map((option) => (
          <option key={option.valeur} value={option.valeur} disabled={option.desactivee}>
            {option.libelle}
          </option>
        ))}
      </select>
      {erreur !== undefined && (
        <p id={`${id}-erreur`} className="p-champ__erreur">
          {erreur}
        </p>
      )}
    </div>
  );
}
