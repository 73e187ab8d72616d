import type { Handbook } from 'points-bank';
import { type Parsed, parseHandbook } from 'points-bank/schema';
import type { Records } from '../records/records.js';

const KIND = 'handbook';
const keyOf = (communityId: string, version: string) => JSON.stringify([communityId, version]);

/** The communities' handbooks, edition by edition. An edition that was published stays as it is, but for the day of its filing; one without rewards may be withdrawn. */
export class Handbooks {
  private readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  /** A community's editions, the newest first. */
  async editions(communityId: string): Promise<readonly Handbook[]> {
    const own = (await this.all()).filter((edition) => edition.communityId === communityId);
    return own.sort((a, b) => (a.published < b.published ? 1 : -1));
  }

  /** The communities that have a handbook. */
  async communities(): Promise<readonly string[]> {
    return [...new Set((await this.all()).map(({ communityId }) => communityId))].sort();
  }

  private async all(): Promise<Handbook[]> {
    return (await this.records.entries(KIND)).flatMap(({ value }) => {
      const parsed = parseHandbook(value);
      return parsed.ok ? [parsed.value] : [];
    });
  }

  /** `'taken'` where the community has an edition of that version already. */
  async publish(input: unknown): Promise<Parsed<Handbook> | 'taken'> {
    const parsed = parseHandbook(input);
    if (!parsed.ok) return parsed;
    const { communityId, version } = parsed.value;
    return (await this.records.add(KIND, keyOf(communityId, version), parsed.value)) ? parsed : 'taken';
  }

  /** Notes the day on which an edition reached the Party affairs office; nothing where there is no such edition, or it was filed before. */
  async file(communityId: string, version: string, filed: string): Promise<Parsed<Handbook> | undefined> {
    const key = keyOf(communityId, version);
    const published = await this.records.get(KIND, key);
    const parsed = parseHandbook(published);
    if (!parsed.ok || parsed.value.filed !== undefined) return undefined;
    const edition = parseHandbook({ ...parsed.value, filed });
    if (!edition.ok) return edition;
    return (await this.records.replace(KIND, key, published, edition.value)) ? edition : undefined;
  }

  /** Takes an edition back that offers nothing, so that nobody was given anything by it; `false` where there is no such edition. */
  async withdraw(communityId: string, version: string): Promise<boolean> {
    const key = keyOf(communityId, version);
    const parsed = parseHandbook(await this.records.get(KIND, key));
    return parsed.ok && parsed.value.rewards.length === 0 && this.records.remove(KIND, key);
  }
}
