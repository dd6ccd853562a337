import type { Constat } from '@passerelle/publication';
import { type AnyNode, type Comment, type Expression, parse, type SpreadElement } from 'acorn';
import { full } from 'acorn-walk';
import { constatDeModule } from './constat-de-module.js';

/** What a script imports, and what it may not hold. */
export interface ScriptLu {
  readonly imports: readonly { readonly de: string; readonly lieu: Constat['lieu'] }[];
  readonly constats: readonly Constat[];
}

/** Another origin: with its scheme, or inheriting the page's. */
const DISTANT = /^\s*(?:(?:https?|wss?|ftp):)?\/\//i;
const JAVASCRIPT = /^[\s\p{Cc}]*javascript:/iu;
/** React's own guard against such addresses: it throws. */
const GARDE = /^javascript:throw new Error\(/;
const BALISE_SCRIPT = /<script[\s>]/i;

/** Functions whose address argument makes the browser call it. */
const APPELS_DE_RESEAU: ReadonlySet<string> = new Set([
  'fetch',
  'Request',
  'WebSocket',
  'EventSource',
  'Worker',
  'SharedWorker',
  'sendBeacon',
  'importScripts',
  'open',
  'register',
]);
const ADRESSES_CHARGEES: ReadonlySet<string> = new Set(['src', 'srcset', 'srcSet', 'poster']);
const HTML: ReadonlySet<string> = new Set([
  'innerHTML',
  'outerHTML',
  'srcdoc',
  'srcDoc',
  'dangerouslySetInnerHTML',
]);
const APPELS_HTML: ReadonlySet<string> = new Set([
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
]);

/**
 * Reads a script as the browser would. What hides (a name put together at run time) is for the
 * page's own policy to stop; this tells a team before it publishes, without crying at a comment
 * or at the name of an XML namespace.
 *
 * @param tiers - code of libraries shared by all: they write HTML as browsers need it
 */
export function lireScript(fichier: string, code: string, tiers: boolean): ScriptLu {
  const comments: Comment[] = [];
  const imports: { de: string; lieu: Constat['lieu'] }[] = [];
  const constats: Constat[] = [];
  const dire = (trouve: Interdit, node: { loc?: Place | null | undefined }): void => {
    const { code: nom, message, remede, gravite = 'REFUS' } = trouve;
    const lieu = lieuDe(node);
    constats.push(
      constatDeModule(nom, `« ${fichier} » ${message}.`, remede, {
        fichier,
        gravite,
        ...(lieu === undefined ? {} : { lieu }),
      }),
    );
  };
  try {
    const programme = parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      locations: true,
      onComment: comments,
    });
    full(programme, (node) => {
      const source = sourceDe(node);
      if (source !== null) imports.push({ de: source, lieu: lieuDe(node) });
      for (const interdit of interdits(node, tiers)) dire(interdit, node);
    });
  } catch (cause) {
    const detail = cause instanceof SyntaxError ? cause.message : 'trop imbriqué';
    dire(
      {
        code: 'FICHIER_ILLISIBLE',
        message: `ne se lit pas comme un module JavaScript : ${detail}`,
        remede: 'Reconstruisez le lot.',
      },
      {},
    );
    return { imports: [], constats };
  }
  for (const comment of comments) {
    if (!/^[#@]\s*sourceMappingURL=/.test(comment.value)) continue;
    dire(CARTE_DES_SOURCES, comment);
  }
  return { imports, constats };
}

interface Place {
  readonly start: { readonly line: number; readonly column: number };
}

interface Interdit {
  readonly code: Parameters<typeof constatDeModule>[0];
  readonly message: string;
  readonly remede: string;
  readonly gravite?: Constat['gravite'];
}

export const CARTE_DES_SOURCES: Interdit = {
  code: 'CARTE_DES_SOURCES',
  message: 'annonce une carte des sources que le portail ne sert pas',
  remede: 'Construisez sans carte des sources (« sourcemap: false »).',
  gravite: 'AVERTISSEMENT',
};

const EVALUE: Interdit = {
  code: 'CODE_EVALUE',
  message: 'exécute du texte comme du code (eval, Function)',
  remede: 'Écrivez le code lui-même : la page refuse d’exécuter du texte.',
};

export const DISTANTE = (adresse: string): Interdit => ({
  code: 'ORIGINE_DISTANTE',
  message: `charge « ${adresse.trim().slice(0, 100)} », hors du portail`,
  remede:
    'Mettez le fichier dans le lot, ou passez par le graphe : le portail n’appelle aucune autre origine.',
});

function* interdits(node: AnyNode, tiers: boolean): Generator<Interdit> {
  switch (node.type) {
    case 'ImportExpression':
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const source = sourceDe(node);
      if (source !== null && (DISTANT.test(source) || /^(?:data|blob):/i.test(source))) {
        yield DISTANTE(source);
      }
      return;
    }
    case 'CallExpression':
    case 'NewExpression': {
      if (node.callee.type === 'Super') return;
      const nom = nomDe(node.callee);
      const [premier] = node.arguments;
      if (nom === 'eval' || nom === 'Function') yield EVALUE;
      if ((nom === 'setTimeout' || nom === 'setInterval') && texteDe(premier) !== null) {
        yield EVALUE;
      }
      if (
        !tiers &&
        ((nom !== null && APPELS_HTML.has(nom)) || estEcritureDeDocument(node.callee))
      ) {
        yield htmlEnLigne(nom ?? 'write');
      }
      if (nom === null || !APPELS_DE_RESEAU.has(nom)) return;
      // A window opened elsewhere is a link that the reader follows, not something loaded.
      if (nom === 'open' && node.arguments.length < 2) return;
      const adresse = (nom === 'open' ? node.arguments.slice(1, 2) : node.arguments)
        .map(texteDe)
        .find((texte) => texte !== null && DISTANT.test(texte));
      if (adresse !== undefined && adresse !== null) yield DISTANTE(adresse);
      return;
    }
    case 'AssignmentExpression': {
      if (node.left.type !== 'MemberExpression') return;
      yield* affectation(nomDe(node.left), node.right, tiers);
      return;
    }
    case 'Property': {
      if (node.value.type === 'AssignmentPattern' || node.computed) return;
      yield* affectation(cleDe(node.key), node.value, tiers);
      return;
    }
    case 'Literal':
    case 'TemplateLiteral': {
      const texte = texteDe(node);
      if (texte === null) return;
      if (JAVASCRIPT.test(texte) && !GARDE.test(texte.trim())) {
        yield {
          code: 'URL_JAVASCRIPT',
          message: 'contient une adresse « javascript: »',
          remede: 'Appelez une fonction au lieu d’une adresse.',
        };
      }
      if (!tiers && BALISE_SCRIPT.test(texte)) {
        yield {
          code: 'HTML_EN_LIGNE',
          message: 'écrit une balise « script »',
          remede: 'Importez le code au lieu de l’écrire dans la page.',
        };
      }
      return;
    }
    default:
      return;
  }
}

