import {
  cheminTerritoire,
  ecrireTerritoire,
  FiltreTerritoire,
  formaterDate,
  jourDuPortail,
  ListeLue,
  lireTerritoire,
  modifierRecherche,
  partenaireDuGraphe,
  setPage,
  useChemin,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Bouton,
  type ColonneTableau,
  EntetePage,
  MarqueDemonstration,
  MarquePartenaire,
  Recherche,
  Selection,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useEffect } from 'react';
import { AnnuaireDocument } from '../generated/graphql.js';
import { enTableau, type OrganisationListee } from './en-tableau.js';
import { LIBELLES_TYPE, lireType, TYPES } from './types.js';

const TITRE = 'Annuaire';

/** Who is who, found by commune, subject, function or name under any known spelling. */
export function PageAnnuaire(): ReactNode {
  useEffect(() => setPage({ titre: TITRE }), []);
  const adresse = useChemin().recherche;
  const recherche = (adresse.get('q') ?? '').slice(0, 100);
  const type = lireType(adresse.get('type'));
  const territoire = lireTerritoire(adresse.get('commune') ?? '');
  const retirer = (
    <Bouton onPress={() => modifierRecherche({ q: null, type: null, commune: null })}>
      Retirer tous les filtres
    </Bouton>
  );
  const lecture = useSuite(
    AnnuaireDocument,
    {
      recherche: recherche.trim() || null,
      commune: territoire?.maille === 'COMMUNE' ? territoire.code : null,
      type,
      le: jourDuPortail().le,
    },
    (donnees) => donnees.annuaire,
    { partenaires: ['etat'] },
  );
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={
          <p>
            Les organisations du service public de l’emploi et les fonctions qui y sont tenues. Un
            nom est trouvé sous toutes ses orthographes connues. Tenu par{' '}
            <MarquePartenaire partenaire="etat" />.
          </p>
        }
      />
      <search className="k-filtres" aria-label="Filtrer l’annuaire">
        <Recherche
          libelle="Nom, fonction ou sujet"
          libelleVisible
          valeur={recherche}
          onChange={(texte) => modifierRecherche({ q: texte.trim() || null })}
        />
        <FiltreTerritoire
          valeur={territoire}
          onChange={(choisi) =>
            modifierRecherche({ commune: choisi === null ? null : ecrireTerritoire(choisi) })
          }
        />
        <Selection
          libelle="Nature"
          valeur={type ?? ''}
          onChange={(choisi) => modifierRecherche({ type: choisi || null })}
          options={[
            { valeur: '', libelle: 'Toutes les organisations' },
            ...TYPES.map((code) => ({ valeur: code, libelle: LIBELLES_TYPE[code] })),
          ]}
        />
      </search>
      <ListeLue
        lecture={lecture}
        partenaire="etat"
        nom="organisations"
        exporter={({ elements }) => enTableau(elements)}
        vide={{
          titre: 'Aucune organisation ne correspond.',
          texte: 'Retirez un filtre, ou cherchez une commune voisine.',
          actions: retirer,
        }}
      >
        {(organisations) => (
          <Tableau
            legende="Organisations du service public de l’emploi"
            colonnes={COLONNES}
            lignes={organisations}
            cleDe={({ id }) => id}
            enteteCollante
          />
        )}
      </ListeLue>
    </>
  );
}

const COLONNES: ColonneTableau<OrganisationListee>[] = [
  {
    cle: 'nom',
    entete: 'Organisation',
    titreDeLigne: true,
    rendu: ({ nom, type, partenaire, demonstration }) => (
      <>
        {nom} {demonstration && <MarqueDemonstration />}
        <br />
        <span className="k-discret">{LIBELLES_TYPE[type]}</span>{' '}
        {partenaire && <MarquePartenaire partenaire={partenaireDuGraphe(partenaire)} />}
      </>
    ),
  },
  {
    cle: 'territoire',
    entete: 'Territoire',
    rendu: ({ territoire }) => <a href={cheminTerritoire(territoire)}>{territoire.nom}</a>,
  },
  { cle: 'sujets', entete: 'Sujets', rendu: ({ sujets }) => sujets.join(', ') },
  {
    cle: 'fonctions',
    entete: 'Fonctions',
    rendu: ({ roles }) => (
      <ul>
        {roles.map(({ id, fonction, titulaire, alias, du, source }) => (
          <li key={id}>
            {fonction}
            {titulaire && ` : ${titulaire}`}
            {alias.map(({ nom, source: autre }) => (
              <span key={nom}>
                , aussi écrit {nom} ({autre.intitule})
              </span>
            ))}
            <span className="k-discret">
              {' '}
              depuis le {formaterDate(du)} au moins. {source.intitule}.
            </span>
          </li>
        ))}
      </ul>
    ),
  },
  {
    cle: 'contact',
    entete: 'Contact',
    rendu: ({ contact }) =>
      contact === null || contact === undefined
        ? 'Aucun contact publié'
        : [contact.telephone, contact.courriel, contact.adresse].filter(Boolean).join(', '),
  },
];
