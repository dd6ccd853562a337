import { type IssueDeGeste, IssueDeGesteLue, useGeste } from '@passerelle/portal-kit';
import { Bandeau, Bouton, Champ } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import {
  type AvenantCompletFragment,
  ModifierAvenantDocument,
  type ModifierAvenantMutation,
  type PageTexteQuery,
} from '../generated/graphql.js';
import { ChampsDeTexte } from './champs-de-texte.js';
import { ChargerLibelles } from './charger-libelles.js';
import { type Ecriture, ecritureDe, sans } from './modifications.js';
import { ecrire, SAISIE_VIDE, type SaisieDeTexte } from './saisie-d-avenant.js';

type Acte = NonNullable<ModifierAvenantMutation['acte']>;

/** Writes an avenant: an engagement at a time, or all the signed wordings from a workbook. */
export function RedigerAvenant({
  avenant,
  engagements,
  enjeux,
  onFait,
}: {
  avenant: AvenantCompletFragment;
  engagements: NonNullable<PageTexteQuery['engagements']>;
  enjeux: NonNullable<PageTexteQuery['enjeux']>;
  onFait: () => void;
}): ReactNode {
  const modifier = useGeste(ModifierAvenantDocument, 'Avenant enregistré', onFait);
  const [saisie, setSaisie] = useState<SaisieDeTexte>({
    ...SAISIE_VIDE,
    code: engagements.find(({ retireLe }) => retireLe === null)?.code ?? 'E01',
  });
  const [source, setSource] = useState(avenant.source ?? '');
  const [issue, setIssue] = useState<IssueDeGeste<Acte> | null>(null);
  const [manques, setManques] = useState<Readonly<Record<string, string>>>({});
  const [souci, setSouci] = useState<string | null>(null);
  const transcription = avenant.nature === 'TRANSCRIPTION';
  const codes = engagements.map(({ code }) => code);
  const sujets = [...new Set(avenant.changements.map(({ sujet }) => sujet))];
  const ajoutes = sujets.filter((sujet) => /^E\d{2}$/.test(sujet) && !codes.includes(sujet));
  const dejaEcrit = ecritureDe(avenant.changements, codes);

  const enregistrer = async (modifications: Ecriture): Promise<void> => {
    setSouci(null);
    setManques({});
    const resultat = await modifier.faire({
      input: {
        avenant: avenant.id,
        objet: avenant.objet,
        source: transcription ? source : null,
        modifications,
        versionAttendue: avenant.version,
      },
    });
    setIssue(resultat);
    if (resultat.sorte === 'depassee') onFait();
  };
  const soumettre = (): void => {
    const suite = ecrire(dejaEcrit, saisie);
    if ('manques' in suite) setManques(suite.manques);
    else void enregistrer(suite.ecriture);
  };
  const erreurs = { ...erreursDe(issue), ...manques };

  return (
    <form
      aria-label={`Écrire l’avenant n° ${avenant.numero}`}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        soumettre();
      }}
    >
      {avenant.etat === 'PROPOSE' && (
        <p>Un changement le remet en rédaction : les validations données ne le couvriront plus.</p>
      )}
      {sujets.length > 0 && (
        <div className="p-actions">
          {sujets.map((sujet) => (
            <Bouton
              key={sujet}
              variante="discret"
              enCours={modifier.enCours}
              onPress={() => void enregistrer(sans(dejaEcrit, sujet, ajoutes))}
            >
              Ôter le changement : {sujet}
            </Bouton>
          ))}
        </div>
      )}
      {transcription && (
        <Champ
          libelle="Source des libellés signés"
          aide="Le document dont ils sont copiés : ce texte sera montré avec chacun."
          valeur={source}
          onChange={setSource}
          longueurMax={500}
        />
      )}
      <ChampsDeTexte
        saisie={saisie}
        changer={(changement) => setSaisie({ ...saisie, ...changement })}
        engagements={engagements}
        enjeux={enjeux}
        transcription={transcription}
        erreurs={erreurs}
      />
      {souci !== null && (
        <Bandeau ton="attention" annonce="alerte" titre="Le classeur n’a pas été lu.">
          {souci}
        </Bandeau>
      )}
      <IssueDeGesteLue issue={issue} />
      <div className="p-actions">
        <Bouton type="submit" enCours={modifier.enCours}>
          Enregistrer ce changement
        </Bouton>
        {transcription && (
          <ChargerLibelles
            onSouci={setSouci}
            onLus={(lus) => void enregistrer({ ...dejaEcrit, engagements: lus })}
          />
        )}
      </div>
    </form>
  );
}

/** What the house refused, by field: only one engagement is typed at a time. */
function erreursDe(issue: IssueDeGeste<Acte> | null): Readonly<Record<string, string>> {
  const acte = issue?.sorte === 'refus' ? issue.acte : undefined;
  return Object.fromEntries((acte?.erreurs ?? []).map(({ champ, message }) => [champ, message]));
}
