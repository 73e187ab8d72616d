// A page under a content security policy without eval: zod is told so before anything makes a schema.
import './without-eval.mjs';
import { answer } from './program.mjs';

document.getElementById('answer').textContent = answer();
