import {
  BoutonSuivre,
  DOCUMENTS_D_INDICATEURS,
  direPeriode,
  jourDuPortail,
  type Maille,
  modifierRecherche,
  PanneauPartenaire,
  peutAgir,
  useAgent,
  useChemin,
  useLecture,
} from '@passerelle/portal-kit';
import {
  Carte,
  EntetePage,
  EtatVide,
  type Partenaire,
  Proprietes,
  Selection,
} from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { usePage } from '../page.js';
import { LIBELLES_MAILLE, MAILLES } from '../territoires/mailles.js';
import { CarteIndicateur } from './carte-indicateur.js';
import { ImporterMesures } from './importer-mesures.js';
import { LotsPublies } from './lots-publies.js';
import { SerieDuTerritoire } from './serie-du-territoire.js';

const MAILLES_MONTREES = ['ARRONDISSEMENT', 'DEPARTEMENT', 'REGION', 'EPCI', 'COMMUNE'] as const;

/** Those at which this indicator is published; EPCI do not nest in arrondissements. */
function maillesDe(mailleMinimale: Maille): readonly (typeof MAILLES_MONTREES)[number][] {
  return MAILLES_MONTREES.filter(
    (maille) => MAILLES.indexOf(maille) <= MAILLES.indexOf(mailleMinimale),
  );
}

/** One indicator of one house: what it counts, where, when, and the ways to correct it. */
export function PageIndicateur({
  partenaire,
  code,
}: {
  partenaire: Partenaire;
  code: string;
}): ReactNode {
  const { recherche } = useChemin();
  const agent = useAgent();
  const [publies, setPublies] = useState(0);
  const maille =
    MAILLES_MONTREES.find((une) => une === recherche.get('maille')) ?? 'ARRONDISSEMENT';
  const lecture = useLecture(
    DOCUMENTS_D_INDICATEURS[partenaire].surLaCarte,
    { code, maille, periode: recherche.get('periode'), le: jourDuPortail().le },
    { partenaires: [partenaire] },
  );
  const indicateur = lecture.donnees?.indicateur;
  usePage(indicateur?.libelle ?? 'Indicateur');
  const publie =
    agent?.partenaire === partenaire && peutAgir(agent, `${partenaire}:indicateur:publier`);
  const lots = useLecture(
    DOCUMENTS_D_INDICATEURS[partenaire].lots,
    { indicateur: code },
    { partenaires: [partenaire], pause: !publie },
  );
  const relireTout = (): void => {
    lecture.relancer();
    lots.relancer();
    setPublies(publies + 1);
  };
  return (
    <>
      <EntetePage
        titre={indicateur?.libelle ?? 'Indicateur'}
        fil={[{ libelle: 'Indicateurs', href: '/indicateurs' }]}
        actions={
          indicateur && (
            <BoutonSuivre
              genre="INDICATEUR"
              cle={`${partenaire}:${code}`}
              nom={indicateur.libelle}
            />
          )
        }
      />
      <PanneauPartenaire
        partenaire={partenaire}
        objet="cet indicateur"
        lecture={lecture}
        lu={Boolean(indicateur)}
      >
        {indicateur ? (
          <Proprietes
            elements={[
              { nom: 'Unité', valeur: indicateur.unite },
              {
                nom: 'Nature',
                valeur:
                  indicateur.nature === 'CONTEXTE'
                    ? 'Contexte : décrit le territoire, n’évalue aucun partenaire'
                    : 'Action : compte ce qui est fait, n’évalue aucun partenaire',
              },
              { nom: 'Périmètre', valeur: indicateur.perimetre },
              { nom: 'Méthode', valeur: indicateur.methode },
              { nom: 'Source', valeur: indicateur.source },
              {
                nom: 'Maille la plus fine',
                valeur: `${enTete(indicateur.mailleMinimale)}. ${indicateur.raisonMaille}`,
              },
            ]}
          />
        ) : (
          <EtatVide titre="Cette maison n’a pas d’indicateur de ce code.">
            <a href="/indicateurs">Voir tous les indicateurs</a>
          </EtatVide>
        )}
      </PanneauPartenaire>
      {indicateur && (
        <div className="s-suite">
          <Carte titre="Sur la carte">
            <search className="s-filtres" aria-label="Choisir ce que montre la carte">
              <Selection<(typeof MAILLES_MONTREES)[number]>
                libelle="Maille"
                valeur={maille}
                onChange={(valeur) =>
                  modifierRecherche({ maille: valeur === 'ARRONDISSEMENT' ? null : valeur })
                }
                options={maillesDe(indicateur.mailleMinimale).map((valeur) => ({
                  valeur,
                  libelle: enTete(valeur),
                }))}
              />
              <Selection<string>
                libelle="Période"
                valeur={recherche.get('periode') ?? ''}
                onChange={(valeur) => modifierRecherche({ periode: valeur })}
                options={[
                  { valeur: '', libelle: 'La dernière connue' },
                  ...indicateur.periodes.map((valeur) => ({
                    valeur,
                    libelle: direPeriode(valeur),
                  })),
                ]}
              />
            </search>
            <CarteIndicateur
              partenaire={partenaire}
              indicateur={indicateur}
              valeurs={indicateur.valeurs?.nodes ?? []}
              maille={maille}
            />
          </Carte>
          <SerieDuTerritoire
            key={publies}
            partenaire={partenaire}
            indicateur={indicateur}
            apresPublication={relireTout}
          />
          {publie && (
            <>
              <ImporterMesures partenaire={partenaire} code={code} apres={relireTout} />
              <LotsPublies
                partenaire={partenaire}
                indicateur={code}
                lecture={lots}
                apres={relireTout}
              />
            </>
          )}
        </div>
      )}
    </>
  );
}

function enTete(maille: Maille): string {
  const { pluriel } = LIBELLES_MAILLE[maille];
  return pluriel.charAt(0).toLocaleUpperCase('fr') + pluriel.slice(1);
}
