/** A cell; an absent one is empty. */
export type Cell = string | number | undefined;

/** A column by its heading; figures stand to the right. */
export type Column = { readonly title: string; readonly figures?: true };

export type Table = { readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };

/** A text column. */
export function words(title: string): Column {
  return { title };
}

/** A column of figures. */
export function figures(title: string): Column {
  return { title, figures: true };
}
