/**
 * Stands before the shell in a page that takes a module from the reader's machine: describes that
 * module by its own manifest (its routes and slots may be new), loads the page again when it is
 * rebuilt, then starts the shell. The registry moves to a plain element, because the text of a
 * script can't be written under the page's policy.
 */
export const OVERRIDE_SCRIPT = `
const ecrit = document.getElementById('passerelle-registre');
const { coquille } = document.querySelector('script[data-coquille]').dataset;
const registre = JSON.parse(ecrit.textContent);
for (const { partenaire, url } of registre.surcharges) {
  const module = registre.modules.find((connu) => connu.partenaire === partenaire);
  try {
    const reponse = await fetch(new URL('manifest.json', url), { cache: 'no-store' });
    const { nom, routes, navigation, emplacements, css } = await reponse.json();
    Object.assign(module, { nom, routes, navigation, emplacements });
    module.css = css.map((fichier) => new URL(fichier, url).href);
  } catch (erreur) {
    console.error('module local injoignable', url, erreur);
  }
  new EventSource(new URL('rechargement', url)).addEventListener('change', () => location.reload());
}
const lu = document.createElement('div');
lu.hidden = true;
lu.id = ecrit.id;
lu.textContent = JSON.stringify(registre);
ecrit.remove();
document.body.append(lu);
await import(coquille);
`;
