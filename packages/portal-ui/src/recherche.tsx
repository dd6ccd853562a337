import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import { classes } from './classes.js';

export interface RechercheProps {
  libelle: string;
  valeur: string;
  onChange: (valeur: string) => void;
  /** Enter. */
  onValider?: (valeur: string) => void;
  placeholder?: string;
  /** Key that brings the focus here, shown at the end of the field. */
  raccourci?: string;
  libelleVisible?: boolean;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** A search field: Escape empties it, Enter validates. */
export function Recherche({
  libelle,
  valeur,
  onChange,
  onValider,
  placeholder,
  raccourci,
  libelleVisible = false,
  onBlur,
  ref,
}: RechercheProps): ReactNode {
  const id = useId();
  return (
    <div className="p-champ">
      <label htmlFor={id} className={libelleVisible ? undefined : 'p-hors-ecran'}>
        {libelle}
      </label>
      <div className="p-recherche">
        <Search size={18} aria-hidden="true" />
        <input
          ref={ref}
          id={id}
          type="search"
          value={valeur}
          placeholder={placeholder}
          autoComplete="off"
          onBlur={onBlur}
          onChange={(e) => onChange(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === 'Enter') onValider?.(valeur);
            if (e.key === 'Escape' && valeur !== '') {
              e.preventDefault();
              onChange('');
            }
          }}
        />
        {valeur !== '' ? (
          <button type="button" className="p-recherche__vider" onClick={() => onChange('')}>
            <X size={18} aria-hidden="true" />
            <span className="p-hors-ecran">Effacer la recherche</span>
          </button>
        ) : (
          raccourci !== undefined && (
            <span aria-hidden="true">
              <kbd>{raccourci}</kbd>
            </span>
          )
        )}
      </div>
    </div>
  );
}

export interface Proposition {
  cle: string;
  libelle: string;
  detail?: string;
  href: string;
}

export interface RechercheAvecPropositionsProps
  extends Omit<RechercheProps, 'onValider' | 'onBlur' | 'libelleVisible'> {
  groupes: readonly { titre: string; propositions: readonly Proposition[] }[];
  /** A proposition was chosen by keyboard or pointer. */
  onChoisir: (proposition: Proposition) => void;
  /** Enter without a chosen proposition. */
  onValider?: (valeur: string) => void;
  enCours?: boolean;
  /** Said when nothing was found. */
  rien?: ReactNode;
  /** Said below the propositions: what is missing among them. */
  note?: ReactNode;
}

/** Search field with grouped propositions (WAI-ARIA combobox pattern, list popup). */
export function RechercheAvecPropositions({
  libelle,
  valeur,
  onChange,
  placeholder,
  raccourci,
  ref,
  groupes,
  onChoisir,
  onValider,
  enCours = false,
  rien,
  note,
}: RechercheAvecPropositionsProps): ReactNode {
  const id = useId();
  const [ouverte, setOuverte] = useState(false);
  const [rang, setRang] = useState(-1);
  const toutes = groupes.flatMap((groupe) => groupe.propositions);
  const active = toutes[rang];
  const visible = ouverte && valeur.trim() !== '';

  const choisir = (proposition: Proposition): void => {
    setOuverte(false);
    onChoisir(proposition);
  };

  const surTouche = (e: KeyboardEvent<HTMLInputElement>): void => {
    switch (e.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (toutes.length === 0) return;
        e.preventDefault();
        setOuverte(true);
        const pas = e.key === 'ArrowDown' ? 1 : -1;
        setRang(
          (r) => (r + pas + toutes.length + (r === -1 && pas === -1 ? 1 : 0)) % toutes.length,
        );
        return;
      }
      case 'Enter':
        if (visible && active !== undefined) choisir(active);
        else {
          setOuverte(false);
          onValider?.(valeur);
        }
        e.preventDefault();
        return;
      case 'Escape':
        e.preventDefault();
        if (visible) setOuverte(false);
        else onChange('');
        return;
      default:
    }
  };

  return (
    <div className="p-combo">
      <div className="p-recherche">
        <Search size={18} aria-hidden="true" />
        <input
          ref={ref}
          type="text"
          role="combobox"
          aria-label={libelle}
          aria-expanded={visible}
          aria-controls={`${id}-liste`}
          aria-autocomplete="list"
          aria-activedescendant={active && visible ? `${id}-${active.cle}` : undefined}
          value={valeur}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onFocus={() => setOuverte(true)}
          onBlur={() => setOuverte(false)}
          onChange={(e) => {
            setOuverte(true);
            setRang(-1);
            onChange(e.target.value);
          }}
          onKeyDown={surTouche}
        />
        {valeur !== '' ? (
          <button type="button" className="p-recherche__vider" onClick={() => onChange('')}>
            <X size={18} aria-hidden="true" />
            <span className="p-hors-ecran">Effacer la recherche</span>
          </button>
        ) : (
          raccourci !== undefined && (
            <span aria-hidden="true">
              <kbd>{raccourci}</kbd>
            </span>
          )
        )}
      </div>
      <p className="p-hors-ecran" role="status">
        {visible && !enCours && `${toutes.length} ${toutes.length < 2 ? 'résultat' : 'résultats'}`}
      </p>
      <div className="p-combo__panneau" hidden={!visible}>
        <div id={`${id}-liste`} role="listbox" aria-label={libelle}>
          {groupes
            .filter((groupe) => groupe.propositions.length > 0)
            .map((groupe) => (
              // biome-ignore lint/a11y/useSemanticElements: groups of options, not of fields.
              <div key={groupe.titre} role="group" aria-label={groupe.titre}>
                <p className="p-combo__titre" aria-hidden="true">
                  {groupe.titre}
                </p>
                {groupe.propositions.map((proposition) => (
                  <button
                    key={proposition.cle}
                    id={`${id}-${proposition.cle}`}
                    type="button"
                    role="option"
                    tabIndex={-1}
                    aria-selected={proposition === active}
                    className={classes(
                      'p-combo__choix',
                      proposition === active && 'p-combo__choix--actif',
                    )}
                    onMouseDown={(e) => e.preventDefault()}
                    onClick={() => choisir(proposition)}
                  >
                    {proposition.libelle}
                    {proposition.detail !== undefined && <small>{proposition.detail}</small>}
                  </button>
                ))}
              </div>
            ))}
        </div>
        {toutes.length === 0 && (
          <p className="p-combo__rien">{enCours ? 'Recherche en cours…' : rien}</p>
        )}
        {note !== undefined && note !== null && <p className="p-combo__rien">{note}</p>}
      </div>
    </div>
  );
}
