import {
  cheminTerritoire,
  type DefinitionLue,
  direPeriode,
  direValeur,
  formaterDate,
  formaterNombre,
  type Maille,
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
import { type ReactNode, useMemo } from 'react';
import { ExportsDeListe, type TableauAExporter } from '../fichiers/exports-de-liste.js';
import { CarteDesContours } from './carte-des-contours.js';
import { type ClasseDeValeurs, classeDe, classerValeurs } from './classes-de-valeurs.js';
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
  const contours = useContours(valeurs.map(({ territoire }) => territoire.code));
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
          {contours.lus ? (
            <CarteDesContours
              contours={contours.lus}
              classeDuCode={(code) =>
                classeDe(classes, triees.find((une) => une.territoire.code === code)?.valeur)
              }
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
          <Legende classes={classes} unite={indicateur.unite} />
          <ChoixDesContours contours={contours} />
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
      <ExportsDeListe
        nom={indicateur.libelle}
        lire={() => Promise.resolve(tableauDe(indicateur, triees))}
      />
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
  };
}

function Legende({
  classes,
  unite,
}: {
  classes: readonly ClasseDeValeurs[];
  unite: string;
}): ReactNode {
  return (
    <ul className="s-legende" aria-label="Légende de la carte">
      {classes.map(({ rang, min, max }) => (
        <li key={rang}>
          <span className={`s-legende__case p-teinte-${rang}`} aria-hidden="true" />
          {min === max ? formaterNombre(min) : `de ${formaterNombre(min)} à ${formaterNombre(max)}`}{' '}
          {unite}
        </li>
      ))}
    </ul>
  );
}

function ChoixDesContours({ contours }: { contours: ReturnType<typeof useContours> }): ReactNode {
  if (contours.lus) {
    return (
      <p className="p-pied">
        Contours du fichier {contours.nom}, gardés dans cet onglet.{' '}
        <Bouton variante="discret" onPress={contours.oublier}>
          Revenir aux cases
        </Bouton>
      </p>
    );
  }
  return (
    <div className="p-champ s-contours">
      <label htmlFor="contours">Dessiner de vrais contours (facultatif)</label>
      <p className="p-champ__aide" id="contours-aide">
        Un fichier GeoJSON des arrondissements, avec leur code. Il reste sur ce poste.
      </p>
      <input
        id="contours"
        type="file"
        accept=".geojson,.json,application/geo+json,application/json"
        aria-describedby="contours-aide"
        onChange={(e) => {
          const [fichier] = e.target.files ?? [];
          if (fichier) void contours.charger(fichier);
        }}
      />
      {contours.erreur && (
        <p className="p-champ__erreur" role="alert">
          Ce fichier ne contient aucun contour d’un arrondissement de la région. Choisissez-en un
          autre : les cases restent en attendant.
        </p>
      )}
    </div>
  );
}
