import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** What pages may load: what the counter itself has, and nothing of anybody else. No inline script, no inline style, no code from text. */
const ONLY_OURS = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  workerSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/** Headers for every answer. Transport security is only said where the counter is reached over https. */
export function headers(https: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: ONLY_OURS,
    strictTransportSecurity: https ? 'max-age=31536000' : false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: false, geolocation: false, microphone: false, payment: false },
  });
}
