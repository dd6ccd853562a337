import { formaterDate, lireRegistre, nomPartenaire, seConnecter } from '@passerelle/portal-kit';
import {
  Bouton,
  Carte,
  EntetePage,
  LIBELLES_METEO,
  LienBouton,
  MarqueDemonstration,
  MarquePartenaire,
  METEOS,
  PARTENAIRES,
  type Partenaire,
  PastilleMeteo,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../page.js';
import { ENJEUX } from './enjeux.content.js';

const ROLES: Readonly<Record<Partenaire, string>> = {
  etat: 'La préfecture de région, les sous-préfectures et le rectorat suivent les engagements dans leurs arrondissements.',
  region:
    'Les chargés de mission et les élus y portent les formations, l’orientation et le développement économique.',
  'pole-emploi':
    'Les agences y apportent la connaissance des métiers en tension et des demandeurs d’emploi.',
};

/** What anyone reads before signing in: what this is, for whom, and what it is not. */
export function PagePublique(): ReactNode {
  usePage('Le protocole, suivi à trois');
  const { demonstration, dateDonnees } = lireRegistre();
  return (
    <div className="s-publique">
      <EntetePage
        titre="Un protocole, trois maisons, une seule page pour le suivre"
        chapo={
          <>
            <p>
              Passerelle réunit l’État, la Région et {nomPartenaire('pole-emploi')} autour du
              protocole de préfiguration de France Travail dans les Hauts-de-France, signé le 8 juin
              2023. Chaque maison y dit où elle en est, avec ses mots et ses chiffres, et lit les
              deux autres.
            </p>
            <p>L’accès est réservé aux agents des trois maisons et à leurs partenaires.</p>
          </>
        }
        actions={
          <>
            <Bouton variante="principal" onPress={() => seConnecter('/')}>
              Se connecter
            </Bouton>
            <LienBouton href="/aide" variante="discret">
              Aide et glossaire
            </LienBouton>
          </>
        }
      />
      {demonstration && (
        <p className="s-avis">
          <MarqueDemonstration /> Ceci est une démonstration
          {dateDonnees !== null && `, arrêtée au ${formaterDate(dateDonnees)}`} : les personnes, les
          entreprises, les chiffres et le libellé des engagements sont fictifs. Les quatre enjeux
          ci-dessous sont ceux du texte officiel.
        </p>
      )}
      <section aria-labelledby="enjeux">
        <h2 id="enjeux">Quatre enjeux</h2>
        <ol className="s-enjeux">
          {ENJEUX.map((enjeu) => (
            <li key={enjeu.numero} className="p-carte">
              <h3>
                <span className="s-numero-enjeu">Enjeu {enjeu.numero}</span> {enjeu.resume}
              </h3>
              <p>« {enjeu.libelle} »</p>
            </li>
          ))}
        </ol>
        <p className="p-pied">
          Libellés officiels. Source : communiqué de presse du 9 juin 2023, préfecture de la région
          Hauts-de-France.
        </p>
      </section>
      <div className="p-grille p-grille--2 s-suite">
        <Carte titre="Les engagements">
          <p>
            Les quatre enjeux se déclinent en engagements : 23 à la signature, de E01 à E23, puis ce
            que les avenants ajoutent ou retirent. Chacun a une maison pilote, des maisons copilotes
            et une échéance.
          </p>
          <p>
            Sur chaque engagement, chaque maison publie son avancement, de 0 à 100 %, une météo et
            un commentaire. Elle prépare un brouillon, le valide en interne, puis le publie : les
            autres ne voient que ce qui est publié, et personne ne peut écrire à sa place.
          </p>
          <ul className="s-meteos" aria-label="Les quatre météos">
            {METEOS.map((meteo) => (
              <li key={meteo} title={LIBELLES_METEO[meteo]}>
                <PastilleMeteo meteo={meteo} />
              </li>
            ))}
          </ul>
          <p className="p-pied">
            La liste signée des engagements n’est pas publique : les libellés montrés ici sont des
            textes numérotés, toujours marqués <MarqueDemonstration />.
          </p>
        </Carte>
        <Carte titre="Trois maisons, à égalité">
          <ul className="p-liste">
            {PARTENAIRES.map((partenaire) => (
              <li key={partenaire}>
                <span>
                  <MarquePartenaire partenaire={partenaire} />
                  <small>{ROLES[partenaire]}</small>
                </span>
              </li>
            ))}
          </ul>
          <p className="p-pied">
            Aucune page ne classe les maisons. Si l’une ne répond pas, la page le dit et montre les
            deux autres.
          </p>
        </Carte>
      </div>
    </div>
  );
}
