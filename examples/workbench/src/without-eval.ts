// The page's security policy has no `eval`, and zod tries whether it may as soon as a schema is made: even that is reported as a
// violation. So this comes before anything that makes one, and is the first import of the page and of its workers.
import * as z from 'zod';

z.config({ jitless: true });
