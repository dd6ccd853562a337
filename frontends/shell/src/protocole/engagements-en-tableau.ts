import { celluleJour, nomPartenaire, type TableauAExporter } from '@passerelle/portal-kit';
import { LIBELLES_METEO, PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import { dernierMouvement, immobilite, type LigneDeSuivi, type Suivi } from './suivi.js';

/** What each house published on each engagement, as the list on screen keeps and orders them. */
export function engagementsEnTableau(
  lignes: readonly LigneDeSuivi[],
  {
    maisons,
    enjeux,
    commentaires,
    aujourdhui,
  }: {
    /** Houses whose publications count as a move. */
    maisons: readonly Partenaire[];
    /** Wordings by number. */
    enjeux: ReadonlyMap<number, string>;
    /** By code of engagement: the last published words of each house. */
    commentaires: ReadonlyMap<string, Readonly<Partial<Record<Partenaire, string | null>>>>;
    aujourdhui: Date;
  },
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Code', largeur: 8 },
      { titre: 'Engagement', largeur: 60 },
      { titre: 'Enjeu', largeur: 8 },
      { titre: 'Libellé de l’enjeu', largeur: 40 },
      { titre: 'Pilote' },
      { titre: 'Copilotes', largeur: 24 },
      { titre: 'Échéance' },
      { titre: 'Retiré, dernier jour' },
      ...PARTENAIRES.flatMap((maison) => {
        const nom = nomPartenaire(maison);
        return [
          { titre: `${nom} : contribution`, largeur: 22 },
          { titre: `${nom} : avancement (%)` },
          { titre: `${nom} : météo`, largeur: 20 },
          { titre: `${nom} : publiée le` },
          { titre: `${nom} : commentaire`, largeur: 60 },
        ];
      }),
      { titre: 'Dernier mouvement' },
      { titre: 'Sans publication depuis (jours)', largeur: 20 },
      { titre: 'Libellé de démonstration', largeur: 14 },
    ],
    lignes: lignes.map((ligne) => [
      ligne.code,
      ligne.libelle,
      ligne.enjeu,
      enjeux.get(ligne.enjeu) ?? '',
      nomPartenaire(ligne.pilote),
      ligne.copilotes.map((maison) => nomPartenaire(maison)).join(', '),
      celluleJour(ligne.echeance),
      celluleJour(ligne.retireLe),
      ...PARTENAIRES.flatMap((maison) => {
        const suivi = ligne.suivis[maison];
        const publiee = suivi.nature === 'publie' ? suivi : null;
        return [
          direSuivi(suivi),
          publiee?.avancement ?? null,
          publiee ? LIBELLES_METEO[publiee.meteo] : '',
          celluleJour(publiee?.publieLe),
          publiee ? (commentaires.get(ligne.code)?.[maison] ?? '') : '',
        ];
      }),
      celluleJour(dernierMouvement(ligne, maisons)),
      immobilite(ligne, maisons, aujourdhui)?.jours ?? null,
      !ligne.texteOfficiel,
    ]),
  };
}

function direSuivi(suivi: Suivi): string {
  switch (suivi.nature) {
    case 'publie':
      return suivi.enPreparation ? 'publiée, une suite en préparation' : 'publiée';
    case 'rien':
      return suivi.enPreparation ? 'en préparation' : 'rien de publié';
    case 'indisponible':
      return 'la maison ne répond pas';
    case 'illisible':
      return 'non lue';
  }
}
