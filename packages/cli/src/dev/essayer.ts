import { join } from 'node:path';
import type { Acquittement, Canal } from '@passerelle/publication';
import { echecLocal, SORTIE, type Sortie } from '../echec.js';
import type { Monde } from '../monde.js';
import type { Registre } from '../registre/registre.js';
import type { Dossiers } from './dossiers.js';
import { type ModuleLocal, servirModule } from './module-local.js';
import { demarrerPasserelle } from './passerelle-locale.js';
import type { Plateforme } from './plateforme.js';
import { portLibre } from './port-libre.js';
import { lirePublicationVive } from './publication-vive.js';
import { ouvrirRegistreDEssai } from './registre-essai.js';
import { demarrerService } from './service-local.js';
import { tenirAJour } from './tenir-a-jour.js';

export interface Essai {
  readonly partenaire: string;
  readonly canal: Canal;
  readonly port: number;
  readonly avecModule: boolean;
  readonly dossiers: Dossiers;
  readonly plateforme: Plateforme;
  readonly vrai: Registre;
  /** Asked to end. */
  readonly fin: AbortSignal;
}

const TOUR_MS = 1_000;
const DEMARRAGE_MS = 120_000;

/** The partner's part from this machine, the rest as deployed; until asked to end. */
export async function essayer(monde: Monde, essai: Essai): Promise<Sortie> {
  const { partenaire, canal, dossiers, plateforme, vrai, fin } = essai;
  const dire = (texte: string): void => monde.dire(`${texte}\n`);
  const dossier = join(dossiers.racine, '.passerelle', 'essai', partenaire);
  const vive = await lirePublicationVive(vrai, canal, null);
  if (vive === null) throw new Error('the registry answered « unchanged » to a first question');
  const [port, portAdmin, portService] = [
    await portLibre(essai.port),
    await portLibre(0),
    await portLibre(0),
  ];
  const fermetures: (() => Promise<void>)[] = [];
  let servies = 0;
  try {
    const registre = await ouvrirRegistreDEssai({
      vrai,
      dire: (acquittement) => {
        servies += acquittement.statut === 'SERVIE' ? 1 : 0;
        direRefus(acquittement, dire);
      },
    });
    fermetures.push(() => registre.fermer());
    const variable = partenaire.toUpperCase().replaceAll('-', '_');
    const service = demarrerService({
      dossier: dossiers.service,
      racine: dossiers.racine,
      journaux: join(dossier, 'journaux'),
      origine: `http://127.0.0.1:${portService}`,
      dire: (ligne) => {
        if (ligne.trim() !== '') dire(`[${partenaire}] ${ligne}`);
      },
      env: {
        ...sansJeton(monde.env),
        ...plateforme.service,
        // Its own database, unless one is given: a schema being written must not migrate another's.
        PASSERELLE_DOSSIER: dossier,
        PORT_POSTGRES: monde.env['PORT_POSTGRES'] ?? '0',
        HOTE: '127.0.0.1',
        [`PORT_${variable}`]: String(portService),
      },
    });
    fermetures.push(() => service.arreter());
    const passerelle = demarrerPasserelle({
      script: dossiers.passerelle,
      dossier,
      canal,
      nom: `essai-${partenaire}`,
      port,
      portAdmin,
      registre,
      env: { ...sansJeton(monde.env), ...plateforme.passerelle },
    });
    fermetures.push(() => passerelle.arreter());
    let module: ModuleLocal | null = null;
    if (essai.avecModule && dossiers.module !== null) {
      module = await servirModule({
        dossier: dossiers.module,
        racine: dossiers.racine,
        essai: dossier,
        env: sansJeton(monde.env),
        dire,
      });
      fermetures.push(module.arreter);
    }
    const regarder = tenirAJour(
      {
        partenaire,
        canal,
        vrai,
        essai: registre,
        service,
        surGraphe: async (apiSdl) => module?.suivreLeGraphe(apiSdl),
        dire,
      },
      vive,
    );
    const limite = monde.maintenant().getTime() + DEMARRAGE_MS;
    let annonce = false;
    while (!fin.aborted) {
      await regarder();
      await module?.regarder();
      if (!annonce && servies > 0) {
        annonce = true;
        monde.ecrire(annoncer(essai, port, portService, module));
      }
      if (!passerelle.vit() || (!annonce && monde.maintenant().getTime() > limite)) {
        throw echecLocal(
          SORTIE.USAGE,
          'ESSAI_IMPOSSIBLE',
          passerelle.vit()
            ? 'Le service ou la passerelle d’essai ne démarre pas.'
            : 'La passerelle d’essai s’est arrêtée.',
          `Ce qu’ils ont dit : ${join(dossier, 'journaux')}.`,
        );
      }
      await monde.attendre(TOUR_MS);
    }
    return SORTIE.REUSSI;
  } finally {
    // Together: whoever stopped us may not wait long.
    await Promise.all(fermetures.map((fermer) => fermer()));
  }
}

function annoncer(
  { partenaire, canal, plateforme }: Essai,
  port: number,
  portService: number,
  module: ModuleLocal | null,
): string {
  const local = `http://127.0.0.1:${port}`;
  const surcharge = module && new URLSearchParams({ module: partenaire, url: module.entree });
  return [
    '',
    `De ce poste : le service de ${partenaire}${module ? ' et son module' : ''}. Le reste : déployé sur ${canal}.`,
    `  Graphe   ${local}/graphql`,
    `  Portail  ${local}/`,
    ...(surcharge ? [`  Module   ${local}/portail/surcharges?${surcharge}`] : []),
    `  Service  http://127.0.0.1:${portService}`,
    ...(plateforme.portail
      ? [`Connectez-vous d’abord sur ${plateforme.portail} : la session vaut ici.`]
      : []),
    'Ctrl-C pour finir.',
    '',
  ].join('\n');
}

function direRefus(
  { statut, code = '', message = '' }: Acquittement,
  dire: (texte: string) => void,
): void {
  if (statut === 'REFUSEE') dire(`La passerelle d’essai refuse : ${code} ${message}`);
}

/** The partner's token stays with this command. */
function sansJeton(env: Monde['env']): Record<string, string | undefined> {
  const { PASSERELLE_JETON: _jeton, PASSERELLE_REGISTRE: _registre, ...reste } = env;
  return reste;
}
