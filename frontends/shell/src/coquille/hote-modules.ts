/**
 * The element where the modules' own pages are mounted. It exists before React and outlives every
 * page of the shell, so that single-spa always finds it, whatever was drawn first.
 */
export const hoteModules: HTMLElement = document.createElement('div');
hoteModules.id = 'hote-modules';
