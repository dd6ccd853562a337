import {
  type ApercuDImport,
  annoncer,
  DOCUMENTS_D_INDICATEURS,
  type ErreurLisible,
  type FichierAImporter,
  type Maille,
  nouvelleCleIdempotence,
  useActe,
} from '@passerelle/portal-kit';
import { Bandeau, Bouton, Carte, Champ, type Partenaire, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { ApercuDuFichier } from './apercu-du-fichier.js';
import { ChoisirFichier, type FichierChoisi } from './choisir-fichier.js';

type Vue = { demande: FichierAImporter; apercu: ApercuDImport } | null;

/** A published file, previewed before anything is written: every mistake told, all or nothing. */
export function ImporterMesures({
  partenaire,
  code,
  apres,
}: {
  partenaire: Partenaire;
  code: string;
  apres: () => void;
}): ReactNode {
  const { executer, enCours } = useActe(DOCUMENTS_D_INDICATEURS[partenaire].importer);
  const [fichier, setFichier] = useState<FichierChoisi | null>(null);
  const [source, setSource] = useState('');
  const [maille, setMaille] = useState<Maille | ''>('');
  const [territoire, setTerritoire] = useState('');
  const [ignorer, setIgnorer] = useState(true);
  const [vue, setVue] = useState<Vue>(null);
  const [erreur, setErreur] = useState<ErreurLisible | null>(null);

  const envoyer = async (demande: FichierAImporter): Promise<void> => {
    const resultat = await executer({ fichier: demande });
    setErreur(resultat.ok ? null : resultat.erreur);
    const apercu = resultat.ok ? resultat.donnees.acte : null;
    if (!apercu) return;
    setVue({ demande, apercu });
    if (!apercu.importe) return;
    annoncer('Valeurs publiées.');
    apres();
  };
  const previsualiser = (): Promise<void> =>
    envoyer({
      indicateur: code,
      contenu: fichier?.texte ?? '',
      source: source.trim(),
      maille: maille === '' ? null : maille,
      territoire: territoire.trim() === '' ? null : territoire.trim(),
      ignorerHorsRegion: ignorer,
      simuler: true,
    });

  return (
    <Carte titre="Importer des valeurs" partenaire={partenaire}>
      <p>
        Un fichier CSV tel que l’INSEE (catalogue de données, séries chronologiques) ou l’opérateur
        le publie : une valeur par ligne, ou un territoire par ligne et une période par colonne, ou
        une ou plusieurs séries. Rien n’est écrit avant que vous ayez lu ce qui change.
      </p>
      <ChoisirFichier
        choisi={fichier}
        onChoix={(choisi) => {
          setVue(null);
          setFichier(choisi);
        }}
      />
      <Champ libelle="Source du fichier" valeur={source} onChange={setSource} requis />
      <Selection<Maille | ''>
        libelle="Maille des codes"
        valeur={maille}
        onChange={setMaille}
        options={[
          { valeur: '', libelle: 'Celle que dit le fichier' },
          { valeur: 'REGION', libelle: 'Région' },
          { valeur: 'DEPARTEMENT', libelle: 'Département' },
          { valeur: 'ARRONDISSEMENT', libelle: 'Arrondissement' },
          { valeur: 'EPCI', libelle: 'EPCI' },
          { valeur: 'COMMUNE', libelle: 'Commune' },
        ]}
      />
      <Champ
        libelle="Code du territoire"
        aide="Pour la série d’un seul territoire, dont le fichier ne porte pas le code."
        valeur={territoire}
        onChange={setTerritoire}
      />
      <label className="s-case">
        <input type="checkbox" checked={ignorer} onChange={(e) => setIgnorer(e.target.checked)} />
        Laisser de côté les territoires des autres régions
      </label>
      <Bouton
        enCours={enCours}
        desactive={fichier === null || source.trim().length < 3}
        onPress={() => void previsualiser()}
      >
        Voir ce qui changerait
      </Bouton>
      {erreur && (
        <Bandeau ton="alerte" annonce="alerte" titre={erreur.titre}>
          {erreur.message} Rien n’a été publié ; votre fichier reste choisi.
        </Bandeau>
      )}
      {vue && <ApercuDuFichier apercu={vue.apercu} />}
      {vue && !vue.apercu.importe && vue.apercu.refus === null && (
        <Bouton
          variante="principal"
          enCours={enCours}
          onPress={() =>
            void envoyer({
              ...vue.demande,
              simuler: false,
              empreinteAttendue: vue.apercu.empreinte ?? null,
              cleIdempotence: nouvelleCleIdempotence(),
            })
          }
        >
          Publier ces valeurs
        </Bouton>
      )}
    </Carte>
  );
}
