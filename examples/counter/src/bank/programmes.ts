import type { Programme } from 'points-bank';
import { type Parsed, parseProgramme } from 'points-bank/schema';
import type { Records } from '../records/records.js';

const KIND = 'programme';
const keyOf = (communityId: string, version: string) => JSON.stringify([communityId, version]);

/** The communities' programmes, edition by edition. An edition that was published stays as it is. */
export class Programmes {
  private readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  /** A community's editions, the newest first. */
  async editions(communityId: string): Promise<readonly Programme[]> {
    const all = (await this.records.entries(KIND)).flatMap(({ value }) => {
      const parsed = parseProgramme(value);
      return parsed.ok && parsed.value.communityId === communityId ? [parsed.value] : [];
    });
    return all.sort((a, b) => (a.published < b.published ? 1 : -1));
  }

  /** `'taken'` where the community has an edition of that version already. */
  async publish(input: unknown): Promise<Parsed<Programme> | 'taken'> {
    const parsed = parseProgramme(input);
    if (!parsed.ok) return parsed;
    const { communityId, version } = parsed.value;
    return (await this.records.add(KIND, keyOf(communityId, version), parsed.value)) ? parsed : 'taken';
  }
}
