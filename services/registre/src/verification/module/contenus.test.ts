import { describe, expect, test } from 'vitest';
import { unLot } from '../un-lot.suite.js';
import { constatsDeContenu } from './contenus.js';
import { lireLot } from './lire-lot.js';
import { lireScript } from './script.js';
import { constatsDeStyle } from './style.js';

const codesDuScript = (code: string, tiers = false): string[] =>
  lireScript('a.js', code, tiers).constats.map((each) => each.code);

describe('un script', () => {
  test.each([
    ['eval("1")', 'CODE_EVALUE'],
    ['window.eval(a)', 'CODE_EVALUE'],
    ['(0, eval)(a)', 'CODE_EVALUE'],
    ['globalThis["eval"](a)', 'CODE_EVALUE'],
    ['new Function("return 1")()', 'CODE_EVALUE'],
    ['Function("return 1")()', 'CODE_EVALUE'],
    ['setTimeout("alert(1)", 1)', 'CODE_EVALUE'],
    ['import "https://cdn.exemple/x.js"', 'ORIGINE_DISTANTE'],
    ['export { a } from "//cdn.exemple/x.js"', 'ORIGINE_DISTANTE'],
    ['import("data:text/javascript,alert(1)")', 'ORIGINE_DISTANTE'],
    ['fetch("https://exemple.fr/a")', 'ORIGINE_DISTANTE'],
    [`fetch(\`https://exemple.fr/\${a}\`)`, 'ORIGINE_DISTANTE'],
    ['new WebSocket("wss://exemple.fr")', 'ORIGINE_DISTANTE'],
    ['navigator.sendBeacon("//exemple.fr", a)', 'ORIGINE_DISTANTE'],
    ['new Worker("https://exemple.fr/w.js")', 'ORIGINE_DISTANTE'],
    ['requete.open("GET", "https://exemple.fr")', 'ORIGINE_DISTANTE'],
    ['image.src = "https://exemple.fr/p.png"', 'ORIGINE_DISTANTE'],
    ['jsx("img", { src: "https://exemple.fr/p.png" })', 'ORIGINE_DISTANTE'],
    ['a.innerHTML = b', 'HTML_EN_LIGNE'],
    ['document.write(a)', 'HTML_EN_LIGNE'],
    ['a.insertAdjacentHTML("beforeend", b)', 'HTML_EN_LIGNE'],
    ['jsx("div", { dangerouslySetInnerHTML: { __html: a } })', 'HTML_EN_LIGNE'],
    ['const a = "<script>alert(1)</" + "script>"', 'HTML_EN_LIGNE'],
    ['const a = "javascript:alert(1)"', 'URL_JAVASCRIPT'],
    ['const a = " JavaScript:alert(1)"', 'URL_JAVASCRIPT'],
    ['export const a = 1;\n//# sourceMappingURL=a.js.map', 'CARTE_DES_SOURCES'],
    ['export const', 'FICHIER_ILLISIBLE'],
    [`a = ${'('.repeat(50_000)}`, 'FICHIER_ILLISIBLE'],
    [`a = ${'1+'.repeat(50_000)}1`, 'FICHIER_ILLISIBLE'],
  ])('%s : %s', (code, attendu) => {
    expect(codesDuScript(code)).toEqual([attendu]);
  });

  test.each([
    ['un espace de noms', 'document.createElementNS("http://www.w3.org/2000/svg", "svg")'],
    ['ses attributs', 'jsx("svg", { xmlns: "http://www.w3.org/2000/svg" })'],
    ['un commentaire de licence', '/*! https://exemple.fr/licence eval() <script> */ a()'],
    ['un lien que le lecteur suit', 'jsx("a", { href: "https://exemple.fr" })'],
    ['une fenêtre ouverte', 'window.open("https://exemple.fr", "_blank")'],
    ['une adresse d’erreur', 'throw Error("https://react.dev/errors/1")'],
    ['une adresse que l’on lit', 'new URL("https://exemple.fr/a")'],
    ['un appel au graphe', 'fetch("/graphql")'],
    ['du contenu effacé', 'a.innerHTML = ""'],
    ['une propriété absente', 'b({ dangerouslySetInnerHTML: void 0 })'],
    ['un mot qui ressemble', 'evaluer(); medieval.evaluation()'],
    ['une minuterie', 'setTimeout(() => a(), 1)'],
    ['la garde de React', 'const a = "javascript:throw new Error(\'React\')"'],
  ])('laisse %s', (_, code) => {
    expect(codesDuScript(code)).toEqual([]);
  });

  test('d’une bibliothèque partagée peut écrire du HTML, jamais évaluer du texte', () => {
    expect(codesDuScript('a.innerHTML = "<script></script>"', true)).toEqual([]);
    expect(codesDuScript('eval(a)', true)).toEqual(['CODE_EVALUE']);
  });

  test('dit la place', () => {
    expect(lireScript('a.js', 'a();\n  eval(b);', false).constats).toMatchObject([
      { fichier: 'a.js', lieu: { ligne: 2, colonne: 3 } },
    ]);
  });
});

