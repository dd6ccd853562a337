import {
  type Agent,
  ecrireTerritoire,
  formaterDate,
  formaterNombre,
  type Lecture,
  LectureManquee,
  type Maille,
  manqueEn,
  phrasesPartenaire,
  useLecture,
  useListeEntiere,
} from '@passerelle/portal-kit';
import {
  Carte,
  Chiffre,
  EtatVide,
  MarqueDemonstration,
  MarquePartenaire,
  Squelette,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { dateDeReference } from '../date-reference.js';
import {
  MonTerritoireDocument,
  type MonTerritoireQuery,
  TensionsDeMonTerritoireDocument,
} from '../generated/graphql.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { cheminTerritoire } from '../route.js';
import { estMaille, LIBELLES_MAILLE } from '../territoires/mailles.js';
import { ChiffresDuLundi } from './chiffres-du-lundi.js';
import { metiersEnTension } from './metiers-en-tension.js';

/** A few figures of the place where the agent works, each with its house, method and date. */
export function MonTerritoire({ territoire }: { territoire: Agent['territoire'] }): ReactNode {
  if (territoire === null || !estMaille(territoire.maille)) {
    return (
      <Carte titre="Mon territoire">
        <EtatVide titre="Aucun territoire ne vous est attribué.">
          <p>L’administrateur de votre maison peut vous en attribuer un.</p>
        </EtatVide>
        <p className="p-pied">
          <a href="/territoires">Chercher un territoire</a>
        </p>
      </Carte>
    );
  }
  return <TerritoireDeLAgent code={territoire.code} maille={territoire.maille} />;
}

function TerritoireDeLAgent({ code, maille }: { code: string; maille: Maille }): ReactNode {
  const lecture = useLecture(MonTerritoireDocument, { code, maille });
  const { donnees, erreur, enCours, relancer } = lecture;
  const territoire = donnees?.territoire ?? null;
  return (
    <Carte titre="Mon territoire">
      {enCours && <Squelette libelle="Lecture du territoire" lignes={8} />}
      {territoire === null && erreur !== null && (
        <LectureImpossible erreur={erreur} relancer={relancer} />
      )}
      {territoire !== null && (
        <>
          <p>
            <a href={cheminTerritoire({ code, maille })}>
              <strong>{territoire.nom}</strong>
            </a>
            <br />
            {LIBELLES_MAILLE[maille].singulier}, {formaterNombre(territoire.nombreCommunes)}{' '}
            communes
            {territoire.population !== null &&
              `, ${formaterNombre(territoire.population)} habitants`}
          </p>
          <ChiffresDuLundi code={code} maille={maille} />
          <Places offre={territoire.offreFormationRegion} lecture={lecture} />
          <Tensions code={code} maille={maille} />
        </>
      )}
    </Carte>
  );
}

type TerritoireLu = NonNullable<MonTerritoireQuery['territoire']>;

function Places({
  offre,
  lecture,
}: {
  offre: TerritoireLu['offreFormationRegion'];
  lecture: Lecture<unknown>;
}): ReactNode {
  if (offre === null) {
    return <Absence titre="Places de formation à pourvoir" partenaire="region" lecture={lecture} />;
  }
  return (
    <Chiffre
      libelle="Places de formation à pourvoir"
      valeur={formaterNombre(offre.placesRestantes)}
      partenaire="region"
      methode={offre.methode}
      arreteLe={formaterDate(offre.arreteLe)}
      demonstration={offre.demonstration}
    />
  );
}

const METIERS_MONTRES = 5;

/** Tensions are observed by arrondissement: elsewhere, those of the arrondissements concerned. */
function Tensions({ code, maille }: { code: string; maille: Maille }): ReactNode {
  const annee = dateDeReference().getFullYear() - 1;
  const lecture = useListeEntiere(
    TensionsDeMonTerritoireDocument,
    { code, maille, annee },
    (donnees) => donnees.territoire?.tensionsPoleEmploi,
    { partenaires: ['pole-emploi'] },
  );
  const titre = `Métiers en tension très forte, ${annee}`;
  if (lecture.enCours) return <Squelette libelle="Lecture des métiers en tension" lignes={5} />;
  if (!lecture.donnees?.territoire?.tensionsPoleEmploi) {
    return <Absence titre={titre} partenaire="pole-emploi" lecture={lecture} />;
  }
  const metiers = metiersEnTension(lecture.elements);
  const [premiere] = lecture.elements;
  const plusieurs = metiers.some(({ arrondissements }) => arrondissements > 1);
  return (
    <div className="p-chiffre">
      <p className="p-chiffre__libelle">{titre}</p>
      {premiere === undefined ? (
        <p>Aucun métier à ce niveau.</p>
      ) : (
        <>
          <ul className="s-puces">
            {metiers.slice(0, METIERS_MONTRES).map((metier) => (
              <li key={metier.codeRome}>
                {metier.libelle}
                {plusieurs && (
                  <small className="s-detail">
                    dans {metier.arrondissements}{' '}
                    {metier.arrondissements > 1 ? 'arrondissements' : 'arrondissement'}
                  </small>
                )}
              </li>
            ))}
          </ul>
          <p className="p-pied">
            <a href={`/tensions?territoire=${ecrireTerritoire({ code, maille })}&niveau=5`}>
              {metiers.length > METIERS_MONTRES
                ? `Voir les ${metiers.length} métiers`
                : 'Voir toutes les tensions'}
            </a>
          </p>
          <p className="p-pied">
            <MarquePartenaire partenaire="pole-emploi" />. {premiere.source}. Arrêté au{' '}
            {formaterDate(premiere.arreteLe)}.{' '}
            {premiere.demonstration && (
              <MarqueDemonstration>valeurs de démonstration</MarqueDemonstration>
            )}
          </p>
        </>
      )}
    </div>
  );
}

function Absence({
  titre,
  partenaire,
  lecture: { manquants, manques, relancer },
}: {
  titre: string;
  partenaire: 'region' | 'pole-emploi';
  lecture: Lecture<unknown>;
}): ReactNode {
  const { sujet } = phrasesPartenaire(partenaire);
  const manque = manqueEn(manques, partenaire, ['territoire']);
  const absent = manquants.includes(partenaire) || Boolean(manque?.absent);
  return (
    <div className="p-chiffre">
      <p className="p-chiffre__libelle">{titre}</p>
      {manque && !absent ? (
        <LectureManquee manque={manque} objet="ce chiffre" onReessayer={relancer} />
      ) : (
        <p>
          {absent
            ? `${sujet} ne répond pas. L’affichage reprendra seul.`
            : `${sujet} ne donne pas ce chiffre pour ce territoire.`}
        </p>
      )}
    </div>
  );
}
