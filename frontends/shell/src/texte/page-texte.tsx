import {
  ExportsDeListe,
  formaterDate,
  jourDuPortail,
  nomPartenaire,
  partenaireDuGraphe,
  peutAgir,
  useAgent,
  useLecture,
} from '@passerelle/portal-kit';
import {
  Carte,
  EntetePage,
  EtatVide,
  MarquePartenaire,
  PARTENAIRES,
  type Partenaire,
  Pastille,
  Selection,
  Squelette,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import {
  PageTexteDocument,
  type PageTexteQuery,
  TexteDeVersionDocument,
} from '../generated/graphql.js';
import { usePage } from '../page.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { type Accord, abregerEmpreinte, comparerOriginaux } from '../protocole/originaux.js';
import { ComparerLesOriginaux } from './comparer-les-originaux.js';
import { FicheAvenant } from './fiche-avenant.js';
import { OuvrirAvenant } from './ouvrir-avenant.js';
import { originauxEnTableau, texteEnTableau } from './texte-en-tableau.js';

type Protocole = NonNullable<PageTexteQuery['protocole']>;

const NATURES = {
  SIGNATURE: 'Texte signé',
  AVENANT: 'Avenant',
  TRANSCRIPTION: 'Libellés signés chargés',
} as const;

/** The text by versions, its three originals side by side, and the avenants that change it. */
export function PageTexte(): ReactNode {
  usePage('Texte et avenants');
  const agent = useAgent();
  const lecture = useLecture(PageTexteDocument, {});
  const { donnees, enCours, erreur, relancer } = lecture;
  const protocole = donnees?.protocole ?? null;
  const avenants = donnees?.avenants?.nodes ?? null;
  const redige = peutAgir(agent, 'etat:avenant:ouvrir');
  const enChantier = (avenants ?? []).some(
    ({ etat }) => etat === 'BROUILLON' || etat === 'PROPOSE',
  );
  return (
    <>
      <EntetePage
        titre="Texte et avenants"
        chapo={
          <p>
            Le protocole signé ne change que par avenant, validé par chacune des trois maisons.
            Chaque version reste lisible. <a href="/protocole">Revenir au protocole</a>
          </p>
        }
      />
      <div className="p-grille">
        {enCours && <Squelette libelle="Lecture du texte" forme="carte" lignes={8} />}
        {protocole === null && erreur !== null && (
          <LectureImpossible erreur={erreur} relancer={relancer} />
        )}
        {protocole !== null && <Originaux protocole={protocole} />}
        {protocole !== null && <TexteEnVersion protocole={protocole} />}
        {protocole !== null && avenants === null && (
          <p role="status">L’État ne répond pas : les avenants reviendront avec lui.</p>
        )}
        {avenants !== null && (
          <section aria-label="Avenants" className="p-grille">
            {redige && !enChantier && <OuvrirAvenant onFait={relancer} />}
            {avenants.length === 0 && (
              <EtatVide titre="Aucun avenant n’a été proposé.">
                <p>Le texte en vigueur est celui de la signature.</p>
              </EtatVide>
            )}
            {avenants.map((avenant) => (
              <FicheAvenant
                key={avenant.id}
                avenant={avenant}
                engagements={donnees?.engagements ?? []}
                enjeux={donnees?.enjeux ?? []}
                redige={redige}
                relire={relancer}
              />
            ))}
          </section>
        )}
      </div>
    </>
  );
}

/** For each version, what each house holds, and whether they say the same thing. */
function Originaux({ protocole }: { protocole: Protocole }): ReactNode {
  const tenus: Readonly<Record<Partenaire, Protocole['originauxEtat']>> = {
    etat: protocole.originauxEtat,
    region: protocole.originauxRegion,
    'pole-emploi': protocole.originauxPoleEmploi,
  };
  const originalDe = (maison: Partenaire, version: number) =>
    tenus[maison]?.find((original) => original.version === version) ?? null;
  const accordSur = (version: number): Accord =>
    comparerOriginaux({
      etat: originalDe('etat', version),
      region: originalDe('region', version),
      'pole-emploi': originalDe('pole-emploi', version),
    });
  const differentes = protocole.versions.filter(
    ({ numero }) => accordSur(numero).nature === 'differents',
  );
  return (
    <Carte titre="Trois originaux, version par version">
      <Tableau
        legende="Empreinte de chaque version dans chaque maison"
        lignes={protocole.versions}
        cleDe={({ numero }) => String(numero)}
        colonnes={[
          {
            cle: 'version',
            entete: 'Version',
            titreDeLigne: true,
            rendu: ({ numero, nature, enVigueurLe }) =>
              `${numero}. ${NATURES[nature]}, en vigueur le ${formaterDate(enVigueurLe)}`,
          },
          ...PARTENAIRES.map((maison) => ({
            cle: maison,
            entete: <MarquePartenaire partenaire={maison} />,
            rendu: ({ numero }: Protocole['versions'][number]) => {
              const original = originalDe(maison, numero);
              if (tenus[maison] === null) return 'non lu';
              if (!original) return 'pas encore reçue';
              return (
                <>
                  <code title={original.empreinte}>{abregerEmpreinte(original.empreinte)}</code>
                  {!original.conforme && (
                    <small className="k-detail">le texte tenu ne donne plus cette empreinte</small>
                  )}
                </>
              );
            },
          })),
          {
            cle: 'accord',
            entete: 'Comparaison',
            rendu: ({ numero }) => {
              const accord = accordSur(numero);
              if (accord.nature === 'identiques') return <Pastille ton="ok">identiques</Pastille>;
              if (accord.nature === 'differents') {
                return <Pastille ton="alerte">différents</Pastille>;
              }
              return <Pastille>comparaison incomplète</Pastille>;
            },
          },
        ]}
      />
      <ExportsDeListe
        nom="originaux du texte"
        lire={() =>
          originauxEnTableau(
            protocole.versions.map(({ numero, nature, enVigueurLe }) => ({
              numero,
              nature: NATURES[nature],
              enVigueurLe,
              accord: accordSur(numero),
              tenus: PARTENAIRES.map((maison) => ({
                maison,
                lue: tenus[maison] !== null,
                original: originalDe(maison, numero),
              })),
            })),
          )
        }
      />
      {differentes.map(({ numero }) => (
        <ComparerLesOriginaux key={numero} version={numero} />
      ))}
    </Carte>
  );
}

/** The text of one version, as it was. */
function TexteEnVersion({ protocole }: { protocole: Protocole }): ReactNode {
  const [choisie, setChoisie] = useState<number | null>(null);
  const { le } = jourDuPortail();
  const enVigueur = protocole.versions.find(({ enVigueurLe }) => enVigueurLe <= le)?.numero;
  const version = choisie ?? enVigueur ?? protocole.version;
  const { donnees, enCours } = useLecture(TexteDeVersionDocument, { version });
  const texte = donnees?.protocole?.texte ?? null;
  return (
    <Carte titre="Le texte, à chaque version">
      <Selection
        libelle="Version"
        valeur={String(version)}
        onChange={(valeur) => setChoisie(Number(valeur))}
        options={protocole.versions.map(({ numero, nature, enVigueurLe }) => ({
          valeur: String(numero),
          libelle: `${numero}. ${NATURES[nature]}, ${formaterDate(enVigueurLe)}`,
        }))}
      />
      {enCours && <Squelette libelle="Lecture de cette version" lignes={6} />}
      {texte !== null && (
        <details>
          <summary>Les {texte.engagements.length} engagements de cette version</summary>
          <Tableau
            legende={`Engagements de la version ${texte.numero}`}
            lignes={texte.engagements}
            cleDe={({ code }) => code}
            colonnes={[
              { cle: 'code', entete: 'Engagement', titreDeLigne: true, rendu: ({ code }) => code },
              { cle: 'libelle', entete: 'Libellé', rendu: ({ libelle }) => libelle },
              {
                cle: 'echeance',
                entete: 'Échéance',
                rendu: ({ echeance }) => (echeance === null ? 'aucune' : formaterDate(echeance)),
              },
              {
                cle: 'pilote',
                entete: 'Pilote et copilotes',
                rendu: ({ pilote, copilotes }) =>
                  [pilote, ...copilotes]
                    .map((maison) => nomPartenaire(partenaireDuGraphe(maison)))
                    .join(', '),
              },
              {
                cle: 'retire',
                entete: 'Retrait',
                rendu: ({ retireLe }) =>
                  retireLe === null
                    ? 'en vigueur'
                    : `retiré, dernier jour le ${formaterDate(retireLe)}`,
              },
            ]}
          />
          <ExportsDeListe
            nom={`texte, version ${texte.numero}`}
            lire={() => texteEnTableau(texte)}
          />
        </details>
      )}
    </Carte>
  );
}
