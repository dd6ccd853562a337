export { CODES_DE_SERVICE } from './codes.js';
export { type DeriveConstatee, readDerives } from './derive-store.js';
export { probe } from './probe.js';
export { watchDrift } from './watch-drift.js';
