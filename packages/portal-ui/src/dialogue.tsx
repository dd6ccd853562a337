import type { ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Bouton } from './bouton.js';
import { classes } from './classes.js';
import { Francais } from './francais.js';

export interface DialogueProps {
  ouvert: boolean;
  onFermer: () => void;
  titre: string;
  children: ReactNode;
  /** The acts of the dialogue, the main one first; a way out is always added. */
  actions?: ReactNode;
  libelleFermer?: string;
  largeur?: 'normale' | 'large';
  /** « alerte »: the page waits for an answer, a press outside does not close. */
  nature?: 'dialogue' | 'alerte';
}

export function Dialogue({
  ouvert,
  onFermer,
  titre,
  children,
  actions,
  libelleFermer = 'Fermer',
  largeur = 'normale',
  nature = 'dialogue',
}: DialogueProps): ReactNode {
  return (
    <Francais>
      <ModalOverlay
        className="p-voile"
        isOpen={ouvert}
        onOpenChange={(estOuvert) => {
          if (!estOuvert) onFermer();
        }}
        isDismissable={nature === 'dialogue'}
      >
        <Modal className={classes('p-dialogue', largeur === 'large' && 'p-dialogue--large')}>
          <Dialog role={nature === 'alerte' ? 'alertdialog' : 'dialog'}>
            <Heading slot="title" level={2}>
              {titre}
            </Heading>
            <div className="p-dialogue__corps">{children}</div>
            <div className="p-actions">
              {actions}
              <Bouton variante="discret" onPress={onFermer}>
                {libelleFermer}
              </Bouton>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </Francais>
  );
}
