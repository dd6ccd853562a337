import { createServer } from 'node:net';
import { echecLocal, SORTIE } from '../echec.js';

/**
 * @param voulu - 0: any
 * @throws Echec when that port is taken
 */
export function portLibre(voulu: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const serveur = createServer();
    serveur.once('error', (cause) =>
      reject(
        echecLocal(
          SORTIE.USAGE,
          'ESSAI_IMPOSSIBLE',
          `Le port ${voulu} est déjà pris.`,
          'Choisissez-en un autre avec --port.',
          { cause },
        ),
      ),
    );
    serveur.listen(voulu, '127.0.0.1', () => {
      const adresse = serveur.address();
      serveur.close(() => {
        resolve(adresse !== null && typeof adresse !== 'string' ? adresse.port : voulu);
      });
    });
  });
}