describe('une feuille de style', () => {
  const codes = (css: string): string[] => constatsDeStyle('a.css', css).map((each) => each.code);

  test.each([
    ['@import "https://exemple.fr/a.css";', 'ORIGINE_DISTANTE'],
    ['@import url(//exemple.fr/a.css);', 'ORIGINE_DISTANTE'],
    ['.a { background: url("https://exemple.fr/p.png") }', 'ORIGINE_DISTANTE'],
    ['.a { background: \\75rl(https://exemple.fr/p.png) }', 'ORIGINE_DISTANTE'],
    ['.a { background: url(javascript:alert(1)) }', 'URL_JAVASCRIPT'],
    ['.a { }\n/*# sourceMappingURL=a.css.map */', 'CARTE_DES_SOURCES'],
  ])('%s : %s', (css, attendu) => {
    expect(codes(css)).toEqual([attendu]);
  });

  test.each([
    '.a { background: url("data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'%3E") }',
    '@font-face { src: url(./police.abcdefgh.woff2) }',
    '@namespace svg url(http://www.w3.org/2000/svg);',
    '/* https://exemple.fr url(https://exemple.fr) */ .a { }',
  ])('laisse %s', (css) => {
    expect(codes(css)).toEqual([]);
  });
});

describe('les fichiers d’un lot', () => {
  const codes = (fichiers: Record<string, string | Uint8Array>, requires: string[] = []) => {
    const { lu } = lireLot(unLot({ fichiers, manifeste: { requires } }));
    if (lu === null) throw new Error('a readable bundle was expected');
    return constatsDeContenu(lu).map(({ code, fichier }) => `${code} ${fichier}`);
  };

  test('ne sont ni des pages, ni des cartes des sources, ni des programmes', () => {
    for (const nom of ['index.html', 'a.js.map', 'a.php', 'a.wasm']) {
      expect(codes({ [nom]: 'a' })).toEqual([`FICHIER_INTERDIT ${nom}`]);
    }
  });

  test('n’importent que ce qui est là', () => {
    const entree = (code: string) => ({ 'module.abcdefgh.js': code });
    expect(
      codes({ ...entree('import("./b/c.js")'), 'b/c.js': 'import "../d.js"', 'd.js': '' }),
    ).toEqual([]);
    expect(codes(entree('import "./absent.js"'))).toEqual(['IMPORT_ABSENT module.abcdefgh.js']);
    expect(codes(entree('import "/aide/a.js"'))).toEqual(['IMPORT_ABSENT module.abcdefgh.js']);
    expect(codes(entree('import "react"'))).toEqual(['PARTAGE_MANQUANT module.abcdefgh.js']);
    expect(codes(entree('import "react"'), ['react'])).toEqual([]);
  });

  test('sont des images sans code ni adresse lointaine, et du texte lisible', () => {
    const svg = (reste: string) => `<svg xmlns="http://www.w3.org/2000/svg">${reste}</svg>`;
    expect(codes({ 'a.svg': svg('<path d="M0 0"/>') })).toEqual([]);
    expect(codes({ 'a.svg': svg('<script>1</script>') })).toEqual(['HTML_EN_LIGNE a.svg']);
    expect(codes({ 'a.svg': svg('<path onload="a()"/>') })).toEqual(['HTML_EN_LIGNE a.svg']);
    expect(codes({ 'a.svg': svg('<image href="https://exemple.fr/a.png"/>') })).toEqual([
      'ORIGINE_DISTANTE a.svg',
    ]);
    expect(codes({ 'b.js': new Uint8Array([0xff, 0xfe]) })).toEqual(['FICHIER_ILLISIBLE b.js']);
  });
});
