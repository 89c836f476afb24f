import { parseSync } from 'oxc-parser';

/** One import, export-from, `import()` or `import('…')` type. `specifier` is null when it is computed. `isLater` for `import()`. */
export type ReadImport = { specifier: string | null; isType: boolean; isLater: boolean };
export type ReadModule = { imports: ReadImport[]; impurities: string[]; titles: string[] };

type Node = { type: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const walk = (value: unknown, visit: (node: Node) => void): void => {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  else if (isNode(value)) {
    visit(value);
    for (const key of Object.keys(value)) if (key !== 'type') walk(value[key], visit);
  }
};

const textOf = (node: unknown): string | null => {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return null;
  return node['quasis'].map((quasi: { value: { raw: string } }) => quasi.value.raw).join('…');
};

/** `Math.random` as written, without spaces or question marks; the empty text for anything that is not names and dots. */
const nameOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type === 'ChainExpression') return nameOf(node['expression']);
  if (node.type !== 'MemberExpression') return '';
  const property = node['computed'] ? (textOf(node['property']) ?? '') : nameOf(node['property']);
  return `${nameOf(node['object'])}.${property}`.replace(/^globalThis\./, '');
};

const forbidden = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'process.hrtime',
  'Temporal.Now',
]);
const random = new Set(['randomUUID', 'randomBytes', 'randomInt', 'randomFillSync', 'webcrypto', 'getRandomValues']);

const impurityOf = (node: Node): string | null => {
  const used = node.type === 'MemberExpression' ? nameOf(node) : '';
  if (forbidden.has(used)) return used;
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && isEmpty(node['arguments']))
    return 'new Date()';
  if (node.type === 'CallExpression' && nameOf(node['callee']) === 'Date') return 'Date()';
  if (node.type === 'ImportSpecifier' && random.has(nameOf(node['imported']))) return nameOf(node['imported']);
  return null;
};
const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0;

const isTyped = (node: Node, kind: 'importKind' | 'exportKind'): boolean => {
  if (node[kind] === 'type') return true;
  const specifiers = Array.isArray(node['specifiers']) ? node['specifiers'] : [];
  return specifiers.length > 0 && specifiers.every((each: Node) => each[kind] === 'type');
};

const importOf = (node: Node): ReadImport | null => {
  const found = targetOf(node);
  return found && { ...found, isLater: node.type === 'ImportExpression' };
};

const targetOf = (node: Node): Omit<ReadImport, 'isLater'> | null => {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: textOf(node['source']), isType: isTyped(node, 'importKind') };
    case 'ExportNamedDeclaration':
      return node['source'] ? { specifier: textOf(node['source']), isType: isTyped(node, 'exportKind') } : null;
    case 'ExportAllDeclaration':
      return { specifier: textOf(node['source']), isType: node['exportKind'] === 'type' };
    case 'ImportExpression':
      return { specifier: textOf(node['source']), isType: false };
    case 'TSImportType':
      return { specifier: textOf(node['source'] ?? node['argument']), isType: true };
    case 'CallExpression': {
      const [first] = Array.isArray(node['arguments']) ? node['arguments'] : [];
      return nameOf(node['callee']) === 'require' ? { specifier: textOf(first), isType: false } : null;
    }
    default:
      return null;
  }
};

/** The title of `it('…')`, `test`, `describe` and their variants such as `it.each(rows)('…')`. */
const titleOf = (node: Node): string | null => {
  if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return null;
  let callee = node['callee'];
  while (isNode(callee) && callee.type !== 'Identifier')
    callee = callee.type === 'MemberExpression' ? callee['object'] : (callee['callee'] ?? callee['tag']);
  return ['it', 'test', 'describe'].includes(nameOf(callee)) ? textOf(node['arguments'][0]) : null;
};

/** Reads one TypeScript file. Throws when it cannot be parsed. */
export const readModule = (file: { path: string; text: string }): ReadModule => {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new Error(`${file.path}: ${errors[0]?.message}`);
  const read: ReadModule = { imports: [], impurities: [], titles: [] };
  walk(program, (node) => {
    const imported = importOf(node);
    if (imported) read.imports.push(imported);
    const impurity = impurityOf(node);
    if (impurity !== null) read.impurities.push(impurity);
    const title = titleOf(node);
    if (title !== null) read.titles.push(title);
  });
  return read;
};
