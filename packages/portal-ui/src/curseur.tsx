import { type ReactNode, useId, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { classes } from './classes.js';
import { Francais } from './francais.js';
import { entierEntre } from './nombre-saisi.js';
import { classePartenaire, type Partenaire } from './partenaire.js';

export interface CurseurProps {
  libelle: string;
  /** The last valid value. */
  valeur: number;
  onChange: (valeur: number) => void;
  min?: number;
  max?: number;
  pas?: number;
  unite?: string;
  aide?: ReactNode;
  partenaire?: Partenaire;
}

/**
 * A whole number set by sliding or by typing. A typed value out of range is neither sent nor
 * silently corrected: it stays on screen with its reason until it is fixed.
 */
export function Curseur({
  libelle,
  valeur,
  onChange,
  min = 0,
  max = 100,
  pas = 5,
  unite = '%',
  aide,
  partenaire,
}: CurseurProps): ReactNode {
  const id = useId();
  // What is being typed; null when the value in force is what is shown.
  const [saisie, setSaisie] = useState<string | null>(null);
  const lue = saisie === null ? valeur : entierEntre(saisie, min, max);
  const courante = lue ?? valeur;
  const part = ((courante - min) / (max - min)) * 100;
  const erreur = lue === null ? `Saisissez un nombre entier entre ${min} et ${max}.` : undefined;
  const decritPar = classes(aide !== undefined && `${id}-aide`, erreur && `${id}-erreur`);
  return (
    <div className={classes('p-champ p-curseur', partenaire && classePartenaire(partenaire))}>
      <label htmlFor={id}>{libelle}</label>
      {aide !== undefined && (
        <p id={`${id}-aide`} className="p-champ__aide">
          {aide}
        </p>
      )}
      <div className="p-curseur__ligne">
        <span className="p-curseur__nombre">
          <input
            id={id}
            className="p-saisie p-nombre"
            inputMode="numeric"
            autoComplete="off"
            value={saisie ?? String(valeur)}
            onBlur={() => {
              if (lue !== null) setSaisie(null);
            }}
            aria-invalid={erreur ? true : undefined}
            aria-describedby={decritPar === '' ? undefined : decritPar}
            onChange={(e) => {
              setSaisie(e.target.value);
              const nouvelle = entierEntre(e.target.value, min, max);
              if (nouvelle !== null) onChange(nouvelle);
            }}
          />
          <span aria-hidden="true">{unite}</span>
        </span>
        <Francais>
          <Slider
            className="p-glissiere"
            aria-label={`${libelle}, glissière`}
            value={courante}
            minValue={min}
            maxValue={max}
            step={1}
            onChange={(nouvelle) => {
              // Arrow keys move by one step of the scale; the pointer lands on the nearest step.
              const voisine = Math.abs(nouvelle - courante) === 1;
              const voulue = voisine
                ? courante + (nouvelle > courante ? pas : -pas)
                : Math.round(nouvelle / pas) * pas;
              setSaisie(null);
              onChange(Math.min(max, Math.max(min, voulue)));
            }}
          >
            <SliderTrack className="p-glissiere__rail">
              <span
                className="p-glissiere__plein"
                style={{ inlineSize: `calc(${part}% + 12px)` }}
              />
              <SliderThumb className="p-glissiere__poignee" />
            </SliderTrack>
          </Slider>
        </Francais>
      </div>
      {erreur && (
        <p id={`${id}-erreur`} className="p-champ__erreur">
          {erreur}
        </p>
      )}
    </div>
  );
}
