import type { Centre } from './territoire.js';

/**
 * Centres of arrondissements, degrees, [longitude, latitude]. Facts read from the outlines of IGN
 * Admin Express 2018 with the INSEE COG 2018 (Licence Ouverte), rounded to the hundredth.
 * The COG itself carries no geometry: an arrondissement absent from this table has no centre.
 */
const CENTRES: ReadonlyMap<string, readonly [longitude: number, latitude: number]> = new Map([
  ['021', [3.43, 49.07]],
  ['022', [3.63, 49.57]],
  ['023', [3.33, 49.85]],
  ['024', [3.33, 49.33]],
  ['025', [3.89, 49.87]],
  ['591', [3.9, 50.18]],
  ['592', [3.37, 50.13]],
  ['593', [3.19, 50.39]],
  ['594', [2.47, 50.85]],
  ['595', [3.06, 50.61]],
  ['596', [3.47, 50.38]],
  ['601', [1.98, 49.45]],
  ['602', [2.42, 49.49]],
  ['603', [2.89, 49.5]],
  ['604', [2.69, 49.2]],
  ['621', [2.63, 50.26]],
  ['622', [2.59, 50.54]],
  ['623', [1.73, 50.72]],
  ['624', [1.9, 50.46]],
  ['625', [2.17, 50.69]],
  ['626', [1.95, 50.89]],
  ['627', [2.84, 50.43]],
  ['801', [1.77, 50.15]],
  ['802', [2.17, 49.93]],
  ['803', [2.57, 49.72]],
  ['804', [2.83, 49.93]],
]);

export function findCentre(arrondissement: string): Centre | null {
  const centre = CENTRES.get(arrondissement);
  return centre ? { longitude: centre[0], latitude: centre[1] } : null;
}
