import { ExportsDeListe, formaterDate, setPage, useLecture } from '@passerelle/portal-kit';
import { Carte, EntetePage, Proprietes } from '@passerelle/portal-ui';
import { type ReactNode, useEffect } from 'react';
import { TextesDeReferenceDocument } from '../generated/graphql.js';
import { LectureEtat } from './lecture-etat.js';
import { MenuMemoire } from './menu-memoire.js';
import { SourceCitee, Sources } from './sources.js';
import { divergencesEnTableau, registreEnTableau } from './textes-en-tableau.js';

const TITRE = 'Textes de référence';

/** The register of texts, where sources differ, and the founding press release. */
export function PageTextes(): ReactNode {
  useEffect(() => setPage({ titre: TITRE }), []);
  const lecture = useLecture(TextesDeReferenceDocument, {}, { partenaires: ['etat'] });
  const { documentsReference, divergences, communiques } = lecture.donnees ?? {};
  const lus =
    documentsReference && divergences && communiques
      ? { documentsReference, divergences, communiques }
      : null;
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={
          <p>
            Les textes auxquels les engagements se réfèrent. Quand deux sources ne disent pas la
            même chose, les deux sont montrées.
          </p>
        }
      />
      <MenuMemoire courant="/textes" />
      <LectureEtat lecture={lecture} contenu={lus} objet="les textes de référence">
        {(textes) => (
          <div className="p-grille">
            {textes.communiques.map((communique) => (
              <Carte key={communique.id} titre={communique.titre} aside={communique.surtitre}>
                <p>
                  {communique.lieu}, le {formaterDate(communique.le)}
                </p>
                {communique.citations.map(({ texte, auteur, fonction }) => (
                  <blockquote key={auteur}>
                    <p>« {texte} »</p>
                    <footer>
                      {auteur}, {fonction}
                    </footer>
                  </blockquote>
                ))}
                <Proprietes
                  elements={[
                    { nom: 'Service', valeur: communique.service },
                    {
                      nom: 'Téléphone',
                      valeur: (
                        <a href={`tel:${communique.telephone.replaceAll(' ', '')}`}>
                          {communique.telephone}
                        </a>
                      ),
                    },
                    {
                      nom: 'Courriel',
                      valeur: <a href={`mailto:${communique.courriel}`}>{communique.courriel}</a>,
                    },
                    { nom: 'Adresse', valeur: communique.adresse },
                  ]}
                />
                <Sources sources={[communique.source]} />
              </Carte>
            ))}
            <Carte titre="Registre des textes">
              <ul>
                {textes.documentsReference.map(({ id, titre, auteur, dates, lien }) => (
                  <li key={id} id={`texte-${id}`}>
                    {lien ? (
                      <a href={lien} rel="noreferrer" target="_blank">
                        {titre} <span className="p-hors-ecran">(nouvel onglet)</span>
                      </a>
                    ) : (
                      titre
                    )}
                    , {auteur}.{' '}
                    {dates.map(({ enonce, source }, index) => (
                      <span key={enonce}>
                        {index > 0 && ' ; '}
                        {enonce} (<SourceCitee source={source} />)
                      </span>
                    ))}
                    .
                  </li>
                ))}
              </ul>
              <ExportsDeListe
                nom="textes de référence"
                lire={() => registreEnTableau(textes.documentsReference, lecture.lueA.etat)}
              />
            </Carte>
            <Carte titre="Ce que les sources disent différemment">
              {textes.divergences.map(({ id, objet, enonces, traitement }) => (
                <section key={id}>
                  <h3>{objet}</h3>
                  <ul>
                    {enonces.map(({ enonce, source }) => (
                      <li key={enonce}>
                        {enonce} : <SourceCitee source={source} />
                      </li>
                    ))}
                  </ul>
                  <p>{traitement}</p>
                </section>
              ))}
              <ExportsDeListe
                nom="divergences des sources"
                lire={() => divergencesEnTableau(textes.divergences, lecture.lueA.etat)}
              />
            </Carte>
          </div>
        )}
      </LectureEtat>
    </>
  );
}
