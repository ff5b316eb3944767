/** The schemas by which libtorch describes its operators, parsed: for the generator and for choosing an overload. */

/** One argument of an operator. */
export interface SchemaArgument {
  /** In camelCase. */
  name: string;
  /** `Tensor`, `int`, `Scalar` ..., without `?`, list marks and alias marks. */
  base: string;
  /** Of the whole argument: `Tensor?`. */
  optional: boolean;
  isList: boolean;
  /** Of the list's elements: `Tensor?[]`. */
  elementOptional: boolean;
  /** `int[2]`: a single number stands for all; undefined for other lists. */
  listSize?: number;
  hasDefault: boolean;
  /** As written in the schema. */
  defaultText?: string;
  keywordOnly: boolean;
  /** Whether the operator writes into it. */
  written: boolean;
}

/** One result of an operator. */
export interface SchemaResult {
  /** In camelCase; empty where the schema has none. */
  name: string;
  base: string;
  optional: boolean;
  isList: boolean;
  /** Whether it is an argument that was written into. */
  written: boolean;
}

/** An operator: `aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`. */
export interface Schema {
  /** `aten::add` */
  name: string;
  /** `Tensor`, or the empty string. */
  overload: string;
  arguments: SchemaArgument[];
  results: SchemaResult[];
  text: string;
}

/** Parses the text of a schema. @throws Error when it has another form. */
export function parseSchema(text: string): Schema {
  const head = /^([\w:]+)(?:\.(\w+))?\(/.exec(text);
  if (!head) throw new Error(`not an operator schema: ${text}`);
  const [open, name = '', overload = ''] = head;
  const end = closing(text, open.length - 1);
  const arrow = text.slice(end + 1).trim();
  if (!arrow.startsWith('->')) throw new Error(`not an operator schema: ${text}`);
  let keywordOnly = false;
  const args: SchemaArgument[] = [];
  for (const part of splitTop(text.slice(open.length, end))) {
    if (part === '*') keywordOnly = true;
    else args.push({ ...parseArgument(part), keywordOnly });
  }
  const returned = arrow.slice(2).trim();
  const isTuple = returned.startsWith('(') && closing(returned, 0) === returned.length - 1;
  const results = (isTuple ? splitTop(returned.slice(1, -1)) : [returned]).map(parseResult);
  return { name, overload, arguments: args, results, text };
}

/** snake_case to camelCase; leading underscores and the trailing one of in-place operators stay. */
export function camelCase(name: string): string {
  const [, lead = '', body = '', trail = ''] = /^(_*)(.*?)(_?)$/.exec(name) ?? [];
  return lead + body.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase()) + trail;
}

function parseArgument(text: string): Omit<SchemaArgument, 'keywordOnly'> {
  const { type, rest } = takeType(text);
  const match = /^(\w+)(?:=(.*))?$/s.exec(rest);
  if (!match) throw new Error(`not an argument of a schema: ${text}`);
  const [, name = '', defaultText] = match;
  return { name: camelCase(name), ...parseType(type), hasDefault: defaultText !== undefined, defaultText };
}

function parseResult(text: string): SchemaResult {
  const { type, rest } = takeType(text);
  const { base, optional, isList, written } = parseType(type);
  return { name: camelCase(rest), base, optional, isList, written };
}

// A type ends at the first space outside parentheses: `Tensor(a! -> *)[] name=default`.
function takeType(text: string): { type: string; rest: string } {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (c === ' ' && depth === 0) return { type: text.slice(0, i), rest: text.slice(i + 1).trim() };
  }
  return { type: text, rest: '' };
}

function parseType(
  text: string,
): Pick<SchemaArgument, 'base' | 'optional' | 'isList' | 'elementOptional' | 'listSize' | 'written'> {
  const written = /\([^)]*![^)]*\)/.test(text);
  const plain = text.replace(/\([^)]*\)/g, '');
  const match = /^([\w.]+)(\?)?(\[(\d*)\])?(\?)?$/.exec(plain);
  if (!match) return { base: plain, optional: false, isList: false, elementOptional: false, written };
  const [, base = '', inner, list, size, outer] = match;
  const isList = list !== undefined;
  return {
    base: base === 'SymInt' ? 'int' : base,
    isList,
    optional: isList ? outer !== undefined : inner !== undefined,
    elementOptional: isList && inner !== undefined,
    listSize: size ? Number(size) : undefined,
    written,
  };
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i;
  }
  throw new Error(`unbalanced parentheses in a schema: ${text}`);
}

function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (c === '"' || c === "'") quoted = !quoted;
    if (c === '(' || c === '[') depth++;
    if (c === ')' || c === ']') depth--;
    if (i === text.length || (c === ',' && depth === 0 && !quoted)) {
      const part = text.slice(start, i).trim();
      if (part !== '') parts.push(part);
      start = i + 1;
    }
  }
  return parts;
}
