import { Champ, GroupeRadio, Selection } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { PageTexteQuery } from '../generated/graphql.js';
import {
  CHOIX_DE_COPILOTES,
  MAISONS,
  nommer,
  type SaisieDeTexte,
  valeurDe,
} from './saisie-d-avenant.js';

export interface ProprietesChamps {
  saisie: SaisieDeTexte;
  changer: (changement: Partial<SaisieDeTexte>) => void;
  engagements: NonNullable<PageTexteQuery['engagements']>;
  enjeux: NonNullable<PageTexteQuery['enjeux']>;
  /** A transcription only loads wordings. */
  transcription: boolean;
  erreurs: Readonly<Record<string, string>>;
}

/** What an avenant may do to the text: change an engagement, add one, withdraw one. */
export function ChampsDeTexte(proprietes: ProprietesChamps): ReactNode {
  const { saisie, changer, engagements, transcription, erreurs } = proprietes;
  const { geste } = saisie;
  // What was withdrawn stays in the text and no longer changes.
  const vivants = engagements.filter(({ retireLe }) => retireLe === null);
  return (
    <>
      {!transcription && (
        <GroupeRadio
          libelle="Ce que l’avenant fait"
          valeur={geste}
          onChange={(choisi) => changer({ geste: choisi })}
          options={[
            { valeur: 'modifier', libelle: 'Changer un engagement' },
            {
              valeur: 'ajouter',
              libelle: 'Ajouter un engagement',
              aide: 'Il prend le code suivant.',
            },
            {
              valeur: 'retirer',
              libelle: 'Retirer un engagement',
              aide: 'Il reste lisible, avec son dernier jour ; son code n’est pas repris.',
            },
          ]}
        />
      )}
      {geste !== 'ajouter' && (
        <Selection
          libelle="Engagement"
          valeur={saisie.code}
          onChange={(code) => changer({ code })}
          options={vivants.map(({ code, libelle }) => ({
            valeur: code,
            libelle: `${code} ${libelle}`,
          }))}
        />
      )}
      {geste === 'retirer' ? (
        <Champ
          libelle="Dernier jour"
          type="date"
          requis
          valeur={saisie.retireLe}
          onChange={(retireLe) => changer({ retireLe })}
          erreur={erreurs['retireLe']}
        />
      ) : (
        <Champ
          libelle={geste === 'ajouter' ? 'Libellé' : 'Libellé nouveau'}
          multiligne
          lignes={3}
          aide={
            geste === 'modifier' ? 'Laissez vide pour garder le libellé en vigueur.' : undefined
          }
          requis={geste === 'ajouter'}
          valeur={saisie.libelle}
          onChange={(libelle) => changer({ libelle })}
          longueurMax={2000}
          erreur={erreurs['libelle']}
        />
      )}
      {geste !== 'retirer' && !transcription && <ConduiteEtEcheance {...proprietes} />}
    </>
  );
}

/** Under which enjeu, by whom, by when. */
function ConduiteEtEcheance({
  saisie,
  changer,
  engagements,
  enjeux,
  erreurs,
}: ProprietesChamps): ReactNode {
  const ajoute = saisie.geste === 'ajouter';
  const present = ajoute ? undefined : engagements.find(({ code }) => code === saisie.code);
  const garder = (valeur: string | undefined) => ({
    valeur: '',
    libelle: ajoute ? 'À choisir' : `Garder : ${valeur ?? ''}`,
  });
  const enjeuPresent = enjeux.find(({ numero }) => numero === present?.enjeu?.numero);
  return (
    <>
      <Selection
        libelle="Enjeu"
        valeur={saisie.enjeu}
        onChange={(enjeu) => changer({ enjeu })}
        erreur={erreurs['enjeu']}
        options={[
          garder(enjeuPresent && `${enjeuPresent.numero}. ${enjeuPresent.libelle}`),
          ...enjeux.map(({ numero, libelle }) => ({
            valeur: String(numero),
            libelle: `${numero}. ${libelle}`,
          })),
        ]}
      />
      <Selection
        libelle="Pilote"
        valeur={saisie.pilote}
        onChange={(pilote) => changer({ pilote })}
        erreur={erreurs['pilote']}
        options={[
          garder(present && nommer([present.pilote])),
          ...MAISONS.map((maison) => ({ valeur: maison, libelle: nommer([maison]) })),
        ]}
      />
      <Selection
        libelle="Copilotes"
        valeur={saisie.copilotes}
        onChange={(copilotes) => changer({ copilotes })}
        erreur={erreurs['copilotes']}
        options={[
          ...(ajoute ? [] : [garder(present && nommer(present.copilotes))]),
          ...CHOIX_DE_COPILOTES.map((maisons) => ({
            valeur: ajoute && maisons.length === 0 ? '' : valeurDe(maisons),
            libelle: nommer(maisons),
          })),
        ]}
      />
      <Champ
        libelle={ajoute ? 'Échéance' : 'Échéance nouvelle'}
        type="date"
        aide={ajoute ? undefined : 'Laissez vide pour garder celle en vigueur.'}
        requis={ajoute}
        valeur={saisie.echeance}
        onChange={(echeance) => changer({ echeance })}
        erreur={erreurs['echeance']}
      />
    </>
  );
}
