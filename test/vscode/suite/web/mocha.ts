// Mocha as one file for browsers; it leaves its class in the global scope. (By its path, as
// `mocha` means this file here.)
import '../../../../node_modules/mocha/mocha.js';

const { Mocha } = globalThis as unknown as { Mocha: typeof import('mocha') };
export default Mocha;
