import { COMMUN, type Constat, type ManifesteDeModule } from '@passerelle/publication';
import type { CanalVivant, ModuleVivant } from '../../canal-vivant.js';
import { constatDeModule } from './constat-de-module.js';
import type { LotLu } from './lire-lot.js';

const CHEMIN = /^(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)+$/;

/** First steps of the gateway's own addresses, and of the shell's pages that no manifest names. */
export const CHEMINS_RESERVES: readonly string[] = [
  '/accessibilite',
  '/aide',
  '/connexion',
  '/coquille',
  '/deconnexion',
  '/donnees-personnelles',
  '/graphql',
  '/mentions-legales',
  '/metrics',
  '/modules',
  '/partages',
  '/portail',
  '/protocole',
  '/publications',
  '/registre',
  '/sante',
  '/session',
  '/territoires',
];

/** Slots of the shell's pages, as portal-kit names them. */
export const EMPLACEMENTS_CONNUS: readonly string[] = [
  'accueil.attente',
  'avenant.validation',
  'engagement.contribution',
  'engagement.fiches',
  'fiche.actes',
  'protocole.tableur',
  'seance.participation',
  'territoire.fiche',
];

/** The module's addresses, navigation and slots, beside everyone else's. */
export function constatsDePlace(lot: LotLu, vivant: CanalVivant): Constat[] {
  if (lot.manifeste.genre === 'partages') return [];
  const { valeur } = lot.manifeste;
  return [
    ...constatsDeRoute(lot, valeur, vivant),
    ...constatsDeNavigation(lot, valeur),
    ...valeur.emplacements
      .filter((nom) => !EMPLACEMENTS_CONNUS.includes(nom))
      .map((nom) =>
        constatDeModule(
          'EMPLACEMENT_INCONNU',
          `Aucune page n’a d’emplacement « ${nom} » : rien n’y sera montré.`,
          `Les emplacements sont ${EMPLACEMENTS_CONNUS.join(', ')}.`,
          { gravite: 'AVERTISSEMENT' },
        ),
      ),
  ];
}

function constatsDeRoute(
  { editeur, lot }: LotLu,
  { routes }: ManifesteDeModule,
  { modules }: CanalVivant,
): Constat[] {
  const pris = [
    ...modules
      .filter(({ partenaire }) => partenaire !== editeur)
      .flatMap(({ partenaire, manifeste }) =>
        manifeste.routes.map(({ chemin }) => ({ chemin, a: partenaire })),
      ),
    ...(lot === 'module' ? CHEMINS_RESERVES.map((chemin) => ({ chemin, a: COMMUN })) : []),
  ];
  return routes.flatMap(({ chemin }): Constat[] => {
    const estRacine = lot === 'coquille' && chemin === '/';
    if (!estRacine && !CHEMIN.test(chemin)) {
      return [
        constatDeModule(
          'ROUTE_MAL_FORMEE',
          `« ${chemin.slice(0, 200)} » n’est pas une adresse de page.`,
          'Écrivez-la en minuscules sans accent, par exemple « /formations ».',
        ),
      ];
    }
    const autre = pris.find((each) => seTouchent(chemin, each.chemin));
    if (autre === undefined) return [];
    return [
      constatDeModule(
        'ROUTE_D_AUTRUI',
        autre.a === COMMUN
          ? `« ${chemin} » est une adresse du portail lui-même.`
          : `« ${chemin} » est une adresse du module de « ${autre.a} » (${autre.chemin}).`,
        `Choisissez une autre adresse, par exemple « ${chemin}-${editeur} ».`,
        { accordDe: autre.a },
      ),
    ];
  });
}

function constatsDeNavigation(
  { lot }: LotLu,
  { routes, navigation }: ManifesteDeModule,
): Constat[] {
  const siennes = new Set(routes.map(({ chemin }) => chemin));
  return navigation.flatMap(({ chemin }): Constat[] => {
    const [page = ''] = chemin.split(/[?#]/);
    const estSienne = [...siennes].some((route) => page === route || page.startsWith(`${route}/`));
    if (estSienne || lot === 'coquille') return [];
    return [
      constatDeModule(
        'NAVIGATION_HORS_ROUTE',
        `La navigation mène à « ${chemin.slice(0, 200)} », qui n’est pas une adresse du module.`,
        'Menez à une de ses « routes ».',
      ),
    ];
  });
}

/** Two houses' modules that would answer at one address: one of them came while the other was away. */
export function conflitsDeRoute(modules: readonly ModuleVivant[]): Constat[] {
  const routes = modules.flatMap(({ partenaire, manifeste }) =>
    manifeste.routes.map(({ chemin }) => ({ chemin, a: partenaire })),
  );
  return routes.flatMap((une, rang) =>
    routes
      .slice(rang + 1)
      .filter((autre) => autre.a !== une.a && seTouchent(une.chemin, autre.chemin))
      .map((autre) =>
        constatDeModule(
          'ROUTE_D_AUTRUI',
          `« ${une.chemin} » de « ${une.a} » et « ${autre.chemin} » de « ${autre.a} » seraient à la même adresse.`,
          'Revenez à une révision dont les adresses sont libres.',
          { accordDe: autre.a },
        ),
      ),
  );
}

/** The same page, or one below the other; `/` is only itself. */
function seTouchent(a: string, b: string): boolean {
  if (a === '/' || b === '/') return a === b;
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
