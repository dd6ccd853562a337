import { Cloud, CloudLightning, CloudSun, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.js';
import { LIBELLES_METEO, type Meteo, TONS_METEO, type Ton } from './meteo.js';

export interface PastilleProps {
  children: ReactNode;
  ton?: Ton;
  icone?: ReactNode;
}

/** A short state in words; the colour only repeats what the word says. */
export function Pastille({ children, ton = 'neutre', icone }: PastilleProps): ReactNode {
  return (
    <span className={classes('p-pastille', `p-pastille--${ton}`)}>
      {icone}
      {children}
    </span>
  );
}

const ICONES = { SOLEIL: Sun, COUVERT: CloudSun, NUAGE: Cloud, ORAGE: CloudLightning } as const;

export interface PastilleMeteoProps {
  meteo: Meteo;
  /** Icon and word without a background, for dense tables. */
  discrete?: boolean;
}

/** The météo of a contribution: icon, word and tone. */
export function PastilleMeteo({ meteo, discrete = false }: PastilleMeteoProps): ReactNode {
  const Icone = ICONES[meteo];
  const icone = <Icone size={15} aria-hidden="true" />;
  if (!discrete) {
    return (
      <Pastille ton={TONS_METEO[meteo]} icone={icone}>
        {LIBELLES_METEO[meteo]}
      </Pastille>
    );
  }
  return (
    <span className={classes('p-meteo', `p-meteo--${TONS_METEO[meteo]}`)}>
      {icone}
      {LIBELLES_METEO[meteo]}
    </span>
  );
}
