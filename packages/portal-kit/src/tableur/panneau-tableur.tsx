import { Bandeau, Bouton, Carte, EtatErreur, Squelette } from '@passerelle/portal-ui';
import { type ReactNode, useRef, useState } from 'react';
import { type Geste, type IssueDeGeste, useGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { peutAgir } from '../date/actes-au-present.js';
import { jourDuPortail } from '../date/jour-du-portail.js';
import { formaterDate, formaterLe } from '../formats/formats.js';
import { useActe } from '../graphe/acte.js';
import { useLecture } from '../graphe/lecture.js';
import { manqueEn } from '../graphe/manques.js';
import { annoncer } from '../navigation/page.js';
import { LectureManquee } from '../partenaires/lecture-manquee.js';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import { useAgent } from '../session/session.js';
import { ApercuImport } from './apercu-import.js';
import { AvancerEnsemble } from './avancer-ensemble.js';
import { ClasseurEtranger, feuilleDesContributions, lignesDuClasseur } from './classeur.js';
import {
  type EngagementDuTableur,
  enVigueur,
  estEnBrouillon,
  type ImportLu,
  type LigneDuTableur,
  type MaisonTableur,
  type ReponseAnnulation,
  type ReponseImport,
} from './tableur.js';

interface Apercu {
  fichier: string;
  lignes: LigneDuTableur[];
  acte: NonNullable<ReponseImport['acte']>;
}

/** A house's contributions all together: out to a spreadsheet, back again, then on their way. */
export function PanneauTableur({ maison }: { maison: MaisonTableur }): ReactNode {
  const { partenaire } = maison;
  const agent = useAgent();
  const lecture = useLecture(
    maison.lire,
    {},
    {
      partenaires: [partenaire],
      mouvements: (mouvement) =>
        mouvement.nature === 'contribution' && mouvement.partenaire === partenaire,
    },
  );
  const simulation = useActe(maison.simuler);
  const importer = useGeste(maison.importer, 'Brouillons enregistrés', lecture.relancer);
  const annuler = useGeste(maison.annuler, 'Import annulé', lecture.relancer);
  const [apercu, setApercu] = useState<Apercu | null>(null);
  const [souci, setSouci] = useState<string | null>(null);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const [fait, setFait] = useState<ImportLu | null>(null);
  const entree = useRef<HTMLInputElement>(null);

  const lus = lecture.donnees?.engagements ?? null;
  const engagements = lus && enVigueur(lus, jourDuPortail().present);
  const { de, sujet } = phrasesPartenaire(partenaire);
  const modifie = peutAgir(agent, `${partenaire}:contribution:modifier`);

  const exporter = async (): Promise<void> => {
    setSouci(null);
    const fichiers = await import('@passerelle/portal-files');
    const classeur = await fichiers.ecrireXlsx([feuilleDesContributions(engagements ?? [])]);
    const jour = new Date().toISOString().slice(0, 10);
    fichiers.telecharger(
      classeur,
      fichiers.nomDeFichier(['contributions', partenaire, jour], 'xlsx'),
    );
    annoncer('Classeur préparé : votre navigateur l’enregistre.');
  };

  const lire = async (fichier: File): Promise<void> => {
    setSouci(null);
    setIssue(null);
    setFait(null);
    setApercu(null);
    try {
      const { lireXlsx } = await import('@passerelle/portal-files');
      const lignes = lignesDuClasseur(await lireXlsx(fichier));
      const resultat = await simulation.executer({ lignes });
      if (!resultat.ok) {
        setIssue({ sorte: 'erreur', erreur: resultat.erreur });
        return;
      }
      const acte = resultat.donnees.acte ?? null;
      if (acte === null) setSouci(`${sujet} n’a pas répondu : recommencez dans un instant.`);
      else if (acte.refus) setSouci(acte.refus.message);
      else setApercu({ fichier: fichier.name, lignes, acte });
    } catch (cause) {
      setSouci(messageDe(cause));
    }
  };

  const enregistrer = async (): Promise<void> => {
    if (!apercu) return;
    const resultat = await importer.faire({ lignes: apercu.lignes });
    if (resultat.sorte === 'fait') {
      setApercu(null);
      setIssue(null);
      setFait(resultat.acte.import ?? null);
      return;
    }
    setIssue(resultat);
  };

  if (lecture.enCours) return <Squelette libelle={`Lecture des contributions ${de}`} lignes={3} />;
  const manque = manqueEn(lecture.manques, partenaire, []);
  const absente = lecture.manquants.length > 0 || manque?.absent === true;
  if (engagements === null) {
    if (absente) {
      return (
        <p className="k-discret" role="status">
          {sujet} ne répond pas : l’export et l’import reprendront à son retour.
        </p>
      );
    }
    return manque ? (
      <LectureManquee manque={manque} objet="vos contributions" onReessayer={lecture.relancer} />
    ) : (
      <EtatErreur
        titre={lecture.erreur?.titre ?? 'Vos contributions n’ont pas été lues'}
        message={lecture.erreur?.message ?? 'Réessayez dans un instant.'}
        onReessayer={lecture.relancer}
      />
    );
  }

  return (
    <Carte titre={`Toutes les contributions ${de} à la fois`}>
      <p>
        Exportez les {engagements.length} lignes, complétez-les dans un tableur, importez-les : vous
        verrez chaque changement avant d’enregistrer.
      </p>
      {/* What was under way stays in sight: a preview, a question asked, survive a moment without the house. */}
      {absente ? (
        <p className="k-discret" role="status">
          {sujet} ne répond pas : ce qui suit a été lu avant, rien ne s’enregistrera avant son
          retour.
        </p>
      ) : (
        manque && (
          <LectureManquee
            manque={manque}
            objet="vos contributions"
            onReessayer={lecture.relancer}
          />
        )
      )}
      <div className="p-actions k-tableur__actions">
        {/* What goes out is what is in sight: it waits for what is being read. */}
        <Bouton enCours={lecture.rafraichissement} onPress={() => void exporter()}>
          Exporter mes contributions (XLSX)
        </Bouton>
        {modifie && (
          <>
            <Bouton enCours={simulation.enCours} onPress={() => entree.current?.click()}>
              Importer un classeur
            </Bouton>
            <input
              ref={entree}
              className="p-hors-ecran"
              type="file"
              accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              aria-label="Classeur de contributions à importer"
              tabIndex={-1}
              onChange={(evenement) => {
                const fichier = evenement.target.files?.[0];
                // The same file chosen again, once corrected, must be read again.
                evenement.target.value = '';
                if (fichier) void lire(fichier);
              }}
            />
          </>
        )}
        <AvancerEnsemble
          maison={maison}
          engagements={engagements}
          relecture={lecture.rafraichissement}
          onFait={lecture.relancer}
        />
      </div>
      {souci !== null && (
        <Bandeau ton="attention" annonce="alerte" titre="Le classeur n’a pas été lu.">
          {souci}
        </Bandeau>
      )}
      <IssueDeGesteLue issue={issue} />
      {apercu && (
        <ApercuImport
          fichier={apercu.fichier}
          acte={apercu.acte}
          engagements={engagements}
          enCours={importer.enCours}
          onEnregistrer={() => void enregistrer()}
          onRenoncer={() => setApercu(null)}
        />
      )}
      <DernierImport
        fait={fait}
        dernier={lecture.donnees?.dernier ?? null}
        engagements={engagements}
        modifie={modifie}
        annuler={annuler}
        onAnnule={(suite) => {
          setFait(null);
          setIssue(suite);
        }}
      />
    </Carte>
  );
}

function DernierImport({
  fait,
  dernier,
  engagements,
  modifie,
  annuler,
  onAnnule,
}: {
  fait: ImportLu | null;
  dernier: ImportLu | null;
  engagements: readonly EngagementDuTableur[];
  modifie: boolean;
  annuler: Geste<ReponseAnnulation, { import: string }>;
  onAnnule: (issue: IssueDeGeste) => void;
}): ReactNode {
  const montre = fait ?? dernier;
  if (montre === null) return null;
  const nombre = montre.engagements.length;
  const brouillons = nombre === 1 ? '1 brouillon' : `${nombre} brouillons`;
  if (montre.annuleLe) {
    return (
      <p className="k-discret">
        Dernier import : {brouillons}, {formaterLe(montre.faitLe)} ; annulé le{' '}
        {formaterDate(montre.annuleLe)}.
      </p>
    );
  }
  // Before the page has read it again, what was just recorded is known to be as it was written.
  const intact = dernier?.id !== montre.id || estEnBrouillon(montre, engagements);
  const actions = modifie && intact && (
    <Bouton
      variante="discret"
      enCours={annuler.enCours}
      onPress={() => void annuler.faire({ import: montre.id }).then(onAnnule)}
    >
      Annuler cet import
    </Bouton>
  );
  if (fait === null || !intact) {
    return (
      <div className="k-tableur__dernier">
        <p className="k-discret">
          Dernier import : {brouillons}, {formaterLe(montre.faitLe)}, par : {montre.auteur}.
        </p>
        {actions}
      </div>
    );
  }
  return (
    <Bandeau
      ton="ok"
      titre={nombre === 1 ? '1 brouillon enregistré.' : `${brouillons} enregistrés.`}
      actions={actions}
    >
      Validez-les, puis publiez-les : rien n’est encore lu hors de votre maison.
    </Bandeau>
  );
}

function messageDe(cause: unknown): string {
  // Ours say in French what to do; anything else is a file that nobody could read.
  if (cause instanceof ClasseurEtranger) return cause.message;
  if (cause instanceof Error && cause.name === 'FichierRefuse') return cause.message;
  return 'Ce fichier n’a pas pu être lu. Enregistrez-le au format .xlsx et recommencez.';
}
