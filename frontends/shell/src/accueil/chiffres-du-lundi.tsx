import {
  formaterDate,
  formaterNombre,
  type Maille,
  phrasesPartenaire,
  useLecture,
} from '@passerelle/portal-kit';
import { MarqueDemonstration, MarquePartenaire, Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { jourDeReference } from '../date-reference.js';
import { ChiffresDuLundiDocument } from '../generated/graphql.js';
import { cheminTerritoire } from '../route.js';
import { chiffresChanges } from './chiffres-changes.js';

const MONTRES = 6;
const ECART = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1, signDisplay: 'always' });

/** The figures of the reader's territory that changed, each with its house, source and date. */
export function ChiffresDuLundi({ code, maille }: { code: string; maille: Maille }): ReactNode {
  const lecture = useLecture(ChiffresDuLundiDocument, { code, maille, le: jourDeReference() });
  const changes = chiffresChanges(lecture.donnees?.territoire);
  return (
    <div className="p-chiffre">
      <p className="p-chiffre__libelle">Chiffres qui ont changé</p>
      {lecture.enCours && <Squelette libelle="Lecture des chiffres" lignes={4} />}
      {lecture.manquants.map((partenaire) => (
        <p key={partenaire} role="status">
          {phrasesPartenaire(partenaire).sujet} ne répond pas : ses chiffres manquent ici.
        </p>
      ))}
      {!lecture.enCours && changes.length === 0 && lecture.manquants.length === 0 && (
        <p>
          {lecture.erreur === null
            ? 'Aucun chiffre n’a changé depuis la période précédente.'
            : 'Les chiffres n’ont pas pu être lus.'}
        </p>
      )}
      {changes.length > 0 && (
        <ul className="p-liste">
          {changes.slice(0, MONTRES).map((change) => (
            <li key={`${change.partenaire} ${change.id}`}>
              <span>
                {change.indicateur.libelle}, {change.periode} :{' '}
                <strong>
                  {formaterNombre(change.valeur)} {change.indicateur.unite}
                </strong>{' '}
                ({ECART.format(change.variation)})
                <small>
                  <MarquePartenaire partenaire={change.partenaire} />. {change.source}, valeur du{' '}
                  {formaterDate(change.dateValeur)}.{' '}
                  {change.demonstration && (
                    <MarqueDemonstration>valeur de démonstration</MarqueDemonstration>
                  )}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="p-pied">
        <a href={cheminTerritoire({ code, maille })}>Tous les chiffres du territoire</a>
      </p>
    </div>
  );
}
