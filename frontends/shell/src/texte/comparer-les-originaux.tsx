import { useLecture } from '@passerelle/portal-kit';
import { Bandeau, MarquePartenaire, type Partenaire, Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { PassagesDesOriginauxDocument } from '../generated/graphql.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { type Ecart, ecartsEntreOriginaux, type Passage } from './ecarts-entre-originaux.js';
import { direDuTexte, nomDuPassage } from './libelles-du-texte.js';
import { MotsCompares } from './mots-compares.js';

type Tenu = { version: number; passages: readonly Passage[] };

/** The passages of one version that the three originals do not hold alike, word by word. */
export function ComparerLesOriginaux({ version }: { version: number }): ReactNode {
  const { donnees, enCours, erreur, relancer } = useLecture(PassagesDesOriginauxDocument, {});
  const protocole = donnees?.protocole;
  if (enCours) return <Squelette libelle="Comparaison des originaux" lignes={6} />;
  if (!protocole) return erreur && <LectureImpossible erreur={erreur} relancer={relancer} />;
  const passagesDe = (tenus: readonly Tenu[] | null | undefined): readonly Passage[] | null =>
    tenus ? (tenus.find((original) => original.version === version)?.passages ?? []) : null;
  const ecarts = ecartsEntreOriginaux({
    etat: passagesDe(protocole.originauxEtat),
    region: passagesDe(protocole.originauxRegion),
    'pole-emploi': passagesDe(protocole.originauxPoleEmploi),
  });
  return (
    <section aria-label={`Écarts entre les originaux, version ${version}`}>
      <h3>Version {version} : ce que les maisons ne tiennent pas de même</h3>
      {ecarts.length === 0 ? (
        <p>
          Les textes lus sont les mêmes, passage par passage. L’écart tient à l’empreinte
          enregistrée, qui n’est plus celle du texte tenu.
        </p>
      ) : (
        <>
          <Bandeau ton="alerte" annonce="aucune" titre={direNombre(ecarts.length)}>
            Aucun des trois ne l’emporte : le secrétariat du SPER rapproche les exemplaires signés.
          </Bandeau>
          {ecarts.map((ecart) => (
            <EcartLu key={`${ecart.sujet} ${ecart.champ}`} ecart={ecart} />
          ))}
        </>
      )}
    </section>
  );
}

function direNombre(nombre: number): string {
  return nombre === 1 ? 'Un passage diffère.' : `${nombre} passages diffèrent.`;
}

function EcartLu({ ecart: { sujet, champ, versions } }: { ecart: Ecart }): ReactNode {
  const [reference, ...autres] = versions;
  if (!reference) return null;
  const dire = (texte: string | null): string => direDuTexte(champ, texte ?? '');
  return (
    <article className="s-ecart">
      <h4>{nomDuPassage(sujet, champ)}</h4>
      <dl>
        <dt>
          <Maisons maisons={reference.maisons} />
        </dt>
        <dd>{dire(reference.texte) || 'Passage absent'}</dd>
        {autres.map(({ texte, maisons }) => (
          <div key={maisons.join(' ')}>
            <dt>
              <Maisons maisons={maisons} />
            </dt>
            <dd>
              {texte === null ? (
                'Passage absent'
              ) : (
                <MotsCompares avant={dire(reference.texte)} apres={dire(texte)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function Maisons({ maisons }: { maisons: readonly Partenaire[] }): ReactNode {
  return maisons.map((maison) => (
    <span key={maison}>
      <MarquePartenaire partenaire={maison} />{' '}
    </span>
  ));
}
