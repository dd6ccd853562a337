import { DATE_DEMONSTRATION } from '@passerelle/demo-data';
import type { Partenaire } from '@passerelle/identity';
import type { Feature } from '../app/feature.js';
import { jourAParis, jourCourant } from '../app/jour-courant.js';
import type { SubgraphConfig } from '../config/subgraph-config.js';
import { refusDuSuivi, suiviPostgresReader } from '../suivi/index.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { chiffresDuTerritoire } from './blocs/chiffres.js';
import { contrePropositionsEnAttente } from './blocs/contre-propositions.js';
import { contributionsEnAttente, publicationsRecentes } from './blocs/contributions.js';
import { decisionsAValider, decisionsEnRetard } from './blocs/decisions.js';
import { notificationsNonLues } from './blocs/notifications.js';
import { seancesDeLaSemaine } from './blocs/seances.js';
import { createCourrier } from './courrier/courrier.js';
import type { Abonne } from './domain/abonne.js';
import { ecrireLettre, jourEnMots } from './domain/ecrire-lettre.js';
import { LETTRE_REFUS } from './domain/lettre.errors.js';
import { lettreResolver } from './graphql/lettre.resolvers.js';
import { CreerLettre1795305600910 } from './postgres/lettre.migration.js';
import { registreDesLettres } from './postgres/registre-des-lettres.js';
import { preparerLettre } from './use-cases/preparer-lettre.js';
import { createRecevoirMaintenant } from './use-cases/recevoir-maintenant.js';
import { createTournee } from './use-cases/tournee.js';

/**
 * The letter of Monday: what the house's own service tells its agents at 7:00 in Paris, if they
 * asked for it.
 */
export function lettre(partenaire: Partenaire, config: SubgraphConfig): Feature {
  const maison = MAISONS[partenaire];
  return {
    migrations: [CreerLettre1795305600910],
    graph: ({ database, graphe, log }) => {
      const registre = registreDesLettres(database);
      const courrier = createCourrier(config.courriel, config.dossier);
      const onEchec = (error: unknown): void => log.warn({ err: error }, 'letter not sent');
      const lecteurs = [
        seancesDeLaSemaine,
        decisionsAValider(partenaire),
        decisionsEnRetard(partenaire),
        contributionsEnAttente(partenaire),
        contrePropositionsEnAttente(partenaire),
        notificationsNonLues({ maison: partenaire, database, reader: suiviPostgresReader }),
        publicationsRecentes,
        chiffresDuTerritoire,
      ];
      const envoyer = async (abonne: Abonne, lundi: string): Promise<void> => {
        const preparee = await preparerLettre(
          {
            lecteurs,
            async demander(document, variables) {
              if (graphe === null) throw new Error('no gateway is configured for this service');
              return (await graphe.demander(document, variables)).data;
            },
            onEchec: (bloc, error) => log.warn({ bloc, err: error }, 'part of a letter not read'),
            demonstration: config.demonstration
              ? `Données de démonstration arrêtées au ${jourEnMots(DATE_DEMONSTRATION)}.`
              : null,
          },
          abonne,
          { lundi, jour: jourCourant(config) },
        );
        await courrier.envoyer(abonne.courriel, ecrireLettre(preparee, config.courriel.portail));
      };
      const maintenant = (): Date => new Date();
      const tournee = createTournee({ registre, envoyer, maintenant, onEchec });
      return {
        resolvers: [
          lettreResolver({
            maison,
            recevoir: createRecevoirMaintenant({
              registre,
              envoyer: (abonne) => envoyer(abonne, jourAParis(maintenant())),
              maintenant,
              sansAdresse: refusDuSuivi('LETTRE_SANS_ADRESSE'),
              onEchec,
            }),
          }),
        ],
        tache: {
          demarrer: () => tournee.demarrer(),
          async arreter() {
            await tournee.arreter();
            courrier.fermer();
          },
        },
      };
    },
    codes: [],
    refus: LETTRE_REFUS,
  };
}
