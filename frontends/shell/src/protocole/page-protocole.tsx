import {
  Emplacement,
  ExportsDeListe,
  FiltresGardes,
  formaterDate,
  jourDemande,
  jourDuPortail,
  modifierRecherche,
  nomPartenaire,
  useAgent,
  useChemin,
  useLecture,
} from '@passerelle/portal-kit';
import {
  Bouton,
  Carte,
  EntetePage,
  EtatVide,
  MarqueDemonstration,
  PARTENAIRES,
  type Partenaire,
  Selection,
  Squelette,
} from '@passerelle/portal-ui';
import { type ReactNode, useMemo } from 'react';
import { abreger } from '../abreger.js';
import { dateDeReference } from '../date-reference.js';
import { PageProtocoleDocument, type PageProtocoleQuery } from '../generated/graphql.js';
import { usePage } from '../page.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { LecturesManquees } from '../pages/lectures-manquees.js';
import { ecrireFiltres, type Filtres, filtrer, lireFiltres } from './filtres.js';
import { lignesDeSuivi } from './lignes.js';
import { lireEngagementsEnFichier } from './lire-engagements-en-fichier.js';
import {
  estEnVigueur,
  estLuEnEntier,
  immobilite,
  JOURS_SANS_MOUVEMENT,
  type LigneDeSuivi,
  maisonsIllisibles,
  trierParImmobilite,
} from './suivi.js';
import { TableauEngagements } from './tableau-engagements.js';
import { TexteSigne } from './texte-signe.js';

type Enjeu = NonNullable<PageProtocoleQuery['enjeux']>[number];

export function PageProtocole(): ReactNode {
  usePage('Protocole');
  const { recherche } = useChemin();
  const filtres = lireFiltres(recherche);
  const lecture = useLecture(
    PageProtocoleDocument,
    { le: jourDemande() },
    { mouvements: (mouvement) => mouvement.nature === 'contribution' },
  );
  const { donnees, erreur, manquants, manques, enCours, relancer } = lecture;
  const lignes = useMemo(
    () => lignesDeSuivi(donnees?.engagements ?? [], { manquants, manques }),
    [donnees, manquants, manques],
  );
  const maisons = filtres.maison === null ? PARTENAIRES : [filtres.maison];
  const retenues = trierParImmobilite(filtrer(lignes, filtres), maisons);
  const protocole = donnees?.protocole ?? null;
  const lu = donnees?.engagements !== undefined && donnees.engagements !== null;
  const enVigueur = lignes.filter((ligne) => estEnVigueur(ligne, jourDuPortail().le)).length;
  const combien = lu
    ? `${enVigueur} ${enVigueur > 1 ? 'engagements' : 'engagement'}`
    : 'des engagements';

  return (
    <>
      <EntetePage
        titre="Protocole"
        chapo={
          <>
            <p>
              {protocole?.intitule ?? 'Le protocole de préfiguration'} : 4 enjeux, {combien} pris
              ensemble par l’État, la Région et {nomPartenaire('pole-emploi')}.
            </p>
            {protocole !== null && (
              <p>
                Signé le {formaterDate(protocole.signeLe)}, {protocole.lieu}.
              </p>
            )}
          </>
        }
        actions={<Bouton onPress={() => window.print()}>Imprimer</Bouton>}
      />
      <TableurDeMaMaison />
      <BarreDeFiltres filtres={filtres} enjeux={donnees?.enjeux ?? []} />
      <FiltresGardes />
      {enCours && <Squelette libelle="Lecture des engagements" forme="carte" lignes={14} />}
      {!lu && erreur !== null && <LectureImpossible erreur={erreur} relancer={relancer} />}
      {lu && (
        <div className="s-protocole">
          <LecturesManquees maisons={maisonsIllisibles(lignes, PARTENAIRES)} relancer={relancer}>
            L’avancement marqué « non lu » existe peut-être. Le reste est à jour.
          </LecturesManquees>
          <Immobiles lignes={retenues} maisons={maisons} />
          {lignes.length === 0 && (
            <EtatVide titre="Le protocole ne contient encore aucun engagement.">
              <p>Ils apparaîtront ici dès que le texte signé sera chargé.</p>
            </EtatVide>
          )}
          {lignes.length > 0 && retenues.length === 0 && (
            <EtatVide
              titre="Aucun engagement ne répond à ces filtres."
              actions={
                <Bouton
                  onPress={() =>
                    modifierRecherche(ecrireFiltres({ ...filtres, enjeu: null, maison: null }))
                  }
                >
                  Retirer les filtres
                </Bouton>
              }
            >
              <p>Une maison peut n’être ni pilote ni copilote dans un enjeu.</p>
            </EtatVide>
          )}
          {filtres.vue === 'anciennete'
            ? retenues.length > 0 && (
                <Carte titre="Du plus ancien mouvement au plus récent">
                  <TableauEngagements
                    legende="Engagements, du plus ancien mouvement au plus récent"
                    lignes={retenues}
                    maisons={maisons}
                  />
                </Carte>
              )
            : (donnees?.enjeux ?? []).map((enjeu) => (
                <SectionEnjeu
                  key={enjeu.numero}
                  enjeu={enjeu}
                  lignes={retenues.filter((ligne) => ligne.enjeu === enjeu.numero)}
                  maisons={maisons}
                />
              ))}
          {retenues.length > 0 && (
            <ExportsDeListe nom="engagements" lire={() => lireEngagementsEnFichier(filtres)} />
          )}
          <div className="p-grille p-grille--2">
            <Carte titre="Signataires">
              <ul className="p-liste">
                {(protocole?.signataires ?? []).map((signataire) => (
                  <li key={signataire.fonction}>
                    <span>
                      {signataire.fonction}
                      <small>{signataire.organisation}</small>
                    </span>
                  </li>
                ))}
              </ul>
              {protocole !== null && (
                <p className="p-pied">
                  En présence de : {protocole.enPresenceDe.join(', ')}. Source : {protocole.source}.
                </p>
              )}
            </Carte>
            <TexteSigne protocole={protocole} />
          </div>
        </div>
      )}
    </>
  );
}

