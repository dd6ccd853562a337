import { createRoot } from 'react-dom/client';
import { appliquerTheme } from '../../dist/index.js';
import { Galerie } from './galerie.js';
import '../../dist/styles.css';

appliquerTheme();
const racine = document.getElementById('racine');
if (racine) createRoot(racine).render(<Galerie />);
