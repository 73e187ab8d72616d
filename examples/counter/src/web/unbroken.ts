/** Elements whose text is not laid out in lines, or takes no elements of its own. */
const AS_IT_IS = ['option', 'script', 'style', 'svg', 'textarea', 'title'];

/** A tag with its name, or a run of letters, digits and hyphens. */
const PIECES = /<(\/?)(\w+)\b[^<>]*>|[\w-]+/g;

/** Longer ones may be broken: they would not fit beside anything on a phone. */
const LONGEST = 20;

/** Whether a run is read as one, as 2025-06-30 and linan-0003 are: a browser would break it at its hyphens. */
function isOne(run: string): boolean {
  return run.length <= LONGEST && /[\dA-Za-z]-\d/.test(run);
}

/** A page in which no day and no number is broken at a hyphen, wherever it stands; the text stays as it is, to be copied. */
export function unbroken(html: string): string {
  let within: string | undefined;
  return html.replace(PIECES, (piece, end: string | undefined, tag: string | undefined) => {
    if (tag === undefined)
      return within === undefined && isOne(piece) ? `<span class="unbroken">${piece}</span>` : piece;
    if (within === undefined && end === '' && AS_IT_IS.includes(tag)) within = tag;
    else if (within === tag && end === '/') within = undefined;
    return piece;
  });
}

/** A text in parts, each with whether it is read as one. */
export function partsOf(text: string): { readonly part: string; readonly isUnbroken: boolean }[] {
  return text.split(/([\w-]+)/).map((part) => ({ part, isUnbroken: isOne(part) }));
}
