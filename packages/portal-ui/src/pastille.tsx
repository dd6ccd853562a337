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

/** The météo of a contribution: icon, word and tone. */
export function PastilleMeteo({ meteo }: { meteo: Meteo }): ReactNode {
  const Icone = ICONES[meteo];
  return (
    <Pastille ton={TONS_METEO[meteo]} icone={<Icone size={15} aria-hidden="true" />}>
      {LIBELLES_METEO[meteo]}
    </Pastille>
  );
}
