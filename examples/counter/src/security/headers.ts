import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** What the counter's own pages may load: themselves, and nothing of anybody else. No inline script, no inline style. */
const OWN_PAGES = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/** The workbench draws its plots in the browser, which sets styles of its own. */
const WORKBENCH = {
  ...OWN_PAGES,
  styleSrc: ["'self'", "'unsafe-inline'"],
  workerSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'"],
};

/** Headers for every answer. Transport security is only said where the counter is reached over https. */
export function headers(https: boolean): MiddlewareHandler {
  const common = {
    strictTransportSecurity: https ? 'max-age=31536000' : false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: false, geolocation: false, microphone: false, payment: false },
  };
  const pages = secureHeaders({ ...common, contentSecurityPolicy: OWN_PAGES });
  const workbench = secureHeaders({ ...common, contentSecurityPolicy: WORKBENCH });
  return (c, next) => (c.req.path.startsWith('/workbench/') ? workbench : pages)(c, next);
}
