import {
  celluleJour,
  contrePropositionsDe,
  type DefinitionLue,
  direPeriode,
  nomPartenaire,
  type TableauAExporter,
  type ValeurLue,
} from '@passerelle/portal-kit';
import { PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import { MASQUE_EN_FICHIER } from './masque-en-fichier.js';

const ISSUES = { RETENUE: 'retenue', ECARTEE: 'écartée' } as const;

/** Period after period: the official value, and beside it what each other house proposes. */
export function serieEnTableau(
  proprietaire: Partenaire,
  { unite, libelle, methode }: DefinitionLue,
  territoire: { maille: string; code: string },
  valeurs: readonly ValeurLue[],
): TableauAExporter {
  const autres = PARTENAIRES.filter((maison) => maison !== proprietaire);
  return {
    colonnes: [
      { titre: 'Indicateur', largeur: 44 },
      { titre: 'Maille' },
      { titre: 'Code du territoire', largeur: 18 },
      { titre: 'Période', largeur: 20 },
      { titre: `Valeur (${unite})` },
      { titre: 'Masqué' },
      { titre: 'Arrêté au' },
      { titre: 'Somme faite ici' },
      { titre: 'Maison' },
      { titre: 'Source', largeur: 40 },
      { titre: 'Méthode', largeur: 60 },
      ...autres.flatMap((maison) => {
        const nom = nomPartenaire(maison);
        return [
          { titre: `${nom} propose (${unite})`, largeur: 20 },
          { titre: `${nom} : motif`, largeur: 40 },
          { titre: `${nom} : méthode`, largeur: 40 },
          { titre: `${nom} : réponse`, largeur: 40 },
        ];
      }),
      { titre: 'Démonstration' },
    ],
    lignes: valeurs.map((valeur) => [
      libelle,
      territoire.maille.toLowerCase(),
      territoire.code,
      direPeriode(valeur.periode),
      valeur.masque ? null : (valeur.valeur ?? null),
      valeur.masque,
      celluleJour(valeur.dateValeur),
      valeur.calculee,
      nomPartenaire(proprietaire),
      valeur.source,
      methode,
      ...autres.flatMap((maison) => {
        const proposition = contrePropositionsDe(valeur).find(
          ({ partenaire }) => partenaire === maison,
        )?.proposition;
        if (!proposition) return [null, '', '', ''];
        const { proposee, motif, reponse } = proposition;
        return [
          proposee,
          motif,
          proposition.methode,
          reponse ? `${ISSUES[reponse.issue]} : ${reponse.motif}` : 'sans réponse',
        ];
      }),
      valeur.demonstration,
    ]),
    remarques: valeurs.some(({ masque }) => masque) ? [MASQUE_EN_FICHIER] : [],
  };
}
