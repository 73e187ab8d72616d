import { z } from 'zod';
import type { Bilingual } from '../language/words.js';
import type { Records } from '../records/records.js';

const KIND = 'community';
const schema = z.object({
  id: z.string().min(1),
  title: z.object({ 'zh-CN': z.string().min(1), en: z.string().min(1) }),
});

export type Community = { readonly id: string; readonly title: Bilingual };

/** What communities are called. One that nobody named goes by its id. */
export class Communities {
  private readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  async list(): Promise<readonly Community[]> {
    return (await this.records.entries(KIND)).map(({ value }) => schema.parse(value));
  }

  async named(id: string): Promise<Community> {
    const parsed = schema.safeParse(await this.records.get(KIND, id));
    return parsed.success ? parsed.data : { id, title: { 'zh-CN': id, en: id } };
  }

  async name(id: string, title: Bilingual): Promise<void> {
    await this.records.put(KIND, id, schema.parse({ id, title }));
  }
}
