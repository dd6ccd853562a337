import type { Feuille, FeuilleLue, ValeurLue } from '@passerelle/portal-files';
import { LIBELLES_METEO, METEOS } from '@passerelle/portal-ui';
import { LIBELLES_VISIBILITE } from '../contribution/contribution.js';
import { VISIBILITES } from '../contribution/saisie.js';
import type { EngagementDuTableur, LigneDuTableur } from './tableur.js';

const TITRES = {
  engagement: 'Engagement',
  libelle: 'Libellé',
  avancement: 'Avancement (0 à 100)',
  meteo: 'Météo',
  commentaire: 'Commentaire',
  preuve: 'Preuve',
  visibilite: 'Une fois publiée, lue par',
  version: 'Version lue',
} as const;

type Colonne = keyof typeof TITRES;

/** Names of the fields, as errors and changes say them. */
export const NOMS_DES_CHAMPS: Readonly<Record<string, string>> = {
  avancement: 'Avancement',
  meteo: 'Météo',
  commentaire: 'Commentaire',
  preuve: 'Preuve',
  visibilite: 'Lue par',
};

/** The workbook of a house: one line per engagement, what it holds now, lists to choose from. */
export function feuilleDesContributions(engagements: readonly EngagementDuTableur[]): Feuille {
  return {
    nom: 'Contributions',
    colonnes: [
      { titre: TITRES.engagement, largeur: 12, repere: true },
      { titre: TITRES.libelle, largeur: 44, repere: true },
      { titre: TITRES.avancement, largeur: 14, bornes: { min: 0, max: 100 } },
      { titre: TITRES.meteo, largeur: 18, choix: METEOS.map((meteo) => LIBELLES_METEO[meteo]) },
      { titre: TITRES.commentaire, largeur: 60 },
      { titre: TITRES.preuve, largeur: 32 },
      {
        titre: TITRES.visibilite,
        largeur: 18,
        choix: VISIBILITES.map((visibilite) => LIBELLES_VISIBILITE[visibilite].nom),
      },
      { titre: TITRES.version, largeur: 10, repere: true },
    ],
    lignes: engagements.map(({ code, libelle, contribution }) => [
      code,
      libelle,
      contribution?.avancement ?? null,
      contribution ? LIBELLES_METEO[contribution.meteo] : null,
      contribution?.commentaire ?? null,
      contribution?.preuve ?? null,
      contribution ? LIBELLES_VISIBILITE[contribution.visibilite].nom : null,
      contribution?.version ?? 0,
    ]),
  };
}

/** Why a workbook can't be taken for one of contributions. */
export class ClasseurEtranger extends Error {}

/**
 * The lines of a workbook of contributions, whatever the order of its columns; lines without an
 * engagement are left out. What is not one of the lists goes as typed: the owner says what is wrong.
 *
 * @throws ClasseurEtranger when a column that matters is missing
 */
export function lignesDuClasseur(feuilles: readonly FeuilleLue[]): LigneDuTableur[] {
  const feuille = feuilles.find(({ lignes }) => rangDe(lignes[0] ?? [], 'engagement') !== -1);
  const titres = feuille?.lignes[0];
  if (!feuille || !titres) throw manque(TITRES.engagement);
  const rangs = {
    engagement: rangDe(titres, 'engagement'),
    avancement: exiger(titres, 'avancement'),
    meteo: exiger(titres, 'meteo'),
    commentaire: exiger(titres, 'commentaire'),
    preuve: exiger(titres, 'preuve'),
    visibilite: exiger(titres, 'visibilite'),
    version: rangDe(titres, 'version'),
  };
  return feuille.lignes.slice(1).flatMap((ligne, index) => {
    const lire = (colonne: keyof typeof rangs): string | null => texteDe(ligne[rangs[colonne]]);
    const engagement = lire('engagement')?.toUpperCase() ?? null;
    if (engagement === null) return [];
    const version = Number(lire('version') ?? 'inconnue');
    return [
      {
        ligne: index + 2,
        engagement,
        avancement: lire('avancement'),
        meteo: codeDe(lire('meteo'), METEOS, (meteo) => LIBELLES_METEO[meteo]),
        commentaire: lire('commentaire'),
        preuve: lire('preuve'),
        visibilite: codeDe(
          lire('visibilite'),
          VISIBILITES,
          (visibilite) => LIBELLES_VISIBILITE[visibilite].nom,
        ),
        versionAttendue: Number.isInteger(version) ? version : null,
      },
    ];
  });
}

function rangDe(titres: readonly (ValeurLue | undefined)[], colonne: Colonne): number {
  return titres.findIndex(
    (titre) => simplifier(String(titre ?? '')) === simplifier(TITRES[colonne]),
  );
}

function exiger(titres: readonly ValeurLue[], colonne: Colonne): number {
  const rang = rangDe(titres, colonne);
  if (rang === -1) throw manque(TITRES[colonne]);
  return rang;
}

function manque(titre: string): ClasseurEtranger {
  return new ClasseurEtranger(
    `La colonne « ${titre} » manque. Partez du classeur que cette page exporte.`,
  );
}

function texteDe(valeur: ValeurLue | undefined): string | null {
  if (valeur === null || valeur === undefined) return null;
  const texte = String(valeur).trim();
  return texte === '' ? null : texte;
}

function codeDe<Code extends string>(
  saisi: string | null,
  codes: readonly Code[],
  libelle: (code: Code) => string,
): string | null {
  if (saisi === null) return null;
  const vu = simplifier(saisi);
  return codes.find((code) => simplifier(libelle(code)) === vu || simplifier(code) === vu) ?? saisi;
}

function simplifier(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