/** The contributions of one's own house, all together: its module brings them. */
function TableurDeMaMaison(): ReactNode {
  const maison = useAgent()?.partenaire ?? null;
  if (maison === null) return null;
  return (
    <Emplacement
      nom="protocole.tableur"
      partenaire={maison}
      proprietes={{}}
      attente={<Squelette libelle="Ouverture de vos contributions" lignes={2} />}
    />
  );
}

function BarreDeFiltres({
  filtres,
  enjeux,
}: {
  filtres: Filtres;
  enjeux: readonly Enjeu[];
}): ReactNode {
  const appliquer = (changement: Partial<Filtres>): void =>
    modifierRecherche(ecrireFiltres({ ...filtres, ...changement }));
  return (
    <search className="s-filtres" aria-label="Filtrer les engagements">
      <Selection
        libelle="Enjeu"
        valeur={filtres.enjeu === null ? '' : String(filtres.enjeu)}
        onChange={(valeur) => appliquer({ enjeu: valeur === '' ? null : Number(valeur) })}
        options={[
          { valeur: '', libelle: 'Tous les enjeux' },
          ...[1, 2, 3, 4].map((numero) => ({
            valeur: String(numero),
            libelle: nommerEnjeu(numero, enjeux.find((e) => e.numero === numero)?.libelle),
          })),
        ]}
      />
      <Selection<Partenaire | ''>
        libelle="Maison engagée"
        valeur={filtres.maison ?? ''}
        onChange={(valeur) => appliquer({ maison: valeur === '' ? null : valeur })}
        options={[
          { valeur: '', libelle: 'Les trois maisons' },
          ...PARTENAIRES.map((partenaire) => ({
            valeur: partenaire,
            libelle: nomPartenaire(partenaire),
          })),
        ]}
      />
      <Selection
        libelle="Ordre"
        valeur={filtres.vue}
        onChange={(vue) => appliquer({ vue })}
        options={[
          { valeur: 'enjeux', libelle: 'Par enjeu' },
          { valeur: 'anciennete', libelle: 'Par ancienneté du dernier mouvement' },
        ]}
      />
    </search>
  );
}

function nommerEnjeu(numero: number, libelle: string | undefined): string {
  return libelle === undefined
    ? `Enjeu ${numero}`
    : `${numero}. ${majuscule(abreger(libelle, 60))}`;
}

/** What has not moved, said in a sentence before the lists. */
function Immobiles({
  lignes,
  maisons,
}: {
  lignes: readonly LigneDeSuivi[];
  maisons: readonly Partenaire[];
}): ReactNode {
  const aujourdhui = dateDeReference();
  const { le } = jourDuPortail();
  const immobiles = lignes.filter((ligne) => immobilite(ligne, maisons, aujourdhui) !== null);
  const toutLu = lignes.every((ligne) => estLuEnEntier(ligne, maisons));
  if (lignes.length === 0) return null;
  if (!toutLu) {
    return (
      <p className="s-immobiles">
        Une maison n’a pas été lue : ce qui n’a pas bougé ne peut pas être compté pour le moment.
      </p>
    );
  }
  const quand = `au ${formaterDate(le)}`;
  return (
    <p className="s-immobiles">
      {immobiles.length === 0 ? (
        <>
          Tous ces engagements ont bougé dans les {JOURS_SANS_MOUVEMENT} derniers jours ({quand}).
        </>
      ) : (
        <>
          <strong>
            {immobiles.length} {immobiles.length === 1 ? 'engagement' : 'engagements'} sur{' '}
            {lignes.length}
          </strong>{' '}
          sans publication depuis {JOURS_SANS_MOUVEMENT} jours ou plus ({quand}) : ils viennent en
          tête de chaque liste.
        </>
      )}
    </p>
  );
}

function SectionEnjeu({
  enjeu,
  lignes,
  maisons,
}: {
  enjeu: Enjeu;
  lignes: readonly LigneDeSuivi[];
  maisons: readonly Partenaire[];
}): ReactNode {
  if (lignes.length === 0) return null;
  return (
    <Carte
      titre={
        <>
          <span className="s-numero-enjeu">Enjeu {enjeu.numero}</span> {majuscule(enjeu.libelle)}
        </>
      }
      aside={
        !enjeu.texteOfficiel && <MarqueDemonstration>libellé de démonstration</MarqueDemonstration>
      }
    >
      <TableauEngagements
        legende={`Engagements de l’enjeu ${enjeu.numero}`}
        lignes={lignes}
        maisons={maisons}
      />
    </Carte>
  );
}

function majuscule(texte: string): string {
  return texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1);
}