function* affectation(nom: string | null, valeur: AnyNode, tiers: boolean): Generator<Interdit> {
  if (nom === null) return;
  const texte = texteDe(valeur);
  if (ADRESSES_CHARGEES.has(nom) && texte !== null && DISTANT.test(texte)) yield DISTANTE(texte);
  const estVide =
    texte === '' || (valeur.type === 'Literal' && valeur.value === null) || estIndefini(valeur);
  if (!tiers && HTML.has(nom) && !estVide) yield htmlEnLigne(nom);
}

function htmlEnLigne(nom: string): Interdit {
  return {
    code: 'HTML_EN_LIGNE',
    message: `écrit du HTML dans la page (${nom})`,
    remede: 'Rendez des éléments React : la page refuse le HTML écrit en texte.',
  };
}

/** `import` and `export … from`, static or with a plain text. */
function sourceDe(node: AnyNode): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? texteDe(node.source) : null;
    case 'ImportExpression':
      return texteDe(node.source);
    default:
      return null;
  }
}

/** Last name of a callee or member: `window.eval`, `(0, eval)`, `x["eval"]` are all `eval`. */
function nomDe(node: AnyNode): string | null {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return node.computed ? texteDe(node.property) : nomDe(node.property);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return nomDe(node.expression);
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last === undefined ? null : nomDe(last);
    }
    default:
      return null;
  }
}

function cleDe(node: AnyNode): string | null {
  return node.type === 'Identifier' ? node.name : texteDe(node);
}

function estEcritureDeDocument(callee: AnyNode): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'document' &&
    /^write(?:ln)?$/.test(nomDe(callee) ?? '')
  );
}

/** A text written in the code; what a template begins with. */
function texteDe(node: AnyNode | Expression | SpreadElement | undefined): string | null {
  if (node === undefined) return null;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return node.quasis[0]?.value.cooked ?? null;
}

function estIndefini(node: AnyNode): boolean {
  return (
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'UnaryExpression' && node.operator === 'void')
  );
}

function lieuDe({ loc }: { loc?: Place | null | undefined }): Constat['lieu'] {
  return loc ? { ligne: loc.start.line, colonne: loc.start.column + 1 } : undefined;
}
