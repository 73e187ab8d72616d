/** The parts of a rule set whose members have ids that an author chooses. */
const WITH_IDS =
  /^(?:roles|difficulties|offices|uses|catalogue|catalogue\.\*\.entries|recognition|ineligibility|closing\.reasons|bounds\.held|roles\.\*\.(?:items|limits)|roles\.\*\.items\.\*\.(?:requires|factors|scoring\.points)|(?:redemption|transfer)\.(?:requires|limits)|recognition\.\*\.requires)$/;

/**
 * Which part of a rule set a dotted path leads to: the path with `*` for each id, since an author may call an item by the name of a member,
 * such as `mark`.
 */
export function placeOf(path: string): string {
  return path.split('.').reduce((place, step) => `${place}.${WITH_IDS.test(place) ? '*' : step}`);
}
