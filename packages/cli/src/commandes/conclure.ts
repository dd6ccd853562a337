import {
  type Canal,
  type ResultatPublication,
  resultatPublicationSchema,
} from '@passerelle/publication';
import { attendreAcquittements } from '../attente.js';
import { SORTIE, type Sortie } from '../echec.js';
import type { Monde } from '../monde.js';
import { type OptionsCommunes, ouvrirRegistre } from '../reglages.js';
import { rendreRapport } from '../rendu/rapport.js';
import { rendreResultat } from '../rendu/resultat.js';

export interface Envoi {
  readonly chemin: string;
  readonly corps: unknown;
  readonly rejouable: boolean;
  /** What the user named: shown as the place of a finding. */
  readonly source: string;
  /** Roles and organisations of a canary; nobody in particular otherwise. */
  readonly canari?: readonly string[];
}

/**
 * Sends what changes the live graph or portal, shows what the registry says of it, and waits for
 * the gateways when asked to.
 */
export async function conclure(
  monde: Monde,
  options: OptionsCommunes & { readonly attendre?: number },
  { source, canari = [], ...envoi }: Envoi,
): Promise<Sortie> {
  const registre = await ouvrirRegistre(monde, options);
  const { valeur, texte } = await registre.demander({
    methode: 'POST',
    ...envoi,
    forme: resultatPublicationSchema,
    delaiMs: 120_000,
  });
  const json = options.json === true;
  if (json) monde.ecrire(`${texte}\n`);
  else monde.ecrire(rendre(valeur, { ...monde, source, canari }));
  const { canal, numero, publie, inchange } = valeur;
  if (numero === null || !(publie || inchange)) return SORTIE.REFUSE;
  if (options.attendre === undefined) return SORTIE.REUSSI;
  return attendreAcquittements(monde, registre, {
    canal: canal satisfies Canal,
    numero,
    secondes: options.attendre,
    json,
  });
}

function rendre(
  resultat: ResultatPublication,
  rendu: { largeur: number; couleur: boolean; source: string; canari: readonly string[] },
): string {
  const { rapport } = resultat;
  const parle = rapport.constats.length + rapport.changements.length > 0;
  const reussi = resultat.publie || resultat.inchange;
  const dit = reussi ? rendreResultat(resultat, rendu.couleur, rendu.canari) : '';
  return `${parle || !reussi ? rendreRapport(rapport, rendu) : ''}${dit}`;
}
