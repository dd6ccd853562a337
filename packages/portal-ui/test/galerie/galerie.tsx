import { type ReactNode, useState } from 'react';
import {
  Bandeau,
  Bouton,
  Carte,
  CarteArrondissements,
  CHOIX_THEME,
  Champ,
  Chiffre,
  Curseur,
  Dialogue,
  EntetePage,
  EtatErreur,
  EtatVide,
  GroupeRadio,
  Jauge,
  LIBELLES_METEO,
  LienBouton,
  MarqueDemonstration,
  MarquePartenaire,
  METEOS,
  Menu,
  type Meteo,
  Moment,
  Onglets,
  PARTENAIRES,
  Pagination,
  Pastille,
  PastilleMeteo,
  Proprietes,
  Recherche,
  RechercheAvecPropositions,
  Selection,
  SousMenu,
  Squelette,
  Tableau,
  useTheme,
} from '../../dist/index.js';

/** Every component on one page, alive: what the accessibility and keyboard tests look at. */
export function Galerie(): ReactNode {
  return (
    <main>
      <EntetePage
        titre="Galerie"
        fil={[{ libelle: 'Accueil', href: '#' }]}
        chapo={<p>Tous les composants.</p>}
        actions={<LienBouton href="#tableau">Aller au tableau</LienBouton>}
      />
      <div className="p-grille">
        <Marques />
        <Saisies />
        <Recherches />
        <Superpositions />
        <Donnees />
        <Etats />
      </div>
    </main>
  );
}

function Marques(): ReactNode {
  return (
    <Carte titre="Marques" aside={<MarqueDemonstration />}>
      {PARTENAIRES.map((partenaire) => (
        <Carte key={partenaire} niveau={3} titre={<MarquePartenaire partenaire={partenaire} />}>
          <p>55 %</p>
          <Jauge valeur={55} partenaire={partenaire} />
        </Carte>
      ))}
      <p>
        {METEOS.map((meteo) => (
          <span key={meteo}>
            <PastilleMeteo meteo={meteo} /> <PastilleMeteo meteo={meteo} discrete />{' '}
          </span>
        ))}
        <Pastille>neutre</Pastille>
      </p>
      <p>
        <Moment iso="2023-12-14T16:42:00Z" proche="hier, 17:42" exact="14 décembre 2023 à 17:42" />
      </p>
      {(['information', 'ok', 'attention', 'alerte'] as const).map((ton) => (
        <Bandeau key={ton} ton={ton} titre={`Bandeau ${ton}.`} annonce="aucune">
          La suite de la phrase, avec <a href="#tableau">un lien</a>.
        </Bandeau>
      ))}
    </Carte>
  );
}

function Saisies(): ReactNode {
  const [avancement, setAvancement] = useState(55);
  const [commentaire, setCommentaire] = useState('Douze places ouvertes.');
  const [meteo, setMeteo] = useState<Meteo>('SOLEIL');
  const [maille, setMaille] = useState('COMMUNE');
  return (
    <Carte titre="Saisies">
      <Curseur libelle="Avancement" valeur={avancement} onChange={setAvancement} />
      <p>
        Reçu : <output id="avancement-recu">{avancement}</output>
      </p>
      <Champ
        libelle="Commentaire"
        multiligne
        longueurMax={30}
        valeur={commentaire}
        onChange={setCommentaire}
      />
      <Champ
        libelle="Preuve"
        type="url"
        requis
        aide="Une adresse publique."
        erreur="Cette adresse ne commence pas par https."
        valeur="exemple"
        onChange={() => undefined}
      />
      <GroupeRadio
        libelle="Météo"
        valeur={meteo}
        onChange={setMeteo}
        options={METEOS.map((valeur) => ({ valeur, libelle: LIBELLES_METEO[valeur] }))}
      />
      <Selection
        libelle="Maille"
        valeur={maille}
        onChange={setMaille}
        options={[
          { valeur: 'COMMUNE', libelle: 'Communes' },
          { valeur: 'EPCI', libelle: 'EPCI' },
        ]}
      />
      <div className="p-actions">
        <Bouton variante="principal">Publier pour les partenaires</Bouton>
        <Bouton enCours>Valider</Bouton>
        <ActeQuiRetireSonBouton />
        <Bouton desactive>Publier</Bouton>
        <Bouton variante="danger">Abandonner le brouillon</Bouton>
      </div>
    </Carte>
  );
}

function Recherches(): ReactNode {
  const [simple, setSimple] = useState('Denain');
  const [texte, setTexte] = useState('');
  const [choisi, setChoisi] = useState('rien');
  const lieux = ['Valenciennes', 'Valenciennes Métropole', 'Lens'].map((libelle) => ({
    cle: libelle.replace(' ', '-'),
    libelle,
    detail: 'commune',
    href: '#',
  }));
  return (
    <Carte titre="Recherches">
      <Recherche libelle="Territoire" libelleVisible valeur={simple} onChange={setSimple} />
      <RechercheAvecPropositions
        libelle="Chercher partout"
        raccourci="/"
        valeur={texte}
        onChange={setTexte}
        groupes={[
          {
            titre: 'Territoires',
            propositions: lieux.filter(({ libelle }) => libelle.startsWith(texte)),
          },
        ]}
        rien="Rien ne correspond."
        onChoisir={({ libelle }) => setChoisi(libelle)}
      />
      <p>
        Choisi : <output id="choisi">{choisi}</output>
      </p>
    </Carte>
  );
}

