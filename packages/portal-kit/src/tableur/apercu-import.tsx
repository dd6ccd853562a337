import { Bandeau, Bouton, LIBELLES_METEO, METEOS, Pastille, Tableau } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { LIBELLES_VISIBILITE } from '../contribution/contribution.js';
import { VISIBILITES } from '../contribution/saisie.js';
import { NOMS_DES_CHAMPS } from './classeur.js';
import type { EngagementDuTableur, ReponseImport } from './tableur.js';

export interface ProprietesApercu {
  fichier: string;
  acte: NonNullable<ReponseImport['acte']>;
  engagements: readonly EngagementDuTableur[];
  enCours: boolean;
  onEnregistrer: () => void;
  onRenoncer: () => void;
}

/** What the file would change, line by line, before anything is recorded. */
export function ApercuImport({
  fichier,
  acte,
  engagements,
  enCours,
  onEnregistrer,
  onRenoncer,
}: ProprietesApercu): ReactNode {
  const titre = useRef<HTMLHeadingElement>(null);
  // What the agent asked for is below the button: keyboard and screen reader go to it.
  useEffect(() => titre.current?.focus(), []);
  const { changements, erreurs, inchangees } = acte;
  const nombre = changements.length;
  const libelleDe = (code: string): string =>
    engagements.find((engagement) => engagement.code === code)?.libelle ?? '';
  return (
    <section className="k-tableur__apercu" aria-label={`Aperçu de ${fichier}`}>
      <h3 ref={titre} tabIndex={-1}>
        {fichier} : {compte(nombre, 'contribution change', 'contributions changent')},{' '}
        {compte(inchangees, 'ligne inchangée', 'lignes inchangées')}
      </h3>
      {erreurs.length > 0 && (
        <>
          <Bandeau
            ton="alerte"
            annonce="aucune"
            titre={`${compte(erreurs.length, 'erreur', 'erreurs')} : rien ne peut être enregistré.`}
          >
            Corrigez ces lignes dans le classeur, puis importez-le de nouveau.
          </Bandeau>
          <Tableau
            legende="Erreurs du classeur, ligne par ligne"
            lignes={erreurs}
            cleDe={({ ligne, champ, code }) => `${ligne} ${champ ?? ''} ${code}`}
            colonnes={[
              {
                cle: 'ligne',
                entete: 'Ligne',
                titreDeLigne: true,
                rendu: ({ ligne, engagement }) => `Ligne ${ligne}, ${engagement}`,
              },
              {
                cle: 'champ',
                entete: 'Colonne',
                rendu: ({ champ }) =>
                  champ ? (NOMS_DES_CHAMPS[champ] ?? champ) : 'toute la ligne',
              },
              { cle: 'message', entete: 'Ce qui ne va pas', rendu: ({ message }) => message },
            ]}
          />
        </>
      )}
      {nombre > 0 && (
        <Tableau
          legende="Ce que le classeur change, avant et après"
          lignes={changements}
          cleDe={({ engagement, ligne }) => `${engagement} ${ligne}`}
          colonnes={[
            {
              cle: 'engagement',
              entete: 'Engagement',
              titreDeLigne: true,
              rendu: ({ engagement, etat }) => (
                <span className="k-tableur__engagement">
                  <strong>{engagement}</strong> {libelleDe(engagement)}
                  {etat === 'VALIDEE' && (
                    <Pastille ton="attention">validée : elle redevient brouillon</Pastille>
                  )}
                </span>
              ),
            },
            {
              cle: 'champs',
              entete: 'Changements',
              rendu: ({ champs }) => (
                <dl className="k-tableur__champs">
                  {champs.map(({ champ, avant, apres }) => (
                    <div key={champ}>
                      <dt>{NOMS_DES_CHAMPS[champ] ?? champ}</dt>
                      <dd>
                        <del>
                          <span className="p-hors-ecran">Avant : </span>
                          {valeurLue(champ, avant)}
                        </del>{' '}
                        <ins>
                          <span className="p-hors-ecran">Après : </span>
                          {valeurLue(champ, apres)}
                        </ins>
                      </dd>
                    </div>
                  ))}
                </dl>
              ),
            },
          ]}
        />
      )}
      {nombre === 0 && erreurs.length === 0 && (
        <p>Ce classeur dit ce qui est déjà enregistré : il n’y a rien à faire.</p>
      )}
      <div className="p-actions">
        {nombre > 0 && erreurs.length === 0 && (
          <Bouton variante="principal" enCours={enCours} onPress={onEnregistrer}>
            {nombre === 1 ? 'Enregistrer le brouillon' : `Enregistrer les ${nombre} brouillons`}
          </Bouton>
        )}
        <Bouton variante="discret" onPress={onRenoncer}>
          Renoncer à cet import
        </Bouton>
      </div>
    </section>
  );
}

function compte(nombre: number, un: string, plusieurs: string): string {
  return `${nombre} ${nombre > 1 ? plusieurs : un}`;
}

function valeurLue(champ: string, valeur: string | null | undefined): string {
  if (valeur === null || valeur === undefined) return 'rien';
  if (champ === 'avancement') return `${valeur} %`;
  const meteo = METEOS.find((code) => code === valeur);
  if (champ === 'meteo' && meteo) return LIBELLES_METEO[meteo];
  const visibilite = VISIBILITES.find((code) => code === valeur);
  if (champ === 'visibilite' && visibilite) return LIBELLES_VISIBILITE[visibilite].nom;
  return valeur;
}
