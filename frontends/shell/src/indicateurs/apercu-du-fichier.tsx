import {
  type ApercuDImport,
  direPeriode,
  formaterNombre,
  LIBELLES_MODALITE,
} from '@passerelle/portal-kit';
import { Bandeau, Tableau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { LIBELLES_MAILLE } from '../territoires/mailles.js';

const FORMES = {
  LONGUE: 'une valeur par ligne',
  LARGE: 'un territoire par ligne, une période par colonne',
  SERIE: 'une période par ligne, un seul territoire',
  SERIES: 'une série par ligne, nommée par son territoire',
} as const;

/** What a file changes, or why it changes nothing. */
export function ApercuDuFichier({ apercu }: { apercu: ApercuDImport }): ReactNode {
  const { importe, refus, erreurs, nombreErreurs, changements, nouvelles, modifiees } = apercu;
  return (
    <>
      {importe && (
        <Bandeau ton="ok" titre="Les valeurs sont publiées.">
          {formaterNombre(nouvelles + modifiees)} cases ont changé.
        </Bandeau>
      )}
      {refus && (
        <Bandeau ton="attention" annonce="alerte" titre="Rien n’a été publié.">
          {refus.message}
        </Bandeau>
      )}
      {apercu.forme && (
        <p>
          Fichier lu : {FORMES[apercu.forme]}. {formaterNombre(nouvelles)} nouvelles,{' '}
          {formaterNombre(modifiees)} modifiées, {formaterNombre(apercu.inchangees)} inchangées,{' '}
          {formaterNombre(apercu.ignorees)} laissées de côté.
        </p>
      )}
      {!importe && apercu.masquees ? (
        <Bandeau ton="attention" titre="Des cases montrées jusqu’ici seraient masquées.">
          {formaterNombre(apercu.masquees)} cases : l’effectif d’une case corrigée se déduirait
          d’elles, ou de ce qui a déjà été publié. Corriger plus de territoires à la fois en masque
          souvent moins.
        </Bandeau>
      ) : null}
      {!importe && apercu.inconnus.length > 0 && <TerritoiresInconnus inconnus={apercu.inconnus} />}
      {erreurs.length > 0 && (
        <Tableau
          legende={`${formaterNombre(nombreErreurs)} erreurs, les premières`}
          legendeVisible
          lignes={erreurs}
          cleDe={({ ligne, code }) => `${ligne}-${code}`}
          colonnes={[
            {
              cle: 'ligne',
              entete: 'Ligne',
              titreDeLigne: true,
              rendu: ({ ligne }) => String(ligne),
            },
            { cle: 'message', entete: 'Ce qui ne va pas', rendu: ({ message }) => message },
          ]}
        />
      )}
      {!importe && refus === null && changements.length > 0 && (
        <Tableau
          legende="Les premières cases qui changent"
          legendeVisible
          lignes={changements}
          cleDe={({ maille, code, periode, modalite }) =>
            `${maille}-${code}-${periode}-${modalite}`
          }
          colonnes={[
            { cle: 'nom', entete: 'Territoire', titreDeLigne: true, rendu: ({ nom }) => nom },
            {
              cle: 'periode',
              entete: 'Période',
              rendu: ({ periode, modalite }) =>
                `${direPeriode(periode)}${modalite ? `, ${LIBELLES_MODALITE[modalite].toLowerCase()}` : ''}`,
            },
            {
              cle: 'avant',
              entete: 'Avant',
              numerique: true,
              rendu: ({ avant }) =>
                avant === null || avant === undefined ? 'aucune' : formaterNombre(avant),
            },
            {
              cle: 'apres',
              entete: 'Après',
              numerique: true,
              rendu: ({ apres }) => formaterNombre(apres),
            },
          ]}
        />
      )}
    </>
  );
}

/** The codes that the region does not have: other regions' among them, and those written otherwise. */
function TerritoiresInconnus({ inconnus }: Pick<ApercuDImport, 'inconnus'>): ReactNode {
  return (
    <Tableau
      legende="Territoires du fichier que la région n’a pas"
      legendeVisible
      lignes={inconnus}
      cleDe={({ code, nom }) => `${code}-${nom}`}
      colonnes={[
        {
          cle: 'code',
          entete: 'Dans le fichier',
          titreDeLigne: true,
          rendu: ({ code, nom }) => [code, nom].filter(Boolean).join(', '),
        },
        { cle: 'lignes', entete: 'Lignes', numerique: true, rendu: ({ lignes }) => String(lignes) },
        {
          cle: 'suggestion',
          entete: 'Peut-être',
          rendu: ({ suggestion }) =>
            suggestion
              ? `${suggestion.nom}, ${LIBELLES_MAILLE[suggestion.maille].singulier} ${suggestion.code}`
              : 'une autre région',
        },
      ]}
    />
  );
}
