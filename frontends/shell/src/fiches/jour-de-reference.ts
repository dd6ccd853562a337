export { jourDeReference } from '../date-reference.js';
