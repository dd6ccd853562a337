import { acquittementSchema, type Canal, etatSchema } from '@passerelle/publication';
import { z } from 'zod';
import { SORTIE, type Sortie } from './echec.js';
import type { Monde } from './monde.js';
import type { Registre } from './registre/registre.js';
import { type Acquittements, rendreAcquittements } from './rendu/acquittements.js';

export const acquittementsSchema = z.object({
  attendues: z.array(z.string()),
  recus: z.array(acquittementSchema),
});

/** One long poll: short enough for any proxy between. */
const TOUR_MS = 15_000;

/**
 * Waits until every gateway has said whether it serves a publication.
 *
 * @returns REFUSE when one refused it, or said nothing in time
 */
export async function attendreAcquittements(
  monde: Monde,
  registre: Registre,
  {
    canal,
    numero,
    secondes,
    json,
  }: { canal: Canal; numero: number; secondes: number; json: boolean },
): Promise<Sortie> {
  const fin = monde.maintenant().getTime() + secondes * 1000;
  let dit = '';
  for (;;) {
    const reste = Math.max(0, fin - monde.maintenant().getTime());
    const { valeur, texte } = await registre.demander({
      chemin: `/v1/publications/${canal}/${numero}/acquittements`,
      parametres: { attendreMs: Math.min(TOUR_MS, reste) },
      forme: acquittementsSchema,
      delaiMs: TOUR_MS + 15_000,
    });
    const muettes = await sansReponse(registre, canal, numero, valeur);
    if (muettes.length === 0 || reste === 0) {
      if (monde.anime && dit !== '') monde.dire('\r\u001b[K');
      monde.ecrire(json ? `${texte}\n` : rendreAcquittements(valeur, muettes, monde));
      const refusee = valeur.recus.some(({ statut }) => statut === 'REFUSEE');
      return refusee || muettes.length > 0 ? SORTIE.REFUSE : SORTIE.REUSSI;
    }
    const avance = avancement(valeur, muettes);
    if (avance !== dit) {
      dit = avance;
      monde.dire(monde.anime ? `\r\u001b[K${avance.slice(0, monde.largeur - 1)}` : `${avance}\n`);
    }
    // A proxy that cuts long polls short must not make us ask without end.
    await monde.attendre(250);
  }
}

/** A gateway that serves a later publication has this one's content, though it never said so. */
async function sansReponse(
  registre: Registre,
  canal: Canal,
  numero: number,
  { attendues, recus }: Acquittements,
): Promise<string[]> {
  const muettes = attendues.filter((nom) => !recus.some(({ passerelle }) => passerelle === nom));
  if (muettes.length === 0) return [];
  const { valeur } = await registre.demander({
    chemin: '/v1/etat',
    parametres: { canal },
    forme: etatSchema,
  });
  const plusLoin = valeur.passerelles.filter((passerelle) => passerelle.numero > numero);
  return muettes.filter((nom) => !plusLoin.some(({ passerelle }) => passerelle === nom));
}

function avancement({ attendues }: Acquittements, muettes: readonly string[]): string {
  return `${attendues.length - muettes.length}/${attendues.length} passerelles ont répondu, attente de ${muettes.join(', ')}`;
}
