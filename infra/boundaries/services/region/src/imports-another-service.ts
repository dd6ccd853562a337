import { instance } from '../../etat/src/index.js';

export const copied = instance;
