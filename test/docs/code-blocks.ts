/* The blocks of code of a page, to be compared with those of the same page in the other language. */

/** The blocks of code of a page. */
export function blocksOf(page: string): string[] {
  return page.match(/^```[\s\S]*?^```$/gm) ?? [];
}

/** A block without comments, in no language: words in Chinese where another page has them in English are the same code. */
export function codeOf(block: string): string {
  return withoutComments(block)
    .replace(/\bzhCN(?=(?:Reports)?\b)/g, 'en')
    .replaceAll("['zh-CN']", '.en')
    .replaceAll("locale: 'zh-CN'", "locale: 'en'")
    .replace(/^import \{ (.*) \} from/gm, (_, names: string) => {
      return `import { ${[...new Set(names.split(', '))].sort().join(', ')} } from`;
    });
}

/** A line of code up to its comment; `//` in a string is none. Lines that are left empty go. */
function withoutComments(block: string): string {
  const lines = block.replace(/\/\*[\s\S]*?\*\//g, '').split('\n');
  const code = lines.map((line) => line.replace(/(?<=^|\s)\/\/ (?!').*$/, '').trimEnd());
  return code.filter((line) => line !== '').join('\n');
}
