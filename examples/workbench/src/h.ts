/** What an element can be given: attributes, properties such as `checked`, and listeners (`onclick`). */
export type Given = { readonly [name: string]: unknown };
export type Child = Node | string | number | undefined | false | readonly Child[];

/** Members that are set on the element itself and not as attributes. */
const PROPERTIES = new Set(['checked', 'value', 'selected', 'open', 'disabled', 'hidden']);

/** Makes an element of HTML. Texts are texts: nothing is parsed as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  given: Given = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  // Before the properties: the value of a select is one of its options.
  append(element, children);
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value as EventListener);
    else if (PROPERTIES.has(key)) Object.assign(element, { [key]: value });
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  return element;
}

/** Makes an element of SVG. */
export function svg(name: string, given: Given = {}, ...children: readonly Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(given))
    if (value !== undefined) element.setAttribute(key, String(value));
  append(element, children);
  return element;
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child as readonly Child[]);
    else element.append(typeof child === 'number' ? String(child) : (child as Node | string));
  }
}
