import { expect, test } from 'vitest';
import { html } from './html.js';

test('échappe toute valeur, sauf le balisage qu’il a lui-même produit', () => {
  const nom = `<b onclick='x("&")'>`;
  expect(html`<p title="${nom}">${html`<i>${nom}</i>`}</p>`.text).toBe(
    '<p title="&lt;b onclick=&#39;x(&quot;&amp;&quot;)&#39;&gt;"><i>&lt;b onclick=&#39;x(&quot;&amp;&quot;)&#39;&gt;</i></p>',
  );
});

test('n’écrit rien pour une absence, et met les listes bout à bout', () => {
  expect(html`${null}${false}${0}${[html`<a>`, html`<b>`]}`.text).toBe('0<a><b>');
});
