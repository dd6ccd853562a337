import type { Partenaire } from '@passerelle/portal-ui';
import { formaterNombre } from '../formats/formats.js';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import type { ListeEntiereLue } from './liste-entiere-lue.js';

/** What a file of this list does not hold, in whole sentences; none when it holds everything. */
export function ceQuiManque({
  elements,
  tronquee,
  manques,
}: ListeEntiereLue<unknown>): readonly string[] {
  const maisons = [...new Set(manques.map(({ partenaire }) => partenaire))];
  return [
    ...(tronquee
      ? [
          `Liste incomplète : elle continue après ces ${formaterNombre(elements.length)} lignes. Resserrez les filtres pour l’avoir entière.`,
        ]
      : []),
    ...maisons.map(nAPasRepondu),
  ];
}

/** The sentence that names in a file a house that was away. */
export function nAPasRepondu(partenaire: Partenaire): string {
  return `${phrasesPartenaire(partenaire).sujet} n’a pas répondu : ce qui vient ${phrasesPartenaire(partenaire).de} manque dans ce fichier.`;
}
