export {
  type ActeInterne,
  EtatInterne,
  empechement,
  estDepassee,
  type VersionCourante,
} from './vie-interne.js';
