import type {
  Etat,
  Rapport,
  ResultatPublication,
  ResumeDePublication,
} from '@passerelle/publication';

export const EMPREINTE = `sha256:${'3f9c1d7ab2'.repeat(6)}abcd`;
const MINUTE_MS = 60_000;

/** Instant some minutes before now. */
export function ilYA(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE_MS).toISOString();
}

export function unEtat(autres: Partial<Etat> = {}): Etat {
  return {
    canal: 'production',
    numero: 12,
    publieeLe: ilYA(30),
    carte: 2,
    partenaires: [
      {
        partenaire: 'region',
        schema: {
          revision: 5,
          empreinte: EMPREINTE,
          url: 'https://graphe.region-hauts-de-france.example/sous-graphes/region/graphql',
          publieLe: ilYA(30),
          par: 'jeton region-ci',
          commit: '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432',
          derive: { constateeLe: ilYA(1), statut: 'CONFORME', message: '' },
        },
        module: {
          revision: 7,
          version: '1.3.0',
          publieLe: ilYA(90),
          par: 'jeton region-ci',
          commit: null,
        },
        canari: {
          revision: 8,
          version: '1.4.0',
          publieLe: ilYA(20),
          cible: { roles: ['charge-de-mission'], organisations: [] },
          montages: 1_412,
          erreurs: 3,
        },
      },
      {
        partenaire: 'etat',
        schema: {
          revision: 3,
          empreinte: EMPREINTE,
          url: 'https://graphe.etat.example/graphql',
          publieLe: ilYA(5_000),
          par: 'jeton etat-ci',
          commit: null,
          derive: {
            constateeLe: ilYA(2),
            statut: 'DERIVE',
            message: 'Le service répond avec l’empreinte sha256:aaaa',
          },
        },
        module: null,
        canari: null,
      },
    ],
    commun: {
      coquille: { revision: 4, version: '0.9.0', publieLe: ilYA(10_000) },
      partages: null,
    },
    passerelles: [
      { passerelle: 'passerelle-1', numero: 12, vueLe: ilYA(0), connectee: true, alarme: null },
      {
        passerelle: 'passerelle-2',
        numero: 11,
        vueLe: ilYA(0),
        connectee: true,
        alarme: {
          code: 'SIGNATURE_INVALIDE',
          message: 'La signature de la publication n’est d’aucune clé connue.',
          le: ilYA(4),
        },
      },
    ],
    ...autres,
  };
}

export function unRapport(autres: Partial<Rapport> = {}): Rapport {
  return {
    genre: 'schema',
    editeur: 'region',
    canal: 'production',
    surPublication: 11,
    accepte: false,
    constats: [
      {
        code: 'CHAMP_RETIRE',
        gravite: 'REFUS',
        famille: 'rupture',
        coordonnee: 'Instance.type',
        lieu: { ligne: 42, colonne: 3 },
        message: 'Le champ « Instance.type » est retiré alors que des clients le demandent.',
        remede: 'Dépréciez-le avec une date de retrait.',
        accordDe: 'etat',
        usages: [
          {
            genre: 'MODULE',
            client: 'module-etat',
            version: '14',
            operation: 'PageInstances',
            vuLe: ilYA(1_500),
            certitude: 'CERTAINE',
          },
        ],
      },
      {
        code: 'DESCRIPTION_MANQUANTE',
        gravite: 'AVERTISSEMENT',
        famille: 'regle',
        coordonnee: 'Formation.sigle',
        message: 'Le champ « Formation.sigle » n’a pas de description.',
        remede: '',
        usages: [],
      },
    ],
    changements: [
      {
        code: 'CHAMP_RETIRE',
        coordonnee: 'Instance.type',
        severite: 'CASSANT',
        message: 'Le champ « Instance.type » est retiré.',
      },
      {
        code: 'CHAMP_AJOUTE',
        coordonnee: 'Formation.sigle',
        severite: 'SANS_RISQUE',
        message: 'Le champ « Formation.sigle » (String) est ajouté.',
      },
    ],
    dureeMs: 41,
    ...autres,
  };
}

export function unResume(autres: Partial<ResumeDePublication> = {}): ResumeDePublication {
  const { partenaires, commun, carte } = unEtat();
  return {
    canal: 'production',
    numero: 12,
    publieeLe: ilYA(30),
    par: 'jeton region-ci',
    commit: '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432',
    resume: 'Schéma publié : révision 5.',
    motif: null,
    precedente: 11,
    suivante: null,
    differences: [
      {
        editeur: 'region',
        quoi: 'schema',
        avant: 4,
        apres: 5,
        changements: unRapport().changements,
      },
    ],
    carte,
    partenaires,
    commun,
    acquittements: [
      {
        canal: 'production',
        numero: 12,
        passerelle: 'passerelle-1',
        statut: 'SERVIE',
        dureeMs: 84,
        le: ilYA(29),
      },
      {
        canal: 'production',
        numero: 12,
        passerelle: 'passerelle-2',
        statut: 'REFUSEE',
        code: 'SIGNATURE_INVALIDE',
        message: 'La signature n’est d’aucune clé connue.',
        dureeMs: 3,
        le: ilYA(29),
      },
    ],
    ...autres,
  };
}

export function unResultat(autres: Partial<ResultatPublication> = {}): ResultatPublication {
  return {
    publie: true,
    inchange: false,
    canal: 'production',
    numero: 13,
    revision: 4,
    empreinte: null,
    rapport: unRapport({ genre: 'retour', accepte: true, constats: [], changements: [] }),
    ...autres,
  };
}
