import { type IssueDeGeste, IssueDeGesteLue, useGeste } from '@passerelle/portal-kit';
import { Bandeau, Bouton, Champ, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useRef, useState } from 'react';
import {
  type AvenantCompletFragment,
  type ModificationEngagementInput,
  ModifierAvenantDocument,
  type PageTexteQuery,
} from '../generated/graphql.js';
import { completer, modificationsDe } from './modifications.js';

/** Writes an avenant: an engagement at a time, or all the signed wordings from a workbook. */
export function RedigerAvenant({
  avenant,
  engagements,
  onFait,
}: {
  avenant: AvenantCompletFragment;
  engagements: NonNullable<PageTexteQuery['engagements']>;
  onFait: () => void;
}): ReactNode {
  const modifier = useGeste(ModifierAvenantDocument, 'Avenant enregistré', onFait);
  const [code, setCode] = useState(engagements[0]?.code ?? 'E01');
  const [libelle, setLibelle] = useState('');
  const [echeance, setEcheance] = useState('');
  const [source, setSource] = useState(avenant.source ?? '');
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const [souci, setSouci] = useState<string | null>(null);
  const entree = useRef<HTMLInputElement>(null);
  const transcription = avenant.nature === 'TRANSCRIPTION';

  const enregistrer = async (modifications: ModificationEngagementInput[]): Promise<void> => {
    setSouci(null);
    const resultat = await modifier.faire({
      input: {
        avenant: avenant.id,
        objet: avenant.objet,
        source: transcription ? source : null,
        modifications: { engagements: modifications },
        versionAttendue: avenant.version,
      },
    });
    setIssue(resultat);
    if (resultat.sorte === 'depassee') onFait();
  };

  const charger = async (fichier: File): Promise<void> => {
    try {
      const { lireXlsx } = await import('@passerelle/portal-files');
      const lues = (await lireXlsx(fichier)).flatMap(({ lignes }) => lignes);
      const modifications = lues.flatMap(([premiere, seconde]): ModificationEngagementInput[] => {
        const lu = String(premiere ?? '')
          .trim()
          .toUpperCase();
        const texte = String(seconde ?? '').trim();
        return /^E\d{2}$/.test(lu) && texte !== '' ? [{ code: lu, libelle: texte }] : [];
      });
      if (modifications.length === 0) {
        setSouci('Aucune ligne ne porte un code d’engagement, puis son libellé.');
        return;
      }
      await enregistrer(modifications);
    } catch {
      setSouci('Ce fichier n’a pas pu être lu. Enregistrez-le au format .xlsx et recommencez.');
    }
  };

  return (
    <form
      aria-label={`Écrire l’avenant n° ${avenant.numero}`}
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void enregistrer(
          completer(modificationsDe(avenant.changements), {
            code,
            ...(libelle.trim() !== '' && { libelle }),
            ...(echeance !== '' && { echeance }),
          }),
        );
      }}
    >
      {avenant.etat === 'PROPOSE' && (
        <p>Un changement le remet en rédaction : les validations données ne le couvriront plus.</p>
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
      <Selection
        libelle="Engagement"
        valeur={code}
        onChange={setCode}
        options={engagements.map((engagement) => ({
          valeur: engagement.code,
          libelle: `${engagement.code} ${engagement.libelle}`,
        }))}
      />
      <Champ
        libelle="Libellé nouveau"
        multiligne
        lignes={3}
        aide="Laissez vide pour garder le libellé en vigueur."
        valeur={libelle}
        onChange={setLibelle}
        longueurMax={2000}
      />
      {!transcription && (
        <Champ
          libelle="Échéance nouvelle"
          aide="Au format 2024-12-31 ; laissez vide pour garder celle en vigueur."
          valeur={echeance}
          onChange={setEcheance}
        />
      )}
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
          <>
            <Bouton onPress={() => entree.current?.click()}>Charger un classeur (XLSX)</Bouton>
            <input
              ref={entree}
              className="p-hors-ecran"
              type="file"
              accept=".xlsx"
              aria-label="Classeur des libellés signés : code, libellé"
              tabIndex={-1}
              onChange={(evenement) => {
                const fichier = evenement.target.files?.[0];
                evenement.target.value = '';
                if (fichier) void charger(fichier);
              }}
            />
          </>
        )}
      </div>
    </form>
  );
}
