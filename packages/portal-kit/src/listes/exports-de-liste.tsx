import { Bandeau, Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { formaterNombre } from '../formats/formats.js';
import { erreurLisible } from '../graphe/erreur-lisible.js';
import { annoncer } from '../navigation/page.js';
import type { SuiviDeLecture, TableauAExporter } from './liste-entiere-lue.js';

export interface ProprietesExports {
  /** Plural name of what is listed: names the file and the sheet. */
  nom: string;
  /** Reads the whole list, as filtered on screen. */
  lire: (suivi: SuiviDeLecture) => TableauAExporter | Promise<TableauAExporter>;
  /** Other files of the same list. */
  autres?: ReactNode;
}

type Format = 'csv' | 'xlsx';

/** Every list leaves as CSV and as XLSX: all that the filters keep, not only what is on screen. */
export function ExportsDeListe({ nom, lire, autres }: ProprietesExports): ReactNode {
  const [enCours, setEnCours] = useState<Format | null>(null);
  const [lues, setLues] = useState(0);
  const [erreur, setErreur] = useState<string | null>(null);
  const lecture = useRef<AbortController>(null);
  const groupe = useRef<HTMLFieldSetElement>(null);
  // A file must not fall on a page that asked for nothing.
  useEffect(() => () => lecture.current?.abort(), []);
  const exporter = async (format: Format): Promise<void> => {
    if (enCours !== null) return;
    const controle = new AbortController();
    const { signal } = controle;
    lecture.current = controle;
    setEnCours(format);
    setLues(0);
    setErreur(null);
    try {
      const avancer = (nombre: number): void => {
        if (!signal.aborted) setLues(nombre);
      };
      const tableau = await lire({ signal, avancer });
      // Writing a file weighs on no page that only shows its list.
      const { donnerListe } = await import('./ecrire-liste.js');
      signal.throwIfAborted();
      await donnerListe(nom, tableau, format);
      annoncer('Le fichier est prêt.');
    } catch (cause) {
      if (!signal.aborted) {
        const { code, titre, message } = erreurLisible(cause);
        const suite =
          code === 'PARTENAIRE_INDISPONIBLE'
            ? 'La liste pourra être exportée dès son retour.'
            : message;
        setErreur(`${titre}. ${suite}`);
      }
    } finally {
      // Stopped, it may end after the next one has begun.
      if (lecture.current === controle) setEnCours(null);
    }
  };
  const arreter = (): void => {
    lecture.current?.abort();
    setEnCours(null);
    // The button that stops leaves with the reading: the keyboard stays in the group.
    groupe.current?.querySelector('button')?.focus();
  };
  return (
    <fieldset ref={groupe} className="k-exports" aria-label={`Fichiers : ${nom}`}>
      {erreur !== null && (
        <Bandeau ton="alerte" annonce="alerte" titre="Le fichier n’a pas pu être préparé.">
          {erreur}
        </Bandeau>
      )}
      <div className="p-actions k-exports__actions">
        <Bouton variante="discret" enCours={enCours === 'csv'} onPress={() => void exporter('csv')}>
          Exporter en CSV
        </Bouton>
        <Bouton
          variante="discret"
          enCours={enCours === 'xlsx'}
          onPress={() => void exporter('xlsx')}
        >
          Exporter en XLSX
        </Bouton>
        {autres}
      </div>
      {enCours !== null && lues > 0 && (
        <div className="p-actions">
          <span className="k-detail">{formaterNombre(lues)} lignes lues</span>
          <Bouton variante="discret" onPress={arreter}>
            Arrêter
          </Bouton>
        </div>
      )}
    </fieldset>
  );
}
