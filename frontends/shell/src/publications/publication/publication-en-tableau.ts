import { celluleJour, type TableauAExporter } from '@passerelle/portal-kit';
import type { ResumeDePublication } from '@passerelle/publication';
import { dansLOrdre, nomEditeur } from '../commun/editeurs.js';
import { heureDeParis } from '../commun/heure-de-paris.js';
import { decrireCible } from '../etat/cible.js';
import type { AcquittementRecu } from '../registre/lire-resume.js';

/** What a publication holds, house by house. */
export function revisionsEnTableau({ numero, partenaires }: ResumeDePublication): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Publication' },
      { titre: 'Maison', largeur: 20 },
      { titre: 'Révision du schéma' },
      { titre: 'Empreinte du schéma', largeur: 70 },
      { titre: 'Version du module' },
      { titre: 'Révision du module' },
      { titre: 'Canari', largeur: 40 },
    ],
    lignes: dansLOrdre(partenaires, ({ partenaire }) => partenaire).map(
      ({ partenaire, schema, module, canari }) => [
        numero,
        nomEditeur(partenaire),
        schema?.revision ?? null,
        schema?.empreinte ?? 'aucun',
        module?.version ?? 'aucun',
        module?.revision ?? null,
        canari === null ? 'aucun' : `version ${canari.version}, pour ${decrireCible(canari.cible)}`,
      ],
    ),
  };
}

export function acquittementsEnTableau(
  acquittements: readonly AcquittementRecu[],
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Publication' },
      { titre: 'Passerelle', largeur: 30 },
      { titre: 'Réponse' },
      { titre: 'Code', largeur: 24 },
      { titre: 'Message', largeur: 60 },
      { titre: 'Le' },
      { titre: 'Heure (Paris)' },
      { titre: 'De la réception au service (ms)', largeur: 18 },
    ],
    lignes: acquittements.map(({ numero, passerelle, statut, code, message, le, dureeMs }) => [
      numero,
      passerelle,
      statut === 'SERVIE' ? 'servie' : 'refusée',
      code ?? '',
      message ?? '',
      celluleJour(le),
      heureDeParis(le),
      Math.round(dureeMs),
    ]),
  };
}
