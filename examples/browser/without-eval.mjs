// A content security policy without 'unsafe-eval' reports that zod tries whether it may compile its schemas, as soon as one is made.
// So this comes before anything that makes one.
import { config } from 'zod';

config({ jitless: true });
