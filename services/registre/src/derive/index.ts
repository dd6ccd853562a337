export { CODES_DE_SERVICE } from './codes.js';
export { type DeriveConstatee, readDerives } from './derive-store.js';
export { type ProbeOptions, probe, type Sonde } from './probe.js';
export { type DriftWatcher, watchDrift } from './watch-drift.js';
