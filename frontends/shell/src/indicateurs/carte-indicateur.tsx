import {
  cheminTerritoire,
  type DefinitionLue,
  direPeriode,
  direValeur,
  ExportsDeListe,
  formaterDate,
  type Maille,
  type TableauAExporter,
  type ValeurSurLaCarte,
} from '@passerelle/portal-kit';
import {
  Bouton,
  CarteArrondissements,
  EtatVide,
  MarqueDemonstration,
  MarquePartenaire,
  type Partenaire,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useMemo, useState } from 'react';
import { CarteDesContours } from './carte-des-contours.js';
import { classeDe, classerValeurs } from './classes-de-valeurs.js';
import { DeposerContours } from './deposer-contours.js';
import { LegendeDeCarte } from './legende-de-carte.js';
import { MASQUE_EN_FICHIER } from './masque-en-fichier.js';
import { useContours } from './use-contours.js';

/** The same values three ways: tiles or outlines in shades, and the table that is their equal. */
export function CarteIndicateur({
  partenaire,
  indicateur,
  valeurs,
  maille,
}: {
  partenaire: Partenaire;
  indicateur: DefinitionLue;
  valeurs: readonly ValeurSurLaCarte[];
  maille: Maille;
}): ReactNode {
  const classes = useMemo(
    () =>
      classerValeurs(valeurs.flatMap(({ valeur }) => (typeof valeur === 'number' ? [valeur] : []))),
    [valeurs],
  );
  const lieux = useMemo(() => valeurs.map(({ territoire }) => territoire), [valeurs]);
  const { dessin, reference, relancer } = useContours(lieux);
  const [schema, setSchema] = useState(false);
  const triees = useMemo(
    () => [...valeurs].sort((a, b) => a.territoire.nom.localeCompare(b.territoire.nom, 'fr')),
    [valeurs],
  );
  const [premiere] = triees;
  if (premiere === undefined) {
    return (
      <EtatVide titre="Aucune valeur à cette maille.">
        Choisissez une autre maille ou une autre période.
      </EtatVide>
    );
  }
  const sources = [...new Set(triees.map(({ source }) => source))];
  return (
    <>
      {maille === 'ARRONDISSEMENT' && (
        <>
          {dessin && !schema ? (
            <CarteDesContours
              contours={dessin}
              valeurs={triees}
              classeDe={({ valeur }) => classeDe(classes, valeur)}
            />
          ) : (
            <CarteArrondissements
              liste={false}
              arrondissements={triees.map((une) => ({
                code: une.territoire.code,
                nom: une.territoire.nom,
                centre: une.territoire.centre ?? null,
                href: cheminTerritoire(une.territoire),
                detail: direValeur(une, '')?.trim() ?? 'non communiqué',
                classe: classeDe(classes, une.valeur),
              }))}
            />
          )}
          <LegendeDeCarte
            classes={classes}
            unite={indicateur.unite}
            masques={triees.filter(({ masque }) => masque).length}
            absents={triees.filter(({ masque, valeur }) => !masque && valeur == null).length}
          />
          {dessin && reference && (
            <p className="p-pied">
              Contours : {reference.source}, {reference.licence}, déposés le{' '}
              {formaterDate(reference.deposesLe)}.{' '}
              <Bouton variante="discret" onPress={() => setSchema(!schema)}>
                {schema ? 'Voir les contours' : 'Voir la carte schématique'}
              </Bouton>
            </p>
          )}
          <DeposerContours territoires={lieux} version={reference?.version ?? 0} apres={relancer} />
        </>
      )}
      <Tableau
        legende={`${indicateur.libelle} par territoire`}
        lignes={triees}
        cleDe={({ id }) => id}
        colonnes={[
          {
            cle: 'nom',
            entete: 'Territoire',
            titreDeLigne: true,
            rendu: ({ territoire }) => <a href={cheminTerritoire(territoire)}>{territoire.nom}</a>,
          },
          {
            cle: 'valeur',
            entete: indicateur.unite,
            numerique: true,
            rendu: (une) => direValeur(une, '')?.trim() ?? 'non communiqué',
          },
          { cle: 'periode', entete: 'Période', rendu: ({ periode }) => direPeriode(periode) },
          {
            cle: 'date',
            entete: 'Arrêté au',
            rendu: ({ dateValeur, calculee }) =>
              `${formaterDate(dateValeur)}${calculee ? ', somme faite ici' : ''}`,
          },
        ]}
      />
      <ExportsDeListe nom={indicateur.libelle} lire={() => tableauDe(indicateur, triees)} />
      <p className="p-pied">
        <MarquePartenaire partenaire={partenaire} />. {indicateur.methode} Source :{' '}
        {sources.join(' ; ')}.{' '}
        {triees.some(({ demonstration }) => demonstration) && (
          <MarqueDemonstration>valeurs de démonstration</MarqueDemonstration>
        )}
      </p>
      {triees.some(({ masque }) => masque) && (
        <p className="p-pied">
          « Masqué » : l’effectif est inférieur au seuil de masquage, ou permettrait d’en calculer
          un par différence.
        </p>
      )}
    </>
  );
}

/** The table as a file: what is hidden stays hidden, and says so. */
function tableauDe(
  { unite, methode }: DefinitionLue,
  valeurs: readonly ValeurSurLaCarte[],
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Maille' },
      { titre: 'Code' },
      { titre: 'Territoire', largeur: 28 },
      { titre: 'Période' },
      { titre: `Valeur (${unite})` },
      { titre: 'Masqué' },
      { titre: 'Arrêté au' },
      { titre: 'Source', largeur: 40 },
      { titre: 'Méthode', largeur: 40 },
      { titre: 'Démonstration' },
    ],
    lignes: valeurs.map(({ territoire, periode, valeur, masque, dateValeur, ...une }) => [
      territoire.maille,
      territoire.code,
      territoire.nom,
      periode,
      valeur ?? null,
      masque,
      { jour: dateValeur },
      une.source,
      methode,
      une.demonstration,
    ]),
    remarques: valeurs.some(({ masque }) => masque) ? [MASQUE_EN_FICHIER] : [],
  };
}
