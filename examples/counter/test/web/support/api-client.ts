import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './api-types.js';

type Document = {
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, Described> }>>;
};
type Described = { readonly content: Record<string, { readonly schema: object }> };

const document: Document = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../openapi.json', import.meta.url)), 'utf8'),
);

// Formats are what the library's patterns say already.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: 'api', ...document });

/** Every answer has to be one that the document has: the status, the media type, and the body by its schema. */
const asDocumented: Middleware = {
  async onResponse({ request, response, schemaPath }) {
    const { responses } = document.paths[schemaPath]?.[request.method.toLowerCase()] ?? { responses: {} };
    const described = responses[String(response.status)];
    if (described === undefined)
      throw new Error(`${schemaPath} answers ${response.status}, which is not documented`);
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const schema = described.content[type]?.schema;
    if (schema === undefined) throw new Error(`${schemaPath} answers ${type}, which is not documented`);
    const inDocument = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'));
    const body: unknown = await response.clone().json();
    if (!ajv.validate(inDocument, body))
      throw new Error(`${schemaPath}: ${ajv.errorsText()}\n${JSON.stringify(body)}`);
  },
};

/** The client that was generated from the document. */
export function apiClient(
  address: string,
  key: string | undefined,
  fetched: typeof fetch = fetch,
): Client<paths> {
  const client = createClient<paths>({
    baseUrl: `${address}/api`,
    fetch: (request: Request) => fetched(request),
    headers: { 'Accept-Language': 'en', ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }) },
  });
  client.use(asDocumented);
  return client;
}
