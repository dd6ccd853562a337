import type { Rapport, ResultatPublication } from '@passerelle/publication';

export function unRapport(rapport: Partial<Rapport> = {}): Rapport {
  return {
    genre: 'schema',
    editeur: 'region',
    canal: 'production',
    surPublication: 41,
    accepte: true,
    constats: [],
    changements: [],
    dureeMs: 12,
    ...rapport,
  };
}

export function unResultat(resultat: Partial<ResultatPublication> = {}): ResultatPublication {
  return {
    publie: true,
    inchange: false,
    canal: 'production',
    numero: 42,
    revision: 7,
    empreinte: `sha256:${'a'.repeat(64)}`,
    rapport: unRapport(),
    ...resultat,
  };
}

/** A field of another partner's taken: the finding with everything in it. */
export function unRapportRefuse(): Rapport {
  return unRapport({
    accepte: false,
    constats: [
      {
        code: 'LINT_DESCRIPTION',
        gravite: 'AVERTISSEMENT',
        famille: 'regle',
        coordonnee: 'Formation.duree',
        lieu: { ligne: 12, colonne: 3 },
        message: 'Ce champ n’a pas de description.',
        remede: 'Décrivez-le en une phrase.',
      },
      {
        code: 'TYPE_D_UN_AUTRE',
        gravite: 'REFUS',
        famille: 'responsabilite',
        coordonnee: 'Instance.type',
        lieu: { ligne: 31, colonne: 1 },
        message: 'Le type Instance appartient à l’État.',
        remede: 'Contribuez instanceRegion, qui peut être nul.',
        accordDe: 'etat',
        usages: [
          {
            genre: 'CLIENT',
            client: 'module-etat',
            version: '12',
            operation: 'FicheInstance',
            vuLe: '2026-11-21T08:30:00.000Z',
            certitude: 'CERTAINE',
          },
        ],
      },
    ],
    changements: [
      {
        code: 'CHAMP_AJOUTE',
        coordonnee: 'Formation.duree',
        severite: 'SANS_RISQUE',
        message: 'Le champ duree apparaît.',
      },
      {
        code: 'CHAMP_AJOUTE',
        coordonnee: 'Formation.niveau',
        severite: 'SANS_RISQUE',
        message: 'Le champ niveau apparaît.',
      },
    ],
  });
}
