// What Hermes 0.12 of 2022 lacks and newer ones have: React Native programs bring it as a polyfill.
for (const of of [Array, String, Uint8Array, Uint32Array])
  Object.defineProperty(of.prototype, 'at', {
    configurable: true,
    writable: true,
    value: function at(index) {
      return this[index < 0 ? this.length + index : index];
    },
  });
globalThis.TextEncoder = class {
  encode(text) {
    return Uint8Array.from(unescape(encodeURIComponent(text)), (unit) => unit.charCodeAt(0));
  }
};
globalThis.console = { log: globalThis.print };
