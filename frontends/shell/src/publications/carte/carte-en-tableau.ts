import { celluleJour, type TableauAExporter } from '@passerelle/portal-kit';
import type { EtatDeDemandeCarte } from '@passerelle/publication';
import { nomEditeur } from '../commun/editeurs.js';
import type { CarteLue, LigneDeCarte } from '../registre/lire-carte.js';

/** The lines of the map that the filters keep; the agreements given, on their own sheet. */
export function carteEnTableau(
  lignes: readonly LigneDeCarte[],
  { revision, accords }: Pick<CarteLue, 'revision' | 'accords'>,
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Type ou champ', largeur: 44 },
      { titre: 'Nature', largeur: 20 },
      { titre: 'Responsable', largeur: 34 },
      { titre: 'Clés', largeur: 30 },
      { titre: 'Révision de la carte', largeur: 12 },
    ],
    lignes: lignes.map(({ nom, nature, partenaire, cles }) => [
      nom,
      nature,
      partenaire === null ? 'toutes les maisons, à l’identique' : nomEditeur(partenaire),
      cles.join(', '),
      revision,
    ]),
    autresFeuilles: [
      {
        nom: 'Accords donnés',
        colonnes: [
          { titre: 'Maison', largeur: 24 },
          { titre: 'Accord', largeur: 20 },
          { titre: 'Type ou champ', largeur: 44 },
        ],
        lignes: accords.map(({ nature, coordonnee, beneficiaire }) => [
          nomEditeur(beneficiaire),
          AUTORISATIONS[nature] ?? nature,
          coordonnee,
        ]),
      },
    ],
  };
}

/** What an agreement lets another house do. */
export const AUTORISATIONS: Readonly<Record<string, string>> = {
  OVERRIDE: 'peut reprendre',
  SHAREABLE: 'peut aussi définir',
  PROVIDES: 'peut fournir',
  REQUIRES: 'peut lire pour calculer',
};

const STATUTS = {
  EN_ATTENTE: 'en attente',
  APPLIQUEE: 'appliquée',
  REFUSEE: 'refusée',
  EXPIREE: 'expirée',
} as const;
const DECISIONS = { EN_ATTENTE: 'attendue', ACCORD: 'accord', REFUS: 'refus' } as const;

/** The changes that are asked, with what each house answered. */
export function demandesEnTableau(demandes: readonly EtatDeDemandeCarte[]): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Demande', largeur: 14 },
      { titre: 'Le' },
      { titre: 'Maison', largeur: 20 },
      { titre: 'Par', largeur: 30 },
      { titre: 'Changements', largeur: 60 },
      { titre: 'Motif', largeur: 50 },
      { titre: 'Urgence' },
      { titre: 'État' },
      { titre: 'Expire le' },
      { titre: 'Réponses des maisons', largeur: 50 },
    ],
    lignes: demandes.map((demande) => [
      demande.id,
      celluleJour(demande.demandeeLe),
      nomEditeur(demande.editeur),
      demande.par,
      demande.changements.join(' ; '),
      demande.motif,
      demande.urgence,
      STATUTS[demande.statut],
      celluleJour(demande.expireLe),
      demande.accords
        .map(({ partenaire, decision }) => `${nomEditeur(partenaire)} : ${DECISIONS[decision]}`)
        .join(' ; '),
    ]),
  };
}
