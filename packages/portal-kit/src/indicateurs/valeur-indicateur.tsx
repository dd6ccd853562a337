import { Chiffre, MarquePartenaire, type Partenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { formaterDate } from '../formats/formats.js';
import { direPeriode, direValeur, direVariation } from './dire-valeur.js';
import {
  cheminIndicateur,
  contrePropositionsDe,
  type LieuLu,
  type ValeurDuTerritoire,
  type ValeurLue,
} from './indicateurs.js';
import { Ventilations } from './ventilations.js';

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });

/** A figure with its owner, its period, its method, its date; what is missing and what others say. */
export function ValeurIndicateur({
  partenaire,
  valeur,
}: {
  partenaire: Partenaire;
  valeur: ValeurDuTerritoire;
}): ReactNode {
  const { indicateur, periode, source, dateValeur, demonstration, variation, calculee } = valeur;
  const { libelle, unite, perimetre, methode } = indicateur;
  return (
    <div className="k-indicateur">
      <Chiffre
        libelle={
          <a href={cheminIndicateur(partenaire, indicateur.code)}>
            {libelle}, {direPeriode(periode)}
          </a>
        }
        valeur={direValeur(valeur, unite)}
        partenaire={partenaire}
        methode={`${perimetre} ${methode} Source : ${source}.`}
        arreteLe={formaterDate(dateValeur)}
        demonstration={demonstration}
      />
      {variation !== null && variation !== undefined && (
        <p className="p-pied">
          {direVariation(variation, unite)} par rapport à la période précédente.
        </p>
      )}
      {valeur.masque && (
        <p className="p-pied">
          Masqué : l’effectif est inférieur au seuil de masquage, ou permettrait d’en calculer un
          ailleurs.
        </p>
      )}
      {calculee && <p className="p-pied">{direSomme(valeur.manquants)}</p>}
      <Ecart valeur={valeur} />
      <ContrePropositions valeur={valeur} />
      <Ventilations valeur={valeur} />
    </div>
  );
}

/** « Somme faite ici. Il manque : Douai et Cambrai. » */
function direSomme(manquants: readonly LieuLu[]): string {
  if (manquants.length === 0) return 'Somme des territoires contenus, faite ici.';
  return `Somme faite ici, incomplète. Sans valeur : ${enumerer.format(
    manquants.map(({ nom }) => nom),
  )}.`;
}

function Ecart({ valeur }: { valeur: ValeurDuTerritoire }): ReactNode {
  const { recomposition, indicateur } = valeur;
  if (!recomposition?.ecart) return null;
  return (
    <p className="p-pied">
      Ses arrondissements font{' '}
      {direValeur({ valeur: recomposition.somme, masque: false }, indicateur.unite)} : l’écart est
      de {direVariation(recomposition.ecart, indicateur.unite)}.
    </p>
  );
}

const LIBELLES_ISSUE = { RETENUE: 'Retenue', ECARTEE: 'Écartée' } as const;

export function ContrePropositions({ valeur }: { valeur: ValeurLue }): ReactNode {
  const propositions = contrePropositionsDe(valeur);
  if (propositions.length === 0) return null;
  return (
    <ul className="p-liste">
      {propositions.map(({ partenaire, proposition }) => (
        <li key={partenaire}>
          <span>
            <MarquePartenaire partenaire={partenaire} /> propose{' '}
            {direValeur({ valeur: proposition.proposee, masque: false }, valeur.indicateur.unite)} :{' '}
            {proposition.motif} <small>Méthode : {proposition.methode}</small>
            <small>
              {proposition.auteur}, {formaterDate(proposition.faiteLe)}. La valeur officielle ne
              change pas.
            </small>
            {proposition.reponse && (
              <small>
                {LIBELLES_ISSUE[proposition.reponse.issue]} par {proposition.reponse.auteur}, le{' '}
                {formaterDate(proposition.reponse.le)} : {proposition.reponse.motif}
              </small>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
