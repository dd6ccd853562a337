// Processes apart, told what to be over their channel, for whoever measures the product from outside.
export { type Child, startChild } from './child.js';
export { listen, playRole, readSettings } from './play-role.js';
