import {
  celluleJour,
  nAPasRepondu,
  nomPartenaire,
  partenaireDuGraphe,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import { PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import type { AvenantCompletFragment, TexteDeVersionQuery } from '../generated/graphql.js';
import type { Accord } from '../protocole/originaux.js';
import { direDuTexte, nomDuPassage } from './libelles-du-texte.js';

type TexteLu = NonNullable<NonNullable<TexteDeVersionQuery['protocole']>['texte']>;

/** The engagements as one version of the text words them. */
export function texteEnTableau({ numero, engagements }: TexteLu): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Version du texte' },
      { titre: 'Engagement', largeur: 12 },
      { titre: 'Libellé', largeur: 80 },
      { titre: 'Échéance' },
      { titre: 'Pilote', largeur: 20 },
      { titre: 'Copilotes', largeur: 30 },
      { titre: 'Retiré, dernier jour', largeur: 18 },
    ],
    lignes: engagements.map(({ code, libelle, echeance, pilote, copilotes, retireLe }) => [
      numero,
      code,
      libelle,
      celluleJour(echeance),
      nomPartenaire(partenaireDuGraphe(pilote)),
      copilotes.map((maison) => nomPartenaire(partenaireDuGraphe(maison))).join(', '),
      celluleJour(retireLe),
    ]),
  };
}

export interface VersionTenue {
  numero: number;
  nature: string;
  enVigueurLe: string;
  accord: Accord;
  tenus: readonly {
    maison: Partenaire;
    /** False: the house did not answer. */
    lue: boolean;
    original: { empreinte: string; conforme: boolean } | null;
  }[];
}

const ACCORDS = {
  identiques: 'identiques',
  differents: 'différents',
  'identiques-lus': 'comparaison incomplète',
  illisibles: 'comparaison incomplète',
} as const;

/** Whole hashes, version by version: what the page abridges. */
export function originauxEnTableau(versions: readonly VersionTenue[]): TableauAExporter {
  const absentes = PARTENAIRES.filter((maison) =>
    versions.some(({ tenus }) => tenus.some((tenu) => tenu.maison === maison && !tenu.lue)),
  );
  return {
    colonnes: [
      { titre: 'Version' },
      { titre: 'Nature', largeur: 24 },
      { titre: 'En vigueur le' },
      ...PARTENAIRES.flatMap((maison) => [
        { titre: `${nomPartenaire(maison)} : empreinte`, largeur: 70 },
        { titre: `${nomPartenaire(maison)} : texte conforme` },
      ]),
      { titre: 'Comparaison', largeur: 24 },
    ],
    lignes: versions.map(({ numero, nature, enVigueurLe, accord, tenus }) => [
      numero,
      nature,
      celluleJour(enVigueurLe),
      ...PARTENAIRES.flatMap((maison) => {
        const tenu = tenus.find((un) => un.maison === maison);
        if (!tenu?.lue) return ['non lu', null];
        return tenu.original
          ? [tenu.original.empreinte, tenu.original.conforme]
          : ['pas encore reçue', null];
      }),
      ACCORDS[accord.nature],
    ]),
    remarques: absentes.map(nAPasRepondu),
  };
}

/** What an avenant changes, before and after. */
export function changementsEnTableau({
  numero,
  objet,
  changements,
  demonstration,
}: AvenantCompletFragment): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Avenant' },
      { titre: 'Objet', largeur: 50 },
      { titre: 'Passage', largeur: 30 },
      { titre: 'Avant', largeur: 70 },
      { titre: 'Après', largeur: 70 },
      { titre: 'Démonstration' },
    ],
    lignes: changements.map(({ sujet, champ, avant, apres }) => [
      numero,
      objet,
      nomDuPassage(sujet, champ),
      direDuTexte(champ, avant),
      direDuTexte(champ, apres),
      demonstration,
    ]),
  };
}
