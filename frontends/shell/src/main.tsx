import { Cadre, demarrerPortail } from '@passerelle/portal-kit';
import { appliquerTheme } from '@passerelle/portal-ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Coquille } from './coquille/coquille.js';
import { transmettreNonce } from './nonce.js';
import './styles.css';

const racine = document.getElementById('passerelle');
if (!racine) throw new Error('The page has no #passerelle element.');

transmettreNonce();
appliquerTheme();
void demarrerPortail();
createRoot(racine).render(
  <StrictMode>
    <Cadre>
      <Coquille />
    </Cadre>
  </StrictMode>,
);
