import { type ReactNode, useId } from 'react';
import { classes } from './classes.js';

export interface OptionRadio<Valeur extends string> {
  valeur: Valeur;
  libelle: ReactNode;
  aide?: ReactNode;
  desactivee?: boolean;
}

export interface GroupeRadioProps<Valeur extends string> {
  libelle: string;
  valeur: Valeur | null;
  onChange: (valeur: Valeur) => void;
  options: readonly OptionRadio<Valeur>[];
  aide?: ReactNode;
  erreur?: ReactNode;
  enLigne?: boolean;
}

export function GroupeRadio<Valeur extends string>({
  libelle,
  valeur,
  onChange,
  options,
  aide,
  erreur,
  enLigne = false,
}: GroupeRadioProps<Valeur>): ReactNode {
  const id = useId();
  return (
    <fieldset
      className="p-champ p-radios"
      aria-describedby={
        classes(aide !== undefined && `${id}-aide`, erreur !== undefined && `${id}-erreur`) ||
        undefined
      }
    >
      <legend>{libelle}</legend>
      {aide !== undefined && (
        <p id={`${id}-aide`} className="p-champ__aide">
          {aide}
        </p>
      )}
      <div className={classes('p-radios__options', enLigne && 'p-radios__options--ligne')}>
        {options.map((option) => (
          <label key={option.valeur} className="p-radio">
            <input
              type="radio"
              name={id}
              value={option.valeur}
              checked={option.valeur === valeur}
              disabled={option.desactivee}
              onChange={() => onChange(option.valeur)}
            />
            <span>
              {option.libelle}
              {option.aide !== undefined && <small>{option.aide}</small>}
            </span>
          </label>
        ))}
      </div>
      {erreur !== undefined && (
        <p id={`${id}-erreur`} className="p-champ__erreur">
          {erreur}
        </p>
      )}
    </fieldset>
  );
}
