import lunr from 'lunr';

/** What a word is made of, in any script; lunr's own trimmer knows those of ASCII and would trim Chinese to nothing. */
const AROUND = /^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu;
/** Where words end; those of Chinese are not parted, so that its sentences are. */
const BETWEEN = /[\s\-，。；：、？！（）“”《》|]+/u;

/** Makes the index that TypeDoc builds one in which Chinese is found. The theme looks for a part of a word, so sentences do. */
export function searchInEveryScript() {
  const trimmer = (token) => token.update((word) => word.replace(AROUND, ''));
  lunr.Pipeline.registerFunction(trimmer, 'trimmerOfEveryScript');
  lunr.trimmer = trimmer;
  lunr.tokenizer.separator = BETWEEN;
}
