import { type CarnetLu, type DocumentsDuSuivi, useReglage } from '@passerelle/portal-kit';
import { Bandeau, Bouton, Carte, Champ, GroupeRadio } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';

const CHOIX = [
  { valeur: 'oui', libelle: 'La recevoir' },
  { valeur: 'non', libelle: 'Ne pas la recevoir' },
] as const;

/** Whether the reader wants the letter of Monday, where, and what it looks like. */
export function LettreDuLundi({
  documents,
  carnet,
}: {
  documents: DocumentsDuSuivi;
  carnet: CarnetLu;
}): ReactNode {
  const [voulue, setVoulue] = useState(carnet.lettre);
  const [adresse, setAdresse] = useState(carnet.courriel ?? '');
  const [refus, setRefus] = useState<string | null>(null);
  const [envoi, setEnvoi] = useState<{ ton: 'ok' | 'alerte'; phrase: string } | null>(null);
  const reglerLettre = useReglage(documents.reglerLettre);
  const recevoir = useReglage(documents.recevoirMaLettre);

  const enregistrer = async (): Promise<void> => {
    setEnvoi(null);
    setRefus(
      await reglerLettre.regler({ input: { lettre: voulue, courriel: adresse } }, () =>
        voulue ? 'La lettre partira lundi à 7 h.' : 'Vous ne recevrez pas la lettre.',
      ),
    );
  };
  const essayer = async (): Promise<void> => {
    let partieA: string | null = null;
    const message = await recevoir.regler({}, (donnees) => {
      partieA = donnees.acte?.adresse ?? null;
      return 'Lettre envoyée.';
    });
    setEnvoi(
      message === null
        ? { ton: 'ok', phrase: `Lettre envoyée à ${partieA}.` }
        : { ton: 'alerte', phrase: message },
    );
  };

  return (
    <Carte titre="Lettre du lundi">
      <p>
        Chaque lundi à 7 h : vos séances de la semaine, ce qui vous attend, ce qui a bougé. Jamais
        une donnée nominative.
      </p>
      <form
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void enregistrer();
        }}
      >
        <GroupeRadio
          libelle="Lettre du lundi"
          valeur={voulue ? 'oui' : 'non'}
          options={CHOIX}
          onChange={(choix) => setVoulue(choix === 'oui')}
        />
        <Champ
          libelle="Adresse professionnelle"
          type="email"
          autoComplete="email"
          valeur={adresse}
          onChange={setAdresse}
          requis={voulue}
          aide="Dans votre maison, qui seule la garde."
          erreur={refus ?? undefined}
        />
        {envoi && <Bandeau ton={envoi.ton} titre={envoi.phrase} />}
        <div className="p-actions">
          <Bouton type="submit" variante="principal" enCours={reglerLettre.enCours}>
            Enregistrer
          </Bouton>
          {carnet.courriel && (
            <Bouton enCours={recevoir.enCours} onPress={() => void essayer()}>
              Recevoir ma lettre maintenant
            </Bouton>
          )}
        </div>
      </form>
    </Carte>
  );
}
