import { type ReactNode, useId } from 'react';
import { classes } from './classes.js';

export interface ChampProps {
  libelle: string;
  valeur: string;
  onChange: (valeur: string) => void;
  aide?: ReactNode;
  /** What is wrong and what to do; the field is then marked invalid. */
  erreur?: ReactNode;
  multiligne?: boolean;
  /** Height of a multi-line field, in lines. */
  lignes?: number;
  /** Longest text accepted; shown as a counter, never cut while typing. */
  longueurMax?: number;
  type?: 'text' | 'url' | 'search' | 'email' | 'number' | 'date' | 'time';
  nom?: string;
  requis?: boolean;
  lectureSeule?: boolean;
  autoComplete?: string;
  placeholder?: string;
  onBlur?: () => void;
}

export function Champ({
  libelle,
  valeur,
  onChange,
  aide,
  erreur,
  multiligne = false,
  lignes = 5,
  longueurMax,
  type = 'text',
  nom,
  requis = false,
  lectureSeule = false,
  autoComplete,
  placeholder,
  onBlur,
}: ChampProps): ReactNode {
  const id = useId();
  const reste = longueurMax === undefined ? undefined : longueurMax - valeur.length;
  const trop = reste !== undefined && reste < 0;
  const decritPar = classes(
    aide !== undefined && `${id}-aide`,
    erreur !== undefined && `${id}-erreur`,
    reste !== undefined && `${id}-reste`,
  );
  const commun = {
    id,
    name: nom,
    value: valeur,
    required: requis,
    readOnly: lectureSeule,
    autoComplete,
    placeholder,
    onBlur,
    className: 'p-saisie',
    'aria-invalid': erreur !== undefined || trop ? true : undefined,
    'aria-describedby': decritPar === '' ? undefined : decritPar,
  } as const;
  return (
    <div className="p-champ">
      <label htmlFor={id}>
        {libelle}
        {!requis && <span className="p-champ__facultatif"> (facultatif)</span>}
      </label>
      {aide !== undefined && (
        <p id={`${id}-aide`} className="p-champ__aide">
          {aide}
        </p>
      )}
      {multiligne ? (
        <textarea {...commun} rows={lignes} onChange={(e) => onChange(e.target.value)} />
      ) : (
        <input {...commun} type={type} onChange={(e) => onChange(e.target.value)} />
      )}
      {erreur !== undefined && (
        <p id={`${id}-erreur`} className="p-champ__erreur">
          {erreur}
        </p>
      )}
      {reste !== undefined && (
        <p id={`${id}-reste`} className={classes('p-champ__reste', trop && 'p-champ__erreur')}>
          {trop
            ? `${-reste} ${reste === -1 ? 'caractère' : 'caractères'} de trop, sur ${longueurMax}`
            : `${reste} ${reste < 2 ? 'caractère restant' : 'caractères restants'}`}
        </p>
      )}
    </div>
  );
}