function Superpositions(): ReactNode {
  const [ouvert, setOuvert] = useState(false);
  const [theme, choisirTheme] = useTheme();
  return (
    <Carte titre="Superpositions">
      <div className="p-actions">
        <Bouton onPress={() => setOuvert(true)}>Ouvrir le dialogue</Bouton>
        <Menu
          libelle="Réglages"
          sections={[
            {
              titre: 'Apparence',
              elements: CHOIX_THEME.map(({ cle, libelle }) => ({
                cle,
                libelle,
                coche: cle === theme,
                onAction: () => choisirTheme(cle),
              })),
            },
          ]}
        >
          Réglages
        </Menu>
      </div>
      <Dialogue ouvert={ouvert} onFermer={() => setOuvert(false)} titre="Abandonner le brouillon ?">
        <p>Le texte sera perdu pour votre maison.</p>
      </Dialogue>
    </Carte>
  );
}

function Donnees(): ReactNode {
  const lignes = [
    { code: '59606', nom: 'Valenciennes', habitants: '42 846' },
    { code: '62498', nom: 'Lens', habitants: '32 663' },
  ];
  return (
    <Carte titre="Données" id="tableau">
      <Tableau
        legende="Communes"
        legendeVisible
        lignes={lignes}
        cleDe={({ code }) => code}
        colonnes={[
          {
            cle: 'nom',
            entete: 'Nom',
            titreDeLigne: true,
            rendu: ({ nom }) => <a href="#tableau">{nom}</a>,
          },
          { cle: 'code', entete: 'Code', rendu: ({ code }) => code },
          {
            cle: 'habitants',
            entete: 'Habitants',
            numerique: true,
            rendu: ({ habitants }) => habitants,
          },
        ]}
      />
      <Pagination affiches={20} nom="communes" suite onSuite={() => undefined} />
      <Chiffre
        libelle="Places à pourvoir"
        valeur="412"
        partenaire="region"
        methode="Places ouvertes moins les inscrits."
        arreteLe="15 décembre 2023"
        demonstration
      />
      <Onglets
        libelle="Mailles"
        onglets={[
          { cle: 'epci', titre: 'EPCI', contenu: <p>Quatre EPCI.</p> },
          { cle: 'communes', titre: 'Communes', contenu: <p>Quatre-vingt-deux communes.</p> },
        ]}
      />
      <SousMenu
        libelle="Pages de la galerie"
        liens={[
          { href: '#etat', libelle: 'État', courant: false },
          { href: '#journal', libelle: 'Journal', courant: false },
          { href: '#jetons', libelle: 'Jetons de la maison', courant: false },
          { href: '#usages', libelle: 'Usages du graphe', courant: false },
          { href: '#carte', libelle: 'Carte de responsabilité', courant: true },
        ]}
      />
      <Proprietes
        elements={[
          { nom: 'Révision', valeur: '12' },
          {
            nom: 'Adresse',
            valeur: <code>https://region.example/graphql/sous-graphe-tres-long</code>,
          },
        ]}
      />
      <CarteArrondissements
        actif="596"
        arrondissements={[
          { code: '595', nom: 'Lille', href: '#', centre: { longitude: 3.06, latitude: 50.61 } },
          {
            code: '596',
            nom: 'Valenciennes',
            href: '#',
            centre: { longitude: 3.47, latitude: 50.38 },
          },
        ]}
      />
    </Carte>
  );
}

function Etats(): ReactNode {
  return (
    <Carte titre="États">
      <Squelette lignes={2} />
      <EtatVide titre="Aucune séance à venir." actions={<Bouton>Préparer une séance</Bouton>}>
        <p>Une séance fixée par la sous-préfecture apparaîtra ici.</p>
      </EtatVide>
      <EtatErreur
        titre="Cette action n’a pas abouti"
        message="Rien n’a changé."
        reference="7F3A-22"
        onReessayer={() => undefined}
      />
    </Carte>
  );
}

function ActeQuiRetireSonBouton(): ReactNode {
  const [envois, setEnvois] = useState(0);
  const [fini, setFini] = useState(false);
  return (
    <>
      {!fini && (
        <Bouton enCours={envois > 0} onPress={() => setEnvois(envois + 1)}>
          Envoyer
        </Bouton>
      )}
      <span id="envois">{envois}</span>
      <Bouton onPress={() => setFini(true)}>Recevoir la réponse</Bouton>
    </>
  );
}
