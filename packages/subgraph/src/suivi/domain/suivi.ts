/** Kinds of things that an agent may follow. */
export const GenreSuivi = {
  ENGAGEMENT: 'ENGAGEMENT',
  INSTANCE: 'INSTANCE',
  SEANCE: 'SEANCE',
  DECISION: 'DECISION',
  FICHE: 'FICHE',
  TERRITOIRE: 'TERRITOIRE',
  INDICATEUR: 'INDICATEUR',
} as const;
export type GenreSuivi = keyof typeof GenreSuivi;

/** One thing of the graph: its kind and its key there (« E07 », « ARRONDISSEMENT:596 »). */
export interface Sujet {
  readonly genre: GenreSuivi;
  readonly cle: string;
}

export interface Suivi extends Sujet {
  readonly depuis: Date;
}

/** What the house keeps of one agent, who alone may read it. */
export interface Carnet {
  /** Whether the letter of Monday is wanted. */
  readonly lettre: boolean;
  readonly courriel: string | null;
  readonly derniereVisite: Date | null;
  /** The visit before the present one: what moved since then is new. */
  readonly visitePrecedente: Date | null;
}

export const CARNET_VIDE: Carnet = {
  lettre: false,
  courriel: null,
  derniereVisite: null,
  visitePrecedente: null,
};

/** A list's filters under a name, to come back to them. */
export interface FiltreEnregistre {
  readonly id: string;
  /** Path of the page: « /decisions ». */
  readonly page: string;
  readonly nom: string;
  /** Query of the address, without its question mark. */
  readonly recherche: string;
}

const FORMES: Readonly<Record<GenreSuivi, RegExp>> = {
  ENGAGEMENT: /^E\d{2}$/,
  INSTANCE: /^[a-z]{3,4}-[0-9a-z]{2,9}$/,
  SEANCE: /^[a-z]{3,4}-[0-9a-z]{2,9}:\d{4}-\d{2}-\d{2}[a-z]?$/,
  DECISION: /^[a-z]{3,4}-[0-9a-z]{2,9}:\d{4}-\d{2}-\d{2}[a-z]?:\d{1,4}$/,
  FICHE: /^(?:etat|region|pole-emploi):[a-z0-9-]{1,80}$/,
  TERRITOIRE: /^(?:REGION|DEPARTEMENT|ARRONDISSEMENT|EPCI|COMMUNE):[0-9][0-9A-Z]{0,8}$/,
  INDICATEUR: /^(?:etat|region|pole-emploi):[a-z0-9][a-z0-9-]{0,59}$/,
};

/** Whether the key has the shape of its kind; the thing itself may be another house's. */
export function estSujet({ genre, cle }: Sujet): boolean {
  return FORMES[genre].test(cle);
}

/** Page of the portal that shows the thing. */
export function cheminDe({ genre, cle }: Sujet): string {
  const segment = encodeURIComponent(cle).replaceAll('%3A', ':');
  switch (genre) {
    case 'ENGAGEMENT':
      return `/protocole/${segment}`;
    case 'INSTANCE':
      return `/instances/${segment}`;
    case 'SEANCE':
      return `/seances/${segment}`;
    case 'DECISION': {
      const rang = segment.lastIndexOf(':');
      return `/seances/${segment.slice(0, rang)}#decision-${segment.slice(rang + 1)}`;
    }
    case 'FICHE':
      return `/fiches/${segment.replace(':', '/')}`;
    case 'TERRITOIRE': {
      const [maille = '', code = ''] = segment.split(':');
      return `/territoires/${maille.toLowerCase()}/${code}`;
    }
    case 'INDICATEUR':
      return `/indicateurs/${segment.replace(':', '/')}`;
  }
}
