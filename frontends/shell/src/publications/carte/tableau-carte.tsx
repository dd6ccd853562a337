import { ExportsDeListe, modifierRecherche, useChemin } from '@passerelle/portal-kit';
import {
  Carte,
  EtatVide,
  Pagination,
  Proprietes,
  Recherche,
  Selection,
  Tableau,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { useTexteDansAdresse } from '../../texte-dans-adresse.js';
import { dansLOrdre, nomEditeur } from '../commun/editeurs.js';
import { MarqueEditeur } from '../commun/marque-editeur.js';
import { useTranche } from '../commun/use-tranche.js';
import type { CarteLue } from '../registre/lire-carte.js';
import { AUTORISATIONS, carteEnTableau } from './carte-en-tableau.js';
import { filtrerCarte, TOUTES_LES_MAISONS } from './filtrer-carte.js';

const PAR_PAGE = 50;

/** The map in force: who answers for what. */
export function TableauCarte({ carte }: { carte: CarteLue }): ReactNode {
  const { recherche } = useChemin();
  const filtre = useTexteDansAdresse('q');
  const partenaires = dansLOrdre(carte.partenaires, ({ partenaire }) => partenaire);
  const demandee = recherche.get('maison') ?? '';
  const maison =
    demandee === TOUTES_LES_MAISONS || partenaires.some((p) => p.partenaire === demandee)
      ? demandee
      : '';
  const retenues = filtrerCarte(carte.lignes, { cherche: filtre.texte, maison });
  const { visibles, aUneSuite, afficherLaSuite } = useTranche(
    retenues,
    PAR_PAGE,
    `${maison} ${filtre.texte}`,
  );
  return (
    <>
      <Carte titre={`Carte en vigueur, révision ${carte.revision}`}>
        <search className="s-filtres" aria-label="Chercher dans la carte">
          <Recherche
            libelle="Type ou champ"
            libelleVisible
            placeholder="Engagement, Query.formations…"
            valeur={filtre.texte}
            onChange={filtre.saisir}
            onValider={filtre.terminer}
            onBlur={filtre.terminer}
          />
          <Selection
            libelle="Responsable"
            valeur={maison}
            onChange={(choisie) => modifierRecherche({ maison: choisie })}
            options={[
              { valeur: '', libelle: 'Tous' },
              ...partenaires.map(({ partenaire }) => ({
                valeur: partenaire,
                libelle: nomEditeur(partenaire),
              })),
              { valeur: TOUTES_LES_MAISONS, libelle: 'Toutes les maisons' },
            ]}
          />
        </search>
        {retenues.length === 0 ? (
          <EtatVide titre="Rien dans la carte ne répond à ces filtres.">
            <p>Un type qui n’y est pas peut être défini par la maison qui le publie la première.</p>
          </EtatVide>
        ) : (
          <>
            <Tableau
              legende="Types et champs, et la maison qui en répond"
              lignes={visibles}
              cleDe={({ nom, nature }) => `${nature} ${nom}`}
              colonnes={[
                {
                  cle: 'nom',
                  entete: 'Type ou champ',
                  titreDeLigne: true,
                  rendu: ({ nom }) => <code>{nom}</code>,
                },
                { cle: 'nature', entete: 'Nature', rendu: ({ nature }) => nature },
                {
                  cle: 'maison',
                  entete: 'Responsable',
                  rendu: ({ partenaire }) =>
                    partenaire === null ? (
                      'toutes les maisons, à l’identique'
                    ) : (
                      <MarqueEditeur editeur={partenaire} />
                    ),
                },
                {
                  cle: 'cles',
                  entete: 'Clés',
                  rendu: ({ cles }) =>
                    cles.length === 0 ? 'aucune' : cles.map((cle) => <code key={cle}>{cle} </code>),
                },
              ]}
            />
            <Pagination
              affiches={visibles.length}
              total={retenues.length}
              nom={visibles.length < 2 ? 'ligne' : 'lignes'}
              suite={aUneSuite}
              onSuite={afficherLaSuite}
            />
            <ExportsDeListe
              nom="carte de responsabilité"
              lire={() => carteEnTableau(retenues, carte)}
            />
          </>
        )}
      </Carte>
      <Carte titre="Les maisons dans le graphe">
        <Proprietes
          elements={partenaires.map(({ partenaire, suffixe, hotes }) => ({
            nom: nomEditeur(partenaire),
            valeur: (
              <>
                contributions en <code>{suffixe}</code> ; hôtes permis :{' '}
                {hotes.length === 0 ? 'aucun de déclaré' : <code>{hotes.join(', ')}</code>}
              </>
            ),
          }))}
        />
        {carte.accords.length > 0 && (
          <>
            <h3>Accords donnés</h3>
            <ul className="s-puces">
              {carte.accords.map(({ nature, coordonnee, beneficiaire }) => (
                <li key={`${nature} ${coordonnee} ${beneficiaire}`}>
                  {nomEditeur(beneficiaire)} {AUTORISATIONS[nature] ?? nature}{' '}
                  <code>{coordonnee}</code>
                </li>
              ))}
            </ul>
          </>
        )}
      </Carte>
    </>
  );
}
