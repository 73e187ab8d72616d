/** A clause of the scheme's text, as a path in the text's own numbering: `2.3.1.2`. */
export type Clause = string;
