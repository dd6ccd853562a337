import { createContext } from 'react';

/** The civil day whose names of houses are shown; null shows those of the signature. */
export const JourDesNoms = createContext<string | null>(null);
