import type { Handbook } from 'points-bank';
import { type Parsed, parseHandbook } from 'points-bank/schema';
import type { Records } from '../records/records.js';
import { type GoodsIn, goodsInSchema, withGoodsIn } from './goods-in.js';

const KIND = 'handbook';
const GOODS = 'goods-in';
const keyOf = (communityId: string, version: string) => JSON.stringify([communityId, version]);

/**
 * The communities' handbooks, edition by edition. An edition stays as it is from its day on, but for the day of its filing and for what
 * comes into stock; before, it can be changed and withdrawn. One without rewards can be withdrawn at any time.
 */
export class Handbooks {
  private readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  /** A community's editions, the newest first, with what came into stock since. */
  async editions(communityId: string): Promise<readonly Handbook[]> {
    const goods = await this.goodsIn(communityId);
    return (await this.asPublished(communityId)).map((edition) => withGoodsIn(edition, goods));
  }

  /** A community's editions as they were published, the newest first. */
  async asPublished(communityId: string): Promise<readonly Handbook[]> {
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

  /** Changes an edition before its day; `'in-use'` from then on, and where there is none. */
  async change(input: unknown, today: string): Promise<Parsed<Handbook> | 'in-use'> {
    const parsed = parseHandbook(input);
    if (!parsed.ok) return parsed;
    const { communityId, version } = parsed.value;
    if (!(await this.isAhead(communityId, version, today))) return 'in-use';
    await this.records.put(KIND, keyOf(communityId, version), parsed.value);
    return parsed;
  }

  /**
   * Withdraws an edition before its day, or one that offers nothing, so that nobody was given anything by it; `false` for any other, and
   * where there is none.
   */
  async withdraw(communityId: string, version: string, today: string): Promise<boolean> {
    const key = keyOf(communityId, version);
    const parsed = parseHandbook(await this.records.get(KIND, key));
    if (!parsed.ok || (parsed.value.published <= today && parsed.value.rewards.length > 0)) return false;
    return this.records.remove(KIND, key);
  }

  private async isAhead(communityId: string, version: string, today: string): Promise<boolean> {
    const parsed = parseHandbook(await this.records.get(KIND, keyOf(communityId, version)));
    return parsed.ok && parsed.value.published > today;
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

  /** What came into stock, the latest first. */
  async goodsIn(communityId: string): Promise<readonly GoodsIn[]> {
    const all = (await this.records.entries(GOODS)).map(({ value }) => goodsInSchema.parse(value));
    return all
      .filter((one) => one.communityId === communityId)
      .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  }

  /** Takes goods into stock, for every edition that there is; sent twice, they come once. */
  async takeIn(goods: Omit<GoodsIn, 'versions'>): Promise<void> {
    const { communityId, key } = goods;
    const versions = (await this.asPublished(communityId)).map(({ version }) => version);
    await this.records.add(
      GOODS,
      JSON.stringify([communityId, key]),
      goodsInSchema.parse({ ...goods, versions }),
    );
  }
}
