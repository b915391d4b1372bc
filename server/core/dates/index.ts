export * from './day.js';
export * from './describe.js';
export * from './edtf.js';
export * from './edtf-fault.js';
export * from './time-between.js';
export * from './words.js';
